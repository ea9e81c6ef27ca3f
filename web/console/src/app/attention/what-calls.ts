import type { Ticket } from '../../lib/api-types.ts';
import type { StreamChange } from '../../lib/stream.ts';

export type Reason = 'answered' | 'assigned' | 'opened';

type Looker = { readonly me: string; readonly wantsNew: boolean };
type Test = (ticket: Ticket, looker: Looker) => Reason | false;

const isOf = ({ assignee }: Ticket, { me }: Looker) => assignee?.id === me;

const tests: Record<string, Test> = {
  // The first message is the ticket itself.
  'message.received': (ticket, looker) =>
    isOf(ticket, looker) && ticket.messageCount > 1 && 'answered',
  'ticket.assigned': (ticket, looker) => isOf(ticket, looker) && 'assigned',
  'ticket.opened': ({ assignee, status }, { wantsNew }) =>
    wantsNew && assignee === null && status !== 'spam' && 'opened',
};

/** Why a fact is worth calling somebody who looks elsewhere; null: it is not, as nothing is that they did themselves. */
export function reasonToCall({ name, actor, ticket }: StreamChange, looker: Looker): Reason | null {
  const isOwnAct = actor.id === looker.me;
  return (ticket && !isOwnAct && tests[name]?.(ticket, looker)) || null;
}
