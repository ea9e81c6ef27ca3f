import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import type { When } from './parse-when.ts';
import type { Stage } from './stage.ts';

export function snoozeActs({ ticket, t, show, reread, say }: Stage) {
  const path = `/tickets/${ticket.id}/snooze`;
  async function snooze(until: When): Promise<void> {
    const body = { until: until === 'answer' ? until : until.toISOString() };
    show(await api.put<Ticket>(path, body));
    await reread(ticket.number);
    say(t('work.snooze.done', { number: ticket.number }), () => wake());
  }
  async function wake(): Promise<void> {
    const before = ticket.snoozedUntil;
    show(await api.delete<Ticket>(path));
    await reread(ticket.number);
    const back = before === null || before === 'answer' ? before : new Date(before);
    const isAhead = back === 'answer' || (back !== null && back > new Date());
    say(
      t('work.snooze.woken', { number: ticket.number }),
      isAhead && back ? () => snooze(back) : undefined,
    );
  }
  return { snooze, wake };
}
