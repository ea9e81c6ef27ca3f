import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page, Ref } from '../../lib/api-types.ts';
import { allPages } from '../../lib/all-pages.ts';
import { api } from '../../lib/client.ts';
import { useOwnStatuses } from '../../lib/own-statuses.ts';
import { categoryPath, useCategories, useTags, useTeams, useUsers } from '../../lib/refs.ts';
import { choicesOf, type Condition, type KnownField } from './fields.data.ts';
import { leavesOf } from './tree.ts';

export type Option = { readonly value: string; readonly label: string };

const foundBy: Partial<Record<KnownField, string>> = {
  requester: '/people',
  organization: '/organizations',
  branch: '/branches',
  mailbox: '/channels',
};

const ownWords: ReadonlySet<KnownField> = new Set([
  'status',
  'type',
  'channel',
  'language',
  'slaState',
]);

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
      default:
        return ownWords.has(field)
          ? t(`conditions.value.${field}.${value}`, { defaultValue: value })
          : value;
    }
  };
}

const settingsOf = {
  slaPolicy: { key: 'sla-policies', path: '/sla-policies' },
  workingTime: { key: 'calendars', path: '/calendars' },
} as const;

const noSettings: readonly Ref[] = [];

/** Settings by their names, asked for only where a condition is about one. */
export function useNamed(field: KnownField | null): readonly Ref[] {
  const setting = field === 'slaPolicy' || field === 'workingTime' ? settingsOf[field] : null;
  const { data } = useQuery({
    queryKey: ['choices', setting?.key],
    queryFn: ({ signal }) => allPages<Ref>(setting?.path ?? '', {}, signal),
    enabled: setting !== null,
    staleTime: 60_000,
  });
  return data ?? noSettings;
}

const optionOf = ({ id, name }: Ref): Option => ({ value: id, label: name });

/** A branch has a name among those of its organization only. */
type Found = Ref & { readonly organization?: Ref | null };
const calledAlone = (path: string, { name, organization }: Found): string =>
  path.startsWith('/branches') && organization ? `${name} (${organization.name})` : name;

/** A category that has others below it means them too, and says so. */
export function useWithBelow(): (id: string, name: string) => string {
  const { t } = useTranslation();
  const parents = new Set((useCategories().data ?? []).map(({ parentId }) => parentId));
  return (id, name) => (parents.has(id) ? t('conditions.withBelow', { name }) : name);
}

/** Everything that can be chosen at once for a field; empty where it is typed or found. */
export function useChoices(field: KnownField): Option[] {
  const words = useValueWords();
  const users = useUsers().data ?? [];
  const teams = useTeams().data ?? [];
  const categories = useCategories().data ?? [];
  const withBelow = useWithBelow();
  const tags = useTags().data ?? [];
  const named = useNamed(field);
  const ownStatuses = useOwnStatuses();
  const listed: Partial<Record<KnownField, () => Option[]>> = {
    ownStatus: () =>
      ownStatuses.map(({ id, name, type }) =>
        optionOf({ id, name: `${name} · ${words('type', type)}` }),
      ),
    team: () => teams.map(optionOf),
    assignee: () => users.filter(({ active }) => active).map(optionOf),
    category: () =>
      categories.map(({ id }) =>
        optionOf({ id, name: withBelow(id, categoryPath(categories, id)) }),
      ),
    tags: () => tags.map(({ name }) => optionOf({ id: name, name })),
  };
  const known = () => [
    ...named.map(optionOf),
    ...(choicesOf[field] ?? []).map((value) => ({ value, label: words(field, value) })),
  ];
  return (listed[field] ?? known)();
}

/** People, organizations, branches and mailboxes: found by what is typed, and those already chosen by their ids. */
export function useFound(field: KnownField, typed: string, chosen: readonly string[]): Option[] {
  const path = foundBy[field];
  const isSearched = path !== undefined && path !== '/channels';
  const { data = [] } = useQuery({
    queryKey: ['choices', path, isSearched ? typed : ''],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Found>>(path ?? '', isSearched ? { limit: 20, q: typed } : {}, signal))
        .items,
    enabled: path !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const missing = isSearched ? chosen.filter((id) => !data.some((each) => each.id === id)) : [];
  const others = useRefs(missing.map((id) => `${path}/${id}`));
  const named = data.map((each) => ({ id: each.id, name: calledAlone(path ?? '', each) }));
  return [...named, ...others].map(optionOf);
}

/** People, organizations and branches by their addresses in the API; those that are gone are left out. */
function useRefs(paths: readonly string[]): Ref[] {
  const named = useQueries({
    queries: [...new Set(paths)].map((path) => ({
      queryKey: path.slice(1).split('/'),
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Found>(path, {}, signal),
      staleTime: 60_000,
      retry: false,
    })),
  });
  const asked = [...new Set(paths)];
  return named.flatMap(({ data }, at) =>
    data ? [{ id: data.id, name: calledAlone(asked[at] ?? '', data) }] : [],
  );
}

/** What people, organizations, branches and mailboxes that conditions name are called, by id. */
export function useFoundNames(conditions: readonly Condition[]): ReadonlyMap<string, string> {
  const leaves = conditions.flatMap(leavesOf);
  const refs = useRefs(
    leaves.flatMap(({ field, values = [] }) =>
      field === 'requester' || field === 'organization' || field === 'branch'
        ? values.map((id) => `${foundBy[field]}/${id}`)
        : [],
    ),
  );
  const { data: mailboxes = noSettings } = useQuery({
    queryKey: ['choices', '/channels', ''],
    queryFn: async ({ signal }) => (await api.get<Page<Ref>>('/channels', {}, signal)).items,
    enabled: leaves.some(({ field }) => field === 'mailbox'),
    staleTime: 60_000,
  });
  return new Map([...refs, ...mailboxes].map(({ id, name }) => [id, name]));
}
