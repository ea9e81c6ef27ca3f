import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../lib/api-types.ts';
import { useOwnFields } from '../../lib/own-fields.ts';
import { filterNames, filterOfView, type TicketFilter } from '../../lib/ticket-filter.ts';
import { viewsQuery } from '../../lib/tickets.ts';

const plainColumns = [
  'requester',
  'organization',
  'assignee',
  'team',
  'priority',
  'type',
  'category',
  'tags',
  'region',
  'created',
  'updated',
] as const;
/** `fields.serial` is the own field of that name. */
export type ColumnName = (typeof plainColumns)[number] | `fields.${string}`;
export type Column = { readonly name: ColumnName; readonly title: string };

/**
 * All of the desk that one may send to a colleague. A list is either a view as it is, or conditions written out; then
 * `from` names the view that they began as.
 */
export type DeskSearch = TicketFilter & {
  q?: string | undefined;
  from?: string | undefined;
  columns?: string | undefined;
};

const listNames = ['view', ...filterNames, 'sort', 'order'] as const;
const names = new Set<string>([...listNames, 'q', 'from', 'columns']);
const allowed: Partial<Record<string, ReadonlySet<string>>> = {
  sort: new Set(['updated', 'created', 'priority', 'number']),
  order: new Set(['asc', 'desc']),
};

/** What the address may say; anything else in it is dropped. */
export function parseDeskSearch(search: Record<string, unknown>): DeskSearch {
  const parsed = Object.entries(search).flatMap(([name, value]) => {
    const isText = typeof value === 'string' || typeof value === 'number';
    const text = isText ? String(value) : '';
    const isKnown = names.has(name) && text !== '' && (allowed[name]?.has(text) ?? true);
    return isKnown ? [[name, text]] : [];
  });
  return Object.fromEntries(parsed) as DeskSearch;
}

export const useDeskSearch = (): DeskSearch =>
  // The router hands down what the root saw, so the address is read strictly here again.
  parseDeskSearch(useSearch({ strict: false }));

/** The filter of the list as it stands in the address, the same object while nothing changed. */
export function useDeskFilter(): TicketFilter {
  const search = useDeskSearch();
  const text = JSON.stringify(
    listNames.map((name) => [name, search[name]]).filter(([, value]) => value),
  );
  return useMemo(() => {
    const filter = Object.fromEntries(JSON.parse(text) as [string, string][]) as TicketFilter;
    const isAnything = Object.keys(filter).some((name) => name !== 'sort' && name !== 'order');
    return isAnything || search.from ? filter : { ...filter, view: 'open' };
  }, [text, search.from]);
}

export const useQuickFind = (): string => useDeskSearch().q ?? '';

/** The view that is looked at, or that the conditions began as. */
export function useShownView(): { view: View | undefined; isChanged: boolean } {
  const filter = useDeskFilter();
  const { from } = useDeskSearch();
  const views = useQuery(viewsQuery).data;
  const ref = filter.view ?? from;
  const view = views?.find(({ id, key }) => id === ref || key === ref);
  return { view, isChanged: filter.view === undefined };
}

/** All that can be chosen; own fields once somebody asks for them. */
export function useAllColumns(withOwn: boolean): Column[] {
  const { t } = useTranslation();
  const own = useOwnFields(withOwn);
  return useMemo(
    () => [
      ...plainColumns.map((name) => ({ name, title: t(titleOf(name)) })),
      ...own.map(({ name, label }) => ({ name: `fields.${name}` as const, title: label })),
    ],
    [t, own],
  );
}

const titleOf = (name: string): string =>
  `tickets.${name === 'created' || name === 'updated' ? 'column' : 'field'}.${name}`;

/** Chosen in the address, else as the view has them. */
export function useColumns(): Column[] {
  const { columns } = useDeskSearch();
  const own = useShownView().view?.columns;
  const chosen: readonly string[] = columns === undefined ? (own ?? []) : columns.split(',');
  const text = chosen.join(',');
  const all = useAllColumns(text.includes('fields.'));
  return useMemo(() => all.filter(({ name }) => text.split(',').includes(name)), [all, text]);
}

export function useChangeSearch(): (change: Partial<DeskSearch>) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '.',
      search: (old) => ({ ...old, ...change }),
      replace: true,
    });
}

/** Changes conditions; those of a view are written out first, since they are no longer the view's. */
export function useChangeFilter(): (change: TicketFilter) => void {
  const { view } = useShownView();
  const filter = useDeskFilter();
  const changeSearch = useChangeSearch();
  return (change) => {
    if (filter.view === undefined) {
      changeSearch(change);
      return;
    }
    const own = view ? { ...filterOfView(view.filter), sort: view.sort, order: view.order } : {};
    const { view: ref, ...asked } = filter;
    changeSearch({ ...own, ...asked, ...change, view: undefined, from: ref });
  };
}
