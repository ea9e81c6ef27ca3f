import type { OwnFieldSource, RegisteredPolicy, TicketGuard } from '../tickets/public.ts';
import { attachSteps } from './checklists/attach-steps.ts';
import type { KnownWorkflows } from './known-workflows.ts';
import { readWorkFacts } from './queries/read-work-facts.ts';
import { attachChecklists } from './rules/attach-checklists.ts';
import { completeChange } from './rules/complete.ts';
import { refuseStep } from './rules/refuse.ts';
import type { AutomaticChecklist, Workflows } from './rules/workflow.ts';

/** No step that the company's own order of work does not allow, whoever wants it. */
export const workflowGuard = (known: KnownWorkflows): TicketGuard => ({
  name: 'workflow',
  settings: ({ tx, actor }) => known.of(actor.workspaceId, tx),
  facts: async ({ tx, actor }, ticket, settings) =>
    needsFacts(settings as Workflows) ? readWorkFacts(tx, actor.workspaceId, ticket.id) : undefined,
  complete: (before, after, settings) => completeChange(before, after, settings as Workflows),
  refuse: (question, settings) => refuseStep(question, settings as Workflows),
});

/** Of any type: the ticket may be about to become one of it. */
const needsFacts = ({ byType }: Workflows): boolean =>
  [...byType.values()].some((workflow) => workflow.needsFacts);

export const checklistsAtTheDoor = (known: KnownWorkflows): RegisteredPolicy => ({
  policy: attachChecklists as RegisteredPolicy['policy'],
  settings: ({ tx, actor }) => known.of(actor.workspaceId, tx),
  async perform(ctx, { ticket, effects }) {
    for (const list of effects as readonly AutomaticChecklist[]) {
      await attachSteps(ctx, ticket.id, list, { automatic: true });
    }
  },
});

export const knownOwnFields =
  (known: KnownWorkflows): OwnFieldSource =>
  async ({ tx, actor }) =>
    (await known.of(actor.workspaceId, tx)).fields;
