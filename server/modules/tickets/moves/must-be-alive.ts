import { Refusal } from '../../../kernel/errors.ts';
import type { Changes, TicketState } from '../rules/ticket.ts';

/** A merged ticket is a sign that points elsewhere: only what takes the merge back may change it. */
export function mustBeAlive(ticket: Pick<TicketState, 'mergedInto'>, changes: Changes): void {
  if (ticket.mergedInto !== null && changes.mergedInto === undefined) {
    throw new Refusal('conflict', 'ticket.merged');
  }
}
