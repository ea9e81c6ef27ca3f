import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { showToast } from '../../../../ui/toast.tsx';
import type { BulkAct, BulkChanges, Page, Ticket, TicketPatch, View } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { resolved, viewFilterOf, type TicketFilter } from '../../lib/ticket-filter.ts';
import { applyTickets, shiftCounts, viewsQuery } from '../../lib/tickets.ts';
import { foreseen } from './change-ticket.ts';
import { isSelected, selection } from './selection.ts';

/** The act whose progress is shown. */
let shownId: string | null = null;
const listeners = new Set<() => void>();

export function showBulkAct(id: string | null): void {
  shownId = id;
  for (const heard of listeners) {
    heard();
  }
}

const listen = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};
export const useShownBulkAct = (): string | null => useSyncExternalStore(listen, () => shownId);

const pollMs = 400;
export const isRunning = ({ state }: BulkAct): boolean =>
  state === 'running' || state === 'cancelling';

export const bulkActQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulk-act', id] as const,
    queryFn: ({ signal }) => api.get<BulkAct>(`/bulk-acts/${id}`, {}, signal),
    refetchInterval: ({ state: { data } }) => (!data || isRunning(data) ? pollMs : false),
    staleTime: 0,
  });

/** After the page was loaded anew an act may still be on its way. */
export const lastBulkActQuery = queryOptions({
  queryKey: ['bulk-act', 'last'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<BulkAct>>('/bulk-acts', { limit: 1 }, signal)).items[0] ?? null,
  staleTime: Infinity,
});

/** More than this are not shown changed beforehand: the stream brings them, as they are done. */
const mostForeseen = 200;

function patchFor(ticket: Ticket, changes: BulkChanges): TicketPatch {
  const { addTags = [], removeTags = [], ...plain } = changes;
  const tags = [...new Set([...ticket.tags, ...addTags])].filter(
    (tag) => !removeTags.includes(tag),
  );
  return { ...plain, tags } as TicketPatch;
}

const unforeseen = ['answer', 'note', 'snooze', 'mergeInto', 'spam', 'follow', 'fields'] as const;

/** What a field will be is known beforehand; what an act comes to, and how own fields keep a value, the stream says. */
const isOfFields = (changes: BulkChanges): boolean =>
  unforeseen.every((name) => changes[name] === undefined);

function foresee(cache: QueryClient, tickets: readonly Ticket[], changes: BulkChanges): void {
  const shifts = tickets.map((before) => ({
    before,
    after: foreseen(cache, before, patchFor(before, changes)),
  }));
  applyTickets(
    cache,
    shifts.map(({ after }) => after),
  );
  shiftCounts(cache, shifts);
}

type Chosen = { readonly list: string; readonly filter: TicketFilter; readonly rows: Ticket[] };

/** Changes what is chosen, in the background. */
export function useBulkChange({ list, filter, rows }: Chosen) {
  const cache = useQueryClient();
  const start = async (changes: BulkChanges, { mode, ids }: ReturnType<typeof selection.now>) => {
    const views = cache.getQueryData<View[]>(viewsQuery.queryKey);
    const asked = resolved(filter, { me: '', views }) ?? filter;
    const tickets =
      mode === 'some' ? { ids: [...ids] } : { matching: viewFilterOf(asked), except: [...ids] };
    const chosen = rows.filter(({ id }) => isSelected({ mode, ids }, id));
    const act = await api.post<BulkAct>('/bulk-acts', { tickets, changes });
    cache.setQueryData(bulkActQuery(act.id).queryKey, act);
    showBulkAct(act.id);
    if (mode === 'some' && chosen.length <= mostForeseen && isOfFields(changes)) {
      foresee(cache, chosen, changes);
    }
  };
  return {
    change: (changes: BulkChanges) => {
      const chosen = selection.now(list);
      selection.clear();
      start(changes, chosen).catch((error: unknown) =>
        showToast(wordsOf(error).words, { tone: 'bad' }),
      );
    },
    /** What is chosen stays so until it has begun. @throws what a form has to say where it stands */
    attempt: async (changes: BulkChanges) => {
      await start(changes, selection.now(list));
      selection.clear();
    },
  };
}
