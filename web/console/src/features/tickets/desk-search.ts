import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { TicketFilter } from '../../lib/ticket-lists.ts';

const names = [
  'view',
  'status',
  'assignee',
  'team',
  'requester',
  'organization',
  'priority',
  'type',
  'tag',
  'category',
  'sort',
] as const;
export type FilterName = (typeof names)[number];
export type DeskSearch = TicketFilter & { q?: string | undefined };

const sorts = new Set(['updated', 'created']);

/** What the address may say; anything else in it is dropped. */
export function parseDeskSearch(search: Record<string, unknown>): DeskSearch {
  const parsed: Record<string, string> = {};
  for (const name of [...names, 'q']) {
    const value = search[name];
    if ((typeof value === 'string' || typeof value === 'number') && String(value) !== '') {
      parsed[name] = String(value);
    }
  }
  if (parsed['sort'] && !sorts.has(parsed['sort'])) {
    delete parsed['sort'];
  }
  return parsed as DeskSearch;
}

/** The filter of the list as it stands in the address, the same object while nothing changed. */
export function useDeskFilter(): TicketFilter {
  // The router hands down what the root saw, so the address is read strictly here again.
  const search = parseDeskSearch(useSearch({ strict: false }));
  const text = JSON.stringify(
    names.map((name) => [name, search[name]]).filter(([, value]) => value),
  );
  return useMemo(() => {
    const filter = Object.fromEntries(JSON.parse(text) as [string, string][]) as TicketFilter;
    return Object.keys(filter).some((name) => name !== 'sort')
      ? filter
      : { ...filter, view: 'open' };
  }, [text]);
}

export function useQuickFind(): string {
  return parseDeskSearch(useSearch({ strict: false })).q ?? '';
}

export function useChangeSearch(): (change: Partial<DeskSearch>) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '.',
      search: (old: DeskSearch) => ({ ...old, ...change }),
      replace: true,
    } as never);
}
