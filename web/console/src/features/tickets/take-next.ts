import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { useAction } from '../../lib/actions.ts';
import type { Page, Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { ApiProblem, wordsOf } from '../../lib/problem.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { applyTicket, prefetchTicket, shiftCounts } from '../../lib/tickets.ts';
import { moveCursor } from './cursor.ts';
import { useChangeTicket } from './change-ticket.ts';

/** Colleagues press the same key at the same moment; so many of the queue are tried. */
const tries = 6;
const nobodys = { status: 'new,open', assignee: 'none' } as const;

const ask = async (query: Record<string, string | number>) =>
  (await api.get<Page<Ticket>>('/tickets', { ...nobodys, ...query })).items;

/** What nobody has, the most urgent first, of these the oldest; one's own teams go before the others. */
async function queue(): Promise<Ticket[]> {
  for (const whose of [{ team: 'mine,none' }, {}]) {
    const [top] = await ask({ ...whose, sort: 'priority', order: 'desc', limit: 1 });
    if (top) {
      const { priority } = top;
      return ask({ ...whose, priority, sort: 'created', order: 'asc', limit: tries });
    }
  }
  return [];
}

/** Takes the first that is still free. @returns it before and after, null when nothing is free */
async function takeFirst(me: string): Promise<{ before: Ticket; after: Ticket } | null> {
  for (const before of await queue()) {
    try {
      const patch = { assigneeId: me, version: before.version };
      return { before, after: await api.patch<Ticket>(`/tickets/${before.id}`, patch) };
    } catch (error) {
      const isTaken = error instanceof ApiProblem && error.code === 'version.conflict';
      if (!isTaken) {
        throw error;
      }
    }
  }
  return null;
}

/** One key: the next ticket of the queue is one's own and stands open. */
export function useTakeNext(): void {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const may = useMay();
  const { user } = useSession();
  const change = useChangeTicket();
  const taking = useRef(false);
  const take = async () => {
    if (taking.current) {
      return;
    }
    taking.current = true;
    try {
      const taken = await takeFirst(user.id);
      if (!taken) {
        showToast(t('tickets.done.nothingToTake'));
        return;
      }
      const { before, after } = taken;
      const number = String(after.number);
      applyTicket(cache, after);
      shiftCounts(cache, [taken]);
      prefetchTicket(cache, number);
      moveCursor(number);
      await navigate({ to: '/tickets/$number', params: { number }, search: true });
      showToast(t('tickets.done.tookOver'), {
        undo: () => void change(after, { assigneeId: before.assignee?.id ?? null }),
      });
    } catch (error) {
      showToast(wordsOf(error).words, { tone: 'bad' });
    } finally {
      taking.current = false;
    }
  };
  useAction('ticket.takeNext', () => void take(), may('ticket.assign'));
}
