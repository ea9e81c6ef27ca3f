import type { Changes, TicketState } from '../../tickets/public.ts';
import type { EscalationAct } from './schema.ts';

const raised = ['low', 'normal', 'high', 'urgent'] as const;

/** What a step asks of the ticket, upon the ticket as it is; what is named and is not there any more is left out. */
export function changesOfStep(
  acts: readonly EscalationAct[],
  ticket: Pick<TicketState, 'priority' | 'teamId' | 'tags'>,
): Changes {
  const changes: Changes = {};
  for (const act of acts) {
    if (act.kind === 'team' && act.value !== ticket.teamId) {
      changes.teamId = act.value;
      changes.assigneeId ??= null;
    } else if (act.kind === 'assignee') {
      changes.assigneeId = act.value;
    } else if (act.kind === 'tags') {
      changes.tags = [...new Set([...ticket.tags, ...act.add])].slice(0, 50);
    } else if (act.kind === 'priority') {
      const is = raised.indexOf(ticket.priority);
      const to = act.value === 'up' ? Math.min(is + 1, 3) : raised.indexOf(act.value);
      changes.priority = raised[Math.max(is, to)] ?? ticket.priority;
    }
  }
  return changes;
}
