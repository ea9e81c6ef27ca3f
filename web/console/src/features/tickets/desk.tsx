import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { IconPhone, IconPlus, IconSearch } from '@tabler/icons-react';
import {
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../../ui/states.tsx';
import { Keys } from '../../../../ui/keys.tsx';
import {
  actionWords,
  keysOf,
  runAction,
  useAction,
  useRunnableActions,
} from '../../lib/actions.ts';
import { ExportButton } from '../../lib/export-button.tsx';
import { useMay } from '../../lib/session.ts';
import classes from './desk.module.css';
import { ColumnsMenu } from './columns-menu.tsx';
import {
  useChangeSearch,
  useColumns,
  useDeskFilter,
  useQuickFind,
  useShownView,
} from './desk-search.ts';
import { Filters } from './filters.tsx';
import { TicketList } from './ticket-list.tsx';
import { useTakeNext } from './take-next.ts';
import { Views } from './views.tsx';

/** Nobody waits for it: it comes after the list is on the screen. */
const BulkProgress = lazy(async () => ({
  default: (await import('./bulk-progress.tsx')).BulkProgress,
}));

/** The desk: views and their list on the left, what is opened on the right. */
export function Desk() {
  const { t } = useTranslation();
  // A boolean, not the match: moving from ticket to ticket must not draw the whole desk again.
  const isOpen = useRouterState({
    select: ({ location }) => !/^\/tickets\/?$/.test(location.pathname),
  });
  const columns = useColumns();
  useTakeNext();
  return (
    <main
      className={classes.desk}
      data-open={isOpen || undefined}
      data-wide={(!isOpen && columns.length > 0) || undefined}
    >
      <div className={classes.side}>
        <Views />
        <section className={classes.listColumn} aria-labelledby="list-title">
          <ListHead />
          <TicketList wide={!isOpen} />
          <Suspense fallback={null}>
            <BulkProgress />
          </Suspense>
        </section>
      </div>
      <section className={classes.main} aria-label={t('tickets.opened_pane')}>
        <Outlet />
      </section>
    </main>
  );
}

function ListHead() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { view } = useShownView();
  const filter = useDeskFilter();
  const mayOpen = may('ticket.create');
  const mayCall = useRunnableActions().includes('call.register');
  useAction('ticket.new', () => void navigate({ to: '/tickets/new', search: true }), mayOpen);
  const title = view?.key ? t(`tickets.view.${view.key}`) : (view?.name ?? t('tickets.title'));
  return (
    <div className={classes.listHead}>
      <h1 id="list-title" className="sr-only">
        {title}
      </h1>
      <QuickFind />
      <Filters />
      <ColumnsMenu />
      <ExportButton
        needs="export.tickets"
        path="/tickets/export"
        query={filter}
        label={t('tickets.exportList')}
      />
      {mayCall && (
        <Tooltip label={<Keys keys={keysOf('call.register')} />}>
          <ActionIcon
            aria-label={t(actionWords('call.register'))}
            onClick={() => runAction('call.register')}
          >
            <IconPhone size={17} />
          </ActionIcon>
        </Tooltip>
      )}
      {mayOpen && (
        <Tooltip label={<Keys keys={keysOf('ticket.new')} />}>
          <ActionIcon
            component={Link}
            to="/tickets/new"
            search={true}
            variant="filled"
            color="accent"
            aria-label={t('tickets.new.title')}
          >
            <IconPlus size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

/** What is being typed is ours; a moment later it stands in the address, where others can be sent to. */
function useTyped(): [string, (text: string) => void, () => void] {
  const kept = useQuickFind();
  const change = useChangeSearch();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = useEffectEvent(
    (text: string) => text !== kept && change({ q: text || undefined }),
  );
  useEffect(() => {
    if (draft === null) {
      return undefined;
    }
    const timer = setTimeout(() => commit(draft), 150);
    return () => clearTimeout(timer);
  }, [draft]);
  return [draft ?? kept, setDraft, () => setDraft(null)];
}

function QuickFind() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText, release] = useTyped();
  useAction('list.search', () => field.current?.focus());
  const number = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && number) {
      void navigate({ to: '/tickets/$number', params: { number }, search: {} });
      event.currentTarget.blur();
    }
    if (event.key === 'Escape') {
      setText('');
      requestAnimationFrame(() => field.current?.blur());
    }
  };
  return (
    <TextInput
      ref={field}
      className={classes.find ?? ''}
      value={text}
      type="search"
      leftSection={<IconSearch size={15} />}
      placeholder={t('tickets.find')}
      aria-label={t('tickets.find')}
      aria-keyshortcuts="/"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => setTimeout(release, 200)}
      onKeyDown={onKeyDown}
    />
  );
}

export function NothingOpened() {
  const { t } = useTranslation();
  return (
    <div className={classes.nothing}>
      <Empty title={t('tickets.nothingOpened')} text={t('tickets.nothingOpenedText')}>
        <span className={classes.keyHint}>
          <Keys keys="j" /> <Keys keys="k" /> {t('tickets.keysMove')}
        </span>
        <span className={classes.keyHint}>
          <Keys keys="?" /> {t('tickets.keysAll')}
        </span>
        <Button variant="default" component={Link} to="/tickets/new" search={true}>
          {t('tickets.new.title')}
        </Button>
      </Empty>
    </div>
  );
}
