import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page, Ref } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { categoryPath, useCategories, useTags, useTeams, useUsers } from '../../lib/refs.ts';
import { choicesOf, type KnownField } from './fields.data.ts';

export type Option = { readonly value: string; readonly label: string };

const foundBy: Partial<Record<KnownField, string>> = {
  requester: '/people',
  organization: '/organizations',
  mailbox: '/channels',
};

/** What one value of a field that knows all its values is called. */
export function useValueWords(): (field: KnownField, value: string) => string {
  const { t } = useTranslation();
  return (field, value) => {
    switch (field) {
      case 'priority':
      case 'impact':
      case 'urgency':
        return t(`conditions.value.level.${value}`);
      case 'automatic':
      case 'snoozed':
        return t(`conditions.value.yesNo.${value}`);
      case 'status':
      case 'type':
      case 'channel':
      case 'language':
        return t(`conditions.value.${field}.${value}`, { defaultValue: value });
      default:
        return value;
    }
  };
}

/** Everything that can be chosen at once for a field; empty where it is typed or found. */
export function useChoices(field: KnownField): Option[] {
  const words = useValueWords();
  const users = useUsers().data ?? [];
  const teams = useTeams().data ?? [];
  const categories = useCategories().data ?? [];
  const tags = useTags().data ?? [];
  switch (field) {
    case 'team':
      return teams.map(({ id, name }) => ({ value: id, label: name }));
    case 'assignee':
      return users
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ value: id, label: name }));
    case 'category':
      return categories.map(({ id }) => ({ value: id, label: categoryPath(categories, id) }));
    case 'tags':
      return tags.map(({ name }) => ({ value: name, label: name }));
    default:
      return (choicesOf[field] ?? []).map((value) => ({ value, label: words(field, value) }));
  }
}

/** People, organizations and mailboxes: found by what is typed, and those already chosen by their ids. */
export function useFound(field: KnownField, typed: string, chosen: readonly string[]): Option[] {
  const path = foundBy[field];
  const isSearched = path !== undefined && path !== '/channels';
  const { data = [] } = useQuery({
    queryKey: ['choices', path, isSearched ? typed : ''],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Ref>>(path ?? '', isSearched ? { limit: 20, q: typed } : {}, signal))
        .items,
    enabled: path !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const missing = isSearched ? chosen.filter((id) => !data.some((each) => each.id === id)) : [];
  const named = useQueries({
    queries: missing.map((id) => ({
      queryKey: [path?.slice(1), id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Ref>(`${path}/${id}`, {}, signal),
      staleTime: 60_000,
      retry: false,
    })),
  });
  const others = named.flatMap(({ data: one }) => (one ? [one] : []));
  return [...data, ...others].map(({ id, name }) => ({ value: id, label: name }));
}
