import type { StreamChange } from '../../lib/stream.ts';

export type Reason = 'answered' | 'assigned' | 'opened';

/** Why a fact is worth calling somebody who looks elsewhere; null: it is not, as nothing is that they did themselves. */
export function reasonToCall(
  { name, actor, ticket }: StreamChange,
  me: string,
  wantsNew: boolean,
): Reason | null {
  if (!ticket || actor.id === me) {
    return null;
  }
  const isMine = ticket.assignee?.id === me;
  const isFree = ticket.assignee === null && ticket.status !== 'spam';
  const reasons: Record<string, Reason | false> = {
    'message.received': isMine && ticket.messageCount > 1 && 'answered',
    'ticket.assigned': isMine && 'assigned',
    'ticket.opened': wantsNew && isFree && 'opened',
  };
  return reasons[name] || null;
}
