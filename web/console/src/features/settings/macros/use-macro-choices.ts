import { useTranslation } from 'react-i18next';
import { ticketTypes, type Template } from '../../../lib/api-types.ts';
import { categoryPath, inUse, useCategories, useTeams, useUsers } from '../../../lib/refs.ts';
import { useItems } from '../use-items.ts';
import { nobody } from './macro-values.ts';

const statuses = ['open', 'pending', 'on_hold', 'solved', 'closed'] as const;
const priorities = ['low', 'normal', 'high', 'urgent'] as const;
const hours = [1, 4, 24, 72, 168] as const;

/** What every act of a macro may be set to. */
export function useMacroChoices() {
  const { t } = useTranslation();
  const users = useUsers().data ?? [];
  const teams = useTeams().data ?? [];
  const categories = useCategories().data ?? [];
  const templates = useItems<Template>('templates', '/templates').data ?? [];
  return {
    statuses: statuses.map((value) => ({ value, label: t(`ui.status.${value}`) })),
    priorities: priorities.map((value) => ({ value, label: t(`ui.priority.${value}`) })),
    types: ticketTypes.map((value) => ({ value, label: t(`tickets.type.${value}`) })),
    people: [
      { value: 'me', label: t('settings.macros.me') },
      { value: nobody, label: t('tickets.nobody') },
      ...users.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
    ],
    teams: teams.map(({ id, name }) => ({ value: id, label: name })),
    categories: inUse(categories).map(({ id }) => ({
      value: id,
      label: categoryPath(categories, id),
    })),
    templates: templates.map(({ id, name }) => ({ value: id, label: name })),
    snoozes: [
      ...hours.map((count) => ({
        value: String(count),
        label: t('settings.macros.hours', { count }),
      })),
      { value: 'answer', label: t('settings.macros.untilAnswer') },
    ],
  };
}
