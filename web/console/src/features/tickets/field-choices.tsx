import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../../../ui/pick.tsx';
import type { User } from '../../lib/api-types.ts';
import { PersonChoice } from '../../parts/availability/presence.tsx';
import { categoryPath, inUse, useCategories, useTeams, useUsers } from '../../lib/refs.ts';
import { useSession } from '../../lib/session.ts';

/** Who, which team, which category: the same menus in a ticket, in the filters, where removed ones find too, and in a new ticket. */
export function useFieldChoices({ removed = false } = {}): {
  people: Choice[];
  teams: Choice[];
  categories: Choice[];
} {
  const { t } = useTranslation();
  const me = useSession().user.id;
  const users = useUsers().data;
  const teams = useTeams().data;
  const categories = useCategories().data;
  return useMemo(() => {
    const nameOf = ({ id, name }: User) => (id === me ? t('tickets.me', { name }) : name);
    const active = (users ?? []).filter((user) => user.active);
    const mineFirst = active.toSorted(
      (a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name),
    );
    return {
      people: [
        { value: '', text: t('tickets.nobody') },
        ...mineFirst.map((user) => ({
          value: user.id,
          text: nameOf(user),
          mark: <PersonChoice userId={user.id} name={nameOf(user)} />,
        })),
      ],
      teams: [
        { value: '', text: t('tickets.noTeam') },
        ...(teams ?? []).map((team) => ({ value: team.id, text: team.name })),
      ],
      categories: [
        { value: '', text: t('tickets.noCategory') },
        ...(removed ? (categories ?? []) : inUse(categories ?? []))
          .map((category) => ({
            value: category.id,
            text: categoryPath(categories ?? [], category.id),
          }))
          .toSorted((a, b) => a.text.localeCompare(b.text)),
      ],
    };
  }, [users, teams, categories, removed, me, t]);
}
