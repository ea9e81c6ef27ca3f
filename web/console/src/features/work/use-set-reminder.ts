import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { refused } from './stage.ts';
import { remindersQuery, type Reminder } from './work-queries.ts';

type Wanted = { kind: Reminder['kind']; at: Date; note: string; phone: string };

/** Sets a reminder, says so, and offers the way back. */
export function useSetReminder(ticket: Pick<Ticket, 'id'>) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  return async ({ kind, at, note, phone }: Wanted) => {
    const made = await api.post<Reminder>('/reminders', {
      ticketId: ticket.id,
      kind,
      at: at.toISOString(),
      note: note.trim(),
      ...(kind === 'call' && phone.trim() && { phone: phone.trim() }),
    });
    const forget = async () => {
      await api.delete(`/reminders/${made.id}`);
      await cache.invalidateQueries(remindersQuery);
    };
    await cache.invalidateQueries(remindersQuery);
    showToast(t(kind === 'call' ? 'work.remind.callDone' : 'work.remind.done'), {
      undo: () => void forget().catch(refused),
    });
  };
}
