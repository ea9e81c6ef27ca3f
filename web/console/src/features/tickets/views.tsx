import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  IconAlarm,
  IconCircleCheck,
  IconInbox,
  IconList,
  IconMailOff,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../lib/api-types.ts';
import type { ActionId } from '../../lib/shortcuts.data.ts';
import { keysOf, useAction } from '../../lib/actions.ts';
import { countsQuery, viewsQuery } from '../../lib/tickets.ts';
import { useDeskFilter } from './desk-search.ts';
import classes from './views.module.css';

const icons = {
  mine: IconUser,
  unassigned: IconUserOff,
  open: IconInbox,
  solved: IconCircleCheck,
  snoozed: IconAlarm,
  spam: IconMailOff,
};
const goKeys: Partial<Record<keyof typeof icons, ActionId>> = {
  mine: 'go.mine',
  unassigned: 'go.unassigned',
  open: 'go.open',
  solved: 'go.solved',
  snoozed: 'go.snoozed',
};

type Shown = Pick<View, 'id' | 'key' | 'name' | 'count' | 'position'>;

const builtIn: Shown[] = (['mine', 'unassigned', 'open', 'solved'] as const).map(
  (key, position) => ({
    id: key,
    key,
    name: null,
    count: null,
    position,
  }),
);

function keysOfView({ key }: Shown): string | undefined {
  const action = key && goKeys[key];
  return action ? keysOf(action) : undefined;
}

/** Named ways to look at tickets, with how many are in each right now. */
export function Views() {
  const { t, i18n } = useTranslation();
  const views = useQuery(viewsQuery);
  const counts = useQuery(countsQuery);
  const filter = useDeskFilter();
  const navigate = useNavigate();
  const go = (view: string) => void navigate({ to: '/tickets', search: { view } } as never);
  useAction('go.mine', () => go('mine'));
  useAction('go.unassigned', () => go('unassigned'));
  useAction('go.open', () => go('open'));
  useAction('go.solved', () => go('solved'));
  useAction('go.snoozed', () => go('snoozed'));
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <nav aria-label={t('tickets.views')}>
      <ul className={classes.views}>
        {(views.data ?? builtIn).map((view: Shown) => {
          const address = view.key ?? view.id;
          const count = counts.data?.[view.id] ?? view.count;
          const Icon = view.key ? icons[view.key] : IconList;
          return (
            <li key={view.id}>
              <Link
                to="/tickets"
                search={{ view: address } as never}
                className={classes.view}
                aria-current={filter.view === address ? 'page' : undefined}
                aria-keyshortcuts={keysOfView(view)}
              >
                <Icon size={16} stroke={1.7} aria-hidden="true" />
                <span className={classes.name}>
                  {view.key ? t(`tickets.view.${view.key}`) : view.name}
                </span>
                <span className={classes.count}>{count === null ? '' : number.format(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
