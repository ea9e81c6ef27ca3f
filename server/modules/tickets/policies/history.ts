import type { CommandContext } from '../../../kernel/commands.ts';
import type { FieldChange } from '../../../kernel/events.ts';
import { changeRefused, fieldEvents, policiesCut } from '../events.ts';
import type { Settled, Step } from '../rules/policies.ts';
import { changedFields, type ChangedField, type TicketState } from '../rules/ticket.ts';
import { isNamedField, namesOf, noteName } from '../queries/named.ts';

type Recorded = Pick<Settled, 'cut' | 'cutReason' | 'ticket'> & {
  /** Names that need not be asked for. */
  nameOf(id: string): string | undefined;
};

export async function recordSteps(
  ctx: CommandContext,
  steps: readonly Step[],
  { cut, cutReason, ticket, nameOf }: Recorded,
): Promise<void> {
  await nameAll(ctx, steps, nameOf);
  for (const { before, after, reason } of steps) {
    for (const [name, fields] of factsIn(before, after)) {
      const changes: FieldChange[] = [];
      for (const field of fields) {
        changes.push(await readable(ctx, field, before, after));
      }
      const about = { ticketId: after.id, changes, ...(reason && { reason }) };
      ctx.emit(fieldEvents[name], { ticketId: after.id }, about);
    }
  }
  if (cut && (steps.length > 0 || cutReason)) {
    const about = { ticketId: ticket.id, ...(cutReason && { reason: cutReason }) };
    ctx.emit(policiesCut, { ticketId: ticket.id }, about);
  }
}

/** In one turn, however many of them are named. */
const nameAll = (
  ctx: CommandContext,
  steps: readonly Step[],
  nameOf: Recorded['nameOf'],
): Promise<unknown> =>
  Promise.all(
    steps.flatMap(({ before, after }) =>
      changedFields(before, after).flatMap((field) => {
        if (!isNamedField(field)) {
          return [];
        }
        const ids = [before[field], after[field]].filter((id) => id !== null);
        for (const id of ids) {
          noteName(ctx, { field, id, name: nameOf(id) });
        }
        return namesOf(ctx, field, ids);
      }),
    ),
  );

/** Proposals that a guard has forbidden: whoever looks for the effect of a rule finds why there was none. */
export function tellRefused(
  ctx: CommandContext,
  { refused, ticket }: Pick<Settled, 'refused' | 'ticket'>,
): void {
  for (const { reason: wanted, refusal } of refused) {
    const { code, errors = [] } = refusal;
    const params = { name: '', ...wanted.params, wanted: wanted.code, missing: errors };
    const about = { ticketId: ticket.id, reason: { code, params } };
    ctx.emit(changeRefused, { ticketId: ticket.id }, about);
  }
}

/** One field, one fact; a status and what the company calls it are one. */
function factsIn(before: TicketState, after: TicketState) {
  const fields = changedFields(before, after);
  return Map.groupBy(fields, (field) =>
    field === 'ownStatusId' && fields.includes('status') ? 'status' : eventOf(field),
  );
}

const eventNames = {
  categoryId: 'category',
  teamId: 'team',
  assigneeId: 'assignee',
  ownStatusId: 'ownStatus',
} as const;

function eventOf(field: ChangedField): keyof typeof fieldEvents {
  return field in eventNames
    ? eventNames[field as keyof typeof eventNames]
    : (field as Exclude<ChangedField, keyof typeof eventNames>);
}

/** Ids become `{ id, name }` as of now: the history must read the same when the team has long been renamed. */
async function readable(
  ctx: CommandContext,
  field: ChangedField,
  before: TicketState,
  after: TicketState,
): Promise<FieldChange> {
  if (!isNamedField(field)) {
    return { field: eventOf(field), from: before[field], to: after[field] };
  }
  const ids = [before[field], after[field]].filter((id) => id !== null);
  const names = await namesOf(ctx, field, ids);
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return { field: eventOf(field), from: named(before[field]), to: named(after[field]) };
}
