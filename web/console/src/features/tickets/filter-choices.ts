import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { priorities, statuses } from '../../../../ui/marks.tsx';
import type { Choice } from '../../../../ui/pick.tsx';
import { ticketTypes, type Page, type Ref } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { useOwnFields, type FieldDefinition } from '../../lib/own-fields.ts';
import { useTags } from '../../lib/refs.ts';
import { useOwnStatuses } from '../../lib/own-statuses.ts';
import { useMay } from '../../lib/session.ts';
import type { FilterName } from '../../lib/ticket-filter.ts';
import { useFieldChoices } from './field-choices.tsx';

export type FilterChoices = {
  readonly choices: readonly Choice[];
  /** One value only, and not a list of them. */
  readonly single?: boolean;
  readonly creates?: (typed: string) => Choice | null;
  /** Found by the server as one types. */
  readonly isRemote?: boolean;
};

const ages = ['1h', '12h', '1d', '3d', '7d', '30d', '90d', '365d'];
const day = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))$/;

/** "21.11.2026" or "2026-11-21": the beginning of that day here. */
function dayOf(typed: string): Date | null {
  const [, year, month, date, date2, month2, year2] = day.exec(typed.trim()) ?? [];
  const at = new Date(Number(year ?? year2), Number(month ?? month2) - 1, Number(date ?? date2));
  return Number.isNaN(at.getTime()) ? null : at;
}

/** An age or a moment in words. */
export function useMomentWords(): (said: string) => string {
  const { t, i18n } = useTranslation();
  return (said) => {
    const age = /^(\d+)([mhd])$/.exec(said);
    return age
      ? t(`tickets.age.${age[2]}`, { count: Number(age[1]) })
      : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(said));
  };
}

/** Any text that has the form of a value: `single` for one alone, else a list without commas inside. */
const anyText = (single = false): FilterChoices => ({
  single,
  choices: [],
  creates: (text) => ({ value: single ? text : text.replaceAll(',', ' '), text }),
});

/** "Модель: КТ-11" or "model:КТ-11": what an own field holds. */
function ownField(fields: readonly FieldDefinition[]): FilterChoices {
  const held = ({ name, label }: FieldDefinition, text: string) => ({
    value: `${name}:${text}`,
    text: `${label}: ${text}`,
  });
  return {
    single: true,
    choices: fields.flatMap((field) => field.choices.map((text) => held(field, text))),
    creates(typed) {
      const [said = '', ...rest] = typed.split(':');
      const text = rest.join(':').trim();
      const field = fields.find(({ name, label }) =>
        [name, label].some((each) => each.toLowerCase() === said.trim().toLowerCase()),
      );
      if (text === '') {
        return null;
      }
      return field ? held(field, text) : isPlain.test(typed) ? { value: typed, text: typed } : null;
    },
  };
}

const isPlain = /^[a-zA-Z]\w*:./;

function useWords(): Partial<Record<FilterName, FilterChoices>> {
  const { t } = useTranslation();
  const { people, teams, categories } = useFieldChoices({ removed: true });
  const tags = useTags().data ?? [];
  const moment = useMomentWords();
  const ownStatuses = useOwnStatuses();
  const named = (values: readonly string[], prefix: string) =>
    values.map((value) => ({ value, text: t(`${prefix}.${value}`) }));
  const [nobody, ...others] = people;
  const none = (choice: Choice | undefined) => ({ value: 'none', text: choice?.text ?? '' });
  const [noTeam, ...ownTeams] = teams;
  const [noCategory, ...ownCategories] = categories;
  const moments: FilterChoices = {
    single: true,
    choices: ages.map((value) => ({ value, text: moment(value) })),
    creates: (typed) => {
      const at = dayOf(typed);
      return at && { value: at.toISOString(), text: moment(at.toISOString()) };
    },
  };
  return {
    status: {
      choices: [
        { value: 'any_open', text: t('tickets.filter.anyOpen') },
        ...named(statuses, 'ui.status'),
      ],
    },
    ownStatus: { choices: ownStatuses.map(({ id, name }) => ({ value: id, text: name })) },
    priority: { choices: named(priorities.toReversed(), 'ui.priority') },
    assignee: {
      choices: [{ value: 'me', text: t('tickets.filter.me') }, none(nobody), ...others],
    },
    team: {
      choices: [{ value: 'mine', text: t('tickets.filter.myTeams') }, none(noTeam), ...ownTeams],
    },
    type: { choices: named(ticketTypes, 'tickets.type') },
    category: { choices: [none(noCategory), ...ownCategories] },
    tag: { choices: tags.map(({ name }) => ({ value: name, text: name })) },
    lastMessageBy: { choices: named(['customer', 'agent', 'system'], 'tickets.writer') },
    follower: { choices: [{ value: 'me', text: t('tickets.filter.me') }, ...others] },
    createdBy: { choices: [{ value: 'me', text: t('tickets.filter.me') }, ...others] },
    unanswered: { single: true, choices: named(['first', 'last'], 'tickets.unanswered') },
    due: { single: true, choices: named(['late', 'hour', 'day'], 'tickets.dueIn') },
    attachment: { single: true, choices: named(['yes', 'no'], 'tickets.attached') },
    createdAfter: moments,
    createdBefore: moments,
    updatedAfter: moments,
    updatedBefore: moments,
    snoozed: { single: true, choices: named(['without', 'only', 'with'], 'tickets.snoozing') },
    region: anyText(),
    field: ownField(useOwnFields()),
  };
}

const remote: Partial<Record<FilterName, string>> = {
  requester: '/people',
  organization: '/organizations',
  channel: '/channels',
};

/** What may be chosen for one condition; people and organizations are found by the server. */
export function useFilterChoices(
  name: FilterName,
  { opened, typed }: { opened: boolean; typed: string },
): FilterChoices {
  const { t } = useTranslation();
  const words = useWords();
  const path = remote[name];
  const isFound = path !== undefined && path !== '/channels';
  const { data = [] } = useQuery({
    queryKey: ['choices', path, isFound ? typed : ''],
    queryFn: async ({ signal }) => {
      const query = isFound ? { limit: 20, q: typed } : {};
      return (await api.get<Page<Ref>>(path ?? '', query, signal)).items;
    },
    enabled: path !== undefined && opened,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (path === undefined) {
    return words[name] ?? { choices: [] };
  }
  const found = data.map((each) => ({ value: each.id, text: each.name }));
  const nothing = { value: 'none', text: t('tickets.filter.none') };
  return { choices: name === 'requester' ? found : [nothing, ...found], isRemote: isFound };
}

/** Of people and organizations that a condition names, though nobody has looked for them here. */
export function useNamesOf(
  name: FilterName,
  values: readonly string[],
): ReadonlyMap<string, string> {
  const path = name === 'requester' || name === 'organization' ? remote[name] : undefined;
  const ids = path ? values.filter((value) => value !== 'none') : [];
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: [path?.slice(1), id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Ref>(`${path}/${id}`, {}, signal),
      staleTime: 60_000,
    })),
  });
  return new Map(found.flatMap(({ data }) => (data ? [[data.id, data.name]] : [])));
}

/** Conditions that one may add here. */
export function useFilterNames(): readonly FilterName[] {
  const may = useMay();
  const hasOwn = useOwnStatuses().length > 0;
  const all: FilterName[] = [
    'status',
    ...(hasOwn ? (['ownStatus'] as const) : []),
    'assignee',
    'team',
    'priority',
    'type',
    'category',
    'tag',
    ...(may('person.read') ? (['requester'] as const) : []),
    ...(may('organization.read') ? (['organization'] as const) : []),
    ...(may('channel.read') ? (['channel'] as const) : []),
    'lastMessageBy',
    'unanswered',
    'due',
    'follower',
    'createdBy',
    'attachment',
    'createdAfter',
    'createdBefore',
    'updatedAfter',
    'updatedBefore',
    'snoozed',
    'region',
    'field',
  ];
  return all;
}
