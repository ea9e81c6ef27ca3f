import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { i18n } from '../../lib/i18n.ts';
import { wordsOf } from '../../lib/problem.ts';
import { applyTicket, eventsQuery } from '../../lib/tickets.ts';

type Named = Pick<Ticket, 'id' | 'number'>;

/** Into spam or out of it, with the way back. */
async function setSpam(cache: QueryClient, ticket: Named, into: boolean): Promise<void> {
  const { id, number } = ticket;
  try {
    const path = `/tickets/${id}/spam`;
    applyTicket(cache, into ? await api.put<Ticket>(path) : await api.delete<Ticket>(path));
    void cache.invalidateQueries({ queryKey: eventsQuery(String(number)).queryKey });
    showToast(i18n.t(into ? 'spam.marked' : 'spam.unmarked', { number }), {
      undo: () => void setSpam(cache, ticket, !into),
    });
  } catch (error) {
    showToast(wordsOf(error).words, { tone: 'bad' });
  }
}

export function useSpam(ticket: Named): { mark(): void; unmark(): void } {
  const cache = useQueryClient();
  return {
    mark: () => void setSpam(cache, ticket, true),
    unmark: () => void setSpam(cache, ticket, false),
  };
}
