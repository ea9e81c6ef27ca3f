import type { Changes, TicketState } from '../../tickets/public.ts';
import {
  placeOf,
  stepFrom,
  type StatusRow,
  type TypeWorkflow,
  type Workflows,
} from './workflow.ts';

/** What follows from a change by definition: values of own fields as those keep them, and where the ticket stands. */
export function completeChange(
  before: TicketState,
  after: TicketState,
  workflows: Workflows,
): Changes | null {
  const fields = workflows.fields.tidy(before.fields, after.fields);
  const place = completePlace(before, after, workflows);
  return fields ? { ...place, fields } : place;
}

/**
 * An own status brings its class with it, a class its first own status, preferring
 * one that may be reached from here; a type without own statuses has none. In spam and in a merged ticket it stays what
 * it was, so that the way back leads there.
 */
function completePlace(
  before: TicketState,
  after: TicketState,
  { byType }: Workflows,
): Changes | null {
  if (after.status === 'spam' || after.mergedInto !== null) {
    return null;
  }
  const workflow = byType.get(after.type);
  return workflow && workflow.statuses.length > 0
    ? withOwn(before, after, workflow)
    : after.ownStatusId === null
      ? null
      : { ownStatusId: null };
}

function withOwn(before: TicketState, after: TicketState, workflow: TypeWorkflow): Changes | null {
  const named = workflow.byId.get(after.ownStatusId ?? '');
  if (named && after.ownStatusId !== before.ownStatusId) {
    return { status: named.class };
  }
  if (named?.class === after.status) {
    return null;
  }
  const next = successorOf(before, after, workflow);
  return { ownStatusId: next?.id ?? null };
}

function successorOf(
  before: TicketState,
  after: TicketState,
  workflow: TypeWorkflow,
): StatusRow | undefined {
  const goal = workflow.byId.get(workflow.leaving.get(after.ownStatusId ?? '') ?? '');
  if (goal?.class === after.status) {
    return goal;
  }
  const ofClass = workflow.statuses.filter((status) => status.class === after.status);
  const from = placeOf(before, workflow);
  return (
    (before.type === after.type
      ? ofClass.find(({ id }) => stepFrom(from, id, workflow) === 'open')
      : undefined) ?? ofClass[0]
  );
}
