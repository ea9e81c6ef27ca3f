import { WhyPanel } from '../features/routing/why-panel.tsx';
import { WorkPanels } from '../features/work/work.tsx';
import type { Ticket } from '../lib/api-types.ts';
import { addWords } from '../lib/i18n.ts';
import { conditionWords } from '../parts/conditions/words.ts';
import { decisionWords } from '../parts/routing/words.ts';

/** Beside those of work itself. */
export const panelWords = () => Promise.all([addWords(decisionWords), addWords(conditionWords)]);

/** What stands beside a ticket below its customer's card. */
export const AllPanels = ({ ticket }: { ticket: Ticket }) => (
  <>
    <WorkPanels ticket={ticket} />
    <WhyPanel ticket={ticket} />
  </>
);
