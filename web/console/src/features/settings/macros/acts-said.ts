import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import type { Macro } from '../../../lib/api-types.ts';
import { useOwnFields } from '../../../lib/own-fields.ts';
import { sayOwnValue } from '../../../lib/own-value.ts';
import { useCategories, useTeams, useUsers } from '../../../lib/refs.ts';

/** What a macro does, as one line that a person reads. */
export function useActsSaid(): (macro: Pick<Macro, 'acts' | 'template'>) => string {
  const { t } = useTranslation();
  const users = useUsers().data;
  const teams = useTeams().data;
  const categories = useCategories().data;
  const ownFields = useOwnFields();
  const at = useUiLocale();
  const nameIn = (list: readonly { id: string; name: string }[] | undefined, id: string) =>
    list?.find((each) => each.id === id)?.name ?? '…';
  const whom = (id: string | null) => {
    if (id === null) {
      return t('tickets.nobody');
    }
    return id === 'me' ? t('settings.macros.me') : nameIn(users, id);
  };
  const named = (field: string, value: string) => `${t(`tickets.field.${field}`)}: ${value}`;
  const fields = ({ status, priority, type, assigneeId, teamId, categoryId }: Macro['acts']) => [
    status && named('status', t(`ui.status.${status}`)),
    priority && named('priority', t(`ui.priority.${priority}`)),
    type && named('type', t(`tickets.type.${type}`)),
    assigneeId !== undefined && named('assignee', whom(assigneeId)),
    teamId && named('team', nameIn(teams, teamId)),
    categoryId && named('category', nameIn(categories, categoryId)),
  ];
  const own = (values: Macro['acts']['fields'] = {}) =>
    Object.entries(values).map(([name, value]) => {
      const label = ownFields.find((field) => field.name === name)?.label ?? name;
      return `${label}: ${sayOwnValue(value, t, at) || t('ownValues.emptied').toLowerCase()}`;
    });
  return ({ acts, template }) =>
    [
      ...fields(acts),
      ...own(acts.fields),
      acts.addTags && t('settings.macros.tagsAdded', { tags: acts.addTags.join(', ') }),
      acts.removeTags && t('settings.macros.tagsRemoved', { tags: acts.removeTags.join(', ') }),
      acts.note && t('settings.macros.noted'),
      template && t('settings.macros.answered', { name: template.name }),
      acts.snooze && t('settings.macros.snoozed'),
    ]
      .filter(Boolean)
      .join(' · ');
}
