import type { Around, Happened } from '../rules/happened.ts';
import type { CustomerKind } from '../schema.ts';

/** One letter to the requester of a ticket. */
export type CustomerTelling = {
  readonly kind: CustomerKind;
  readonly ticketId: string;
  /** However often it is told, it leaves once. */
  readonly fact: string;
  /** What must still hold when it leaves; null: whatever. */
  readonly status: string | null;
};

export const customerEvents: readonly string[] = [
  'message.received',
  'message.written',
  'ticket.status-changed',
];

const toldStatuses: ReadonlySet<string> = new Set(['open', 'pending', 'on_hold']);

/**
 * What a customer might be told, if the company wants it. Nothing for what a machine wrote (RFC 3834 §2), nothing of what
 * the customer has brought about, and no word of a state when an answer left in the same breath: that says more.
 */
export function customerTellings(
  event: Happened,
  around: Around,
  answeredWith: ReadonlySet<string>,
): CustomerTelling[] {
  const { ticket } = around;
  if (!ticket || ticket.status === 'spam' || ticket.mergedInto !== null) {
    return [];
  }
  if (event.name === 'message.received') {
    return cameFirst(around) ? [telling('received', ticket.id, `received:${ticket.id}`)] : [];
  }
  return event.name === 'ticket.status-changed' ? ofStatus(event, ticket.id, answeredWith) : [];
}

const telling = (
  kind: CustomerKind,
  ticketId: string,
  fact: string,
  status: string | null = null,
): CustomerTelling => ({ kind, ticketId, fact, status });

const cameFirst = ({ ticket, message }: Around): boolean =>
  message?.authorKind === 'person' &&
  message.automatic === null &&
  ticket !== undefined &&
  message.createdAt <= ticket.createdAt;

function ofStatus(
  event: Happened,
  ticketId: string,
  answeredWith: ReadonlySet<string>,
): CustomerTelling[] {
  const status = String(event.changes[0]?.to);
  if (status === 'solved') {
    return [telling('solved', ticketId, `solved:${event.id}`, status)];
  }
  const isOwnDoing = event.reasonCode === 'reopened_by_customer';
  const isSaid = answeredWith.has(breathOf(event));
  return toldStatuses.has(status) && !isOwnDoing && !isSaid
    ? [telling('status', ticketId, `status:${event.id}`, status)]
    : [];
}

/** One transaction on one ticket. */
export const breathOf = ({ tx, ticketId }: Pick<Happened, 'tx' | 'ticketId'>): string =>
  `${tx} ${ticketId}`;
