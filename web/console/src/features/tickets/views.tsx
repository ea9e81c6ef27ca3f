import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  IconAlarm,
  IconCircleCheck,
  IconDots,
  IconInbox,
  IconList,
  IconPencil,
  IconMailOff,
  IconTrash,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../lib/api-types.ts';
import { keysOf, useAction } from '../../lib/actions.ts';
import { countsQuery, viewsQuery } from '../../lib/tickets.ts';
import { useDeskFilter, useDeskSearch } from './desk-search.ts';
import { useDeleteView } from './use-views.ts';
import classes from './views.module.css';

const SaveView = lazy(async () => ({ default: (await import('./save-view.tsx')).SaveView }));

const builtIn = {
  mine: { Icon: IconUser, go: 'go.mine' },
  unassigned: { Icon: IconUserOff, go: 'go.unassigned' },
  open: { Icon: IconInbox, go: 'go.open' },
  solved: { Icon: IconCircleCheck, go: 'go.solved' },
  snoozed: { Icon: IconAlarm, go: 'go.snoozed' },
} as const;
type BuiltIn = keyof typeof builtIn;
const isBuiltIn = (key: string | null): key is BuiltIn => key !== null && key in builtIn;

/** Shown until the server has told what there is. */
const expected = (['mine', 'unassigned', 'open', 'solved'] as const).map((key) => ({
  id: key,
  key,
  name: null,
  count: null,
  sharing: 'built_in' as const,
  mayChange: false,
}));
type Shown = Pick<View, 'id' | 'key' | 'name' | 'count' | 'sharing' | 'mayChange'>;

const groups = ['own', 'team', 'everybody'] as const;

/** On a phone the views are a row, and what one looks at may stand beyond its edge. */
function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector<HTMLElement>('[aria-current]');
  if (nav && current && nav.scrollWidth > nav.clientWidth) {
    nav.scrollLeft = current.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
  }
}

/** Named ways to look at tickets, with how many are in each right now. */
export function Views() {
  const { t } = useTranslation();
  const views: readonly Shown[] = useQuery(viewsQuery).data ?? expected;
  const navigate = useNavigate();
  const go = (view: BuiltIn) => void navigate({ to: '/tickets', search: { view } });
  useAction('go.mine', () => go('mine'));
  useAction('go.unassigned', () => go('unassigned'));
  useAction('go.open', () => go('open'));
  useAction('go.solved', () => go('solved'));
  useAction('go.snoozed', () => go('snoozed'));
  return (
    <nav aria-label={t('tickets.views')} className={classes.nav} ref={showCurrent}>
      <ViewList views={views.filter(({ sharing }) => sharing === 'built_in')} />
      {groups.map((group) => {
        const saved = views.filter(({ sharing }) => sharing === group);
        return (
          saved.length > 0 && (
            <section key={group} aria-labelledby={`views-${group}`}>
              <h2 id={`views-${group}`} className={classes.group}>
                {t(`tickets.viewGroup.${group}`)}
              </h2>
              <ViewList views={saved} />
            </section>
          )
        );
      })}
    </nav>
  );
}

function ViewList({ views }: { views: readonly Shown[] }) {
  return (
    <ul className={classes.views}>
      {views.map((view) => (
        <ViewLine key={view.id} view={view} />
      ))}
    </ul>
  );
}

/** Icon and key of a view. */
function looksOf({ key }: Shown) {
  if (isBuiltIn(key)) {
    const { Icon, go } = builtIn[key];
    return { Icon, keys: keysOf(go) };
  }
  return { Icon: key === 'spam' ? IconMailOff : IconList, keys: undefined };
}

function Count({ view }: { view: Shown }) {
  const { i18n } = useTranslation();
  const counts = useQuery(countsQuery).data;
  const count = counts?.[view.id] ?? view.count;
  return (
    <span className={classes.count}>
      {count === null ? '' : new Intl.NumberFormat(i18n.language).format(count)}
    </span>
  );
}

function ViewLine({ view }: { view: Shown }) {
  const { t } = useTranslation();
  const filter = useDeskFilter();
  const { from } = useDeskSearch();
  const address = view.key ?? view.id;
  const { Icon, keys } = looksOf(view);
  const name = view.key ? t(`tickets.view.${view.key}`) : (view.name ?? '');
  return (
    <li className={classes.line}>
      <Link
        to="/tickets"
        search={{ view: address }}
        className={classes.view}
        aria-current={(filter.view ?? from) === address ? 'page' : undefined}
        aria-keyshortcuts={keys}
      >
        <Icon size={16} stroke={1.7} aria-hidden="true" />
        <span className={classes.name} title={name}>
          {name}
        </span>
        <Count view={view} />
      </Link>
      {view.mayChange && <ViewMenu view={view} />}
    </li>
  );
}

function ViewMenu({ view }: { view: Shown }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const remove = useDeleteView();
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            size={26}
            className={classes.menu}
            aria-label={t('tickets.saved.menu', { name: view.name })}
          >
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setChanging(true)}>
            {t('tickets.saved.change')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={15} />}
            color="red"
            onClick={() => void remove(view)}
          >
            {t('tickets.saved.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && (
        <Suspense>
          <SaveView viewId={view.id} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
