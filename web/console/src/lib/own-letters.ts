import type { Ticket } from './api-types.ts';

const onTheWay = new Map<string, Promise<Ticket | undefined>>();

/**
 * An answer changes its ticket too: until that is known here, the person's next change of the ticket waits for it, or they
 * would be told that "a colleague" was quicker. `after` gives the ticket as the answer has left it.
 */
export function letterIsOnItsWay(ticketId: string, after: Promise<Ticket>): void {
  const known = after.catch(() => undefined);
  onTheWay.set(ticketId, known);
  void known.then(() => onTheWay.get(ticketId) === known && onTheWay.delete(ticketId));
}

/** The ticket after the person's own answer when one is on its way, else nothing. */
export const afterOwnLetter = (ticketId: string): Promise<Ticket | undefined> | undefined =>
  onTheWay.get(ticketId);
