import { ApprovalsPanel } from '../features/approvals/approvals-panel.tsx';
import { WhyPanel } from '../features/routing/why-panel.tsx';
import { TalkPanel } from '../features/scripts/talk-panel.tsx';
import { WorkNotes, WorkPanels } from '../features/work/work.tsx';
import { MissingNote, OwnFieldsPanel, TasksPanel } from '../features/workflow/workflow.tsx';
import { workflowWords } from '../features/workflow/words.ts';
import type { Ticket } from '../lib/api-types.ts';
import { addWords } from '../lib/i18n.ts';
import { conditionWords } from '../parts/conditions/words.ts';
import { decisionWords } from '../parts/routing/words.ts';

/** Beside those of work itself. */
export const panelWords = () =>
  Promise.all([addWords(decisionWords), addWords(conditionWords), addWords(workflowWords)]);

/** What stands above the conversation. */
export const AllNotes = ({ ticket }: { ticket: Ticket }) => (
  <>
    <WorkNotes ticket={ticket} />
    <MissingNote key={ticket.id} ticket={ticket} />
  </>
);

/** What stands beside a ticket below its customer's card. */
export const AllPanels = ({ ticket }: { ticket: Ticket }) => (
  <>
    <TalkPanel key={`talk ${ticket.id}`} ticket={ticket} />
    <OwnFieldsPanel key={`fields ${ticket.id}`} ticket={ticket} />
    <TasksPanel key={ticket.id} ticket={ticket} />
    <ApprovalsPanel key={`approvals ${ticket.id}`} ticket={ticket} />
    <WorkPanels ticket={ticket} />
    <WhyPanel ticket={ticket} />
  </>
);
