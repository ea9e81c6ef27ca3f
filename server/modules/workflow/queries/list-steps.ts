import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import {
  change,
  SettableStatus,
  stateOf,
  ticketNotFound,
  ticketRef,
  visibleTo,
  isNamed,
  type Changes,
  type TicketRecord,
  type TicketState,
} from '../../tickets/public.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { completeChange } from '../rules/complete.ts';
import { refuseStep, type WorkFacts } from '../rules/refuse.ts';
import { compileWorkflows, type Workflows } from '../rules/workflow.ts';
import { Step } from '../schema.ts';
import { readStored } from './read-workflows.ts';
import { readWorkFacts } from './read-work-facts.ts';

/** What a ticket can become from here, in the order of the menu, with what is still missing: asked of the same rules. */
export const listSteps = defineQuery({
  name: 'workflow.list-steps',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({ items: z.array(Step) }),
  async run({ db, actor, now }, { ticketId: ref }) {
    const row = await db
      .withTables<{ ticket: TicketRecord }>()
      .selectFrom('ticket')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where(isNamed(ref))
      .where(visibleTo(actor))
      .executeTakeFirst();
    if (!row) {
      throw ticketNotFound();
    }
    const workflows = compileWorkflows(await readStored(db, actor.workspaceId));
    const facts = await readWorkFacts(db, actor.workspaceId, row.id);
    const asking = { before: stateOf(row), workflows, facts, actor, now };
    return { items: placesOf(asking.before, workflows).map((place) => stepTo(place, asking)) };
  },
});

type Goal = {
  readonly status: z.infer<typeof SettableStatus>;
  readonly ownStatusId: string | null;
};

/** Own statuses, and the classes that none of them stands for. */
function placesOf({ type }: TicketState, { byType }: Workflows): Goal[] {
  const own = byType.get(type)?.statuses ?? [];
  return SettableStatus.options.flatMap((status): Goal[] => {
    const named = own.filter((each) => each.class === status);
    return named.length === 0
      ? [{ status, ownStatusId: null }]
      : named.map(({ id }) => ({ status, ownStatusId: id }));
  });
}

type Asking = {
  readonly before: TicketState;
  readonly workflows: Workflows;
  readonly facts: WorkFacts;
  readonly actor: Actor;
  readonly now: Date;
};

function stepTo({ status, ownStatusId }: Goal, { before, workflows, now, ...asking }: Asking) {
  const changes: Changes = ownStatusId === null ? { status } : { ownStatusId };
  const asked = change(before, changes, now);
  const after = change(asked, completeChange(before, asked, workflows) ?? {}, now);
  const refusal = refuseStep({ ...asking, before, after, changes, occurrences: [] }, workflows);
  return {
    status,
    ownStatusId,
    code: refusal?.code ?? null,
    missing: (refusal?.errors ?? []).map(({ field, code, about }) => ({
      field,
      code,
      ...(about !== undefined && { about }),
    })),
  };
}
