import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { LinkButton } from '../../../lib/link-button.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import own from './lab.module.css';
import type { ListedRun } from './lab-types.ts';
import { RunPage } from './run-page.tsx';
import { useNumber } from './use-number.ts';

/** Changes of settings, tried on the past: the list of runs, or one of them by its address. */
export function Lab() {
  const { run } = useSearch({ strict: false }) as { run?: string };
  return typeof run === 'string' ? <RunPage key={run} runId={run} /> : <Runs />;
}

const tryEveryMs = 2_000;
const isUnderWay = ({ state }: Pick<ListedRun, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

function Runs() {
  const { t } = useTranslation();
  const runs = useInfiniteQuery({
    queryKey: ['lab', 'runs'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ListedRun>>('/lab/runs', { limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? tryEveryMs : false,
  });
  const of = { ...runs, data: runs.data?.pages.flatMap(({ items }) => items) };
  return (
    <>
      <Loaded of={of} wordsOf={wordsOf} empty={<NothingTried />}>
        {(list) => (
          <ul className={classes.list}>
            {list.map((run) => (
              <RunLine key={run.id} run={run} />
            ))}
          </ul>
        )}
      </Loaded>
      {runs.hasNextPage && (
        <Button
          variant="default"
          loading={runs.isFetchingNextPage}
          onClick={() => runs.fetchNextPage()}
        >
          {t('settings.audit.more')}
        </Button>
      )}
    </>
  );
}

function NothingTried() {
  const { t } = useTranslation();
  return (
    <Empty
      icon={<IconFlask size={30} stroke={1.4} />}
      title={t('lab.empty')}
      text={t('lab.emptyText')}
    >
      <LinkButton to={'/settings/rules' as string}>{t('lab.toRules')}</LinkButton>
      <LinkButton to={'/settings/sla' as string} variant="default">
        {t('lab.toSla')}
      </LinkButton>
    </Empty>
  );
}

const tones = { done: 'good', failed: 'bad', cancelled: undefined } as Partial<
  Record<ListedRun['state'], string | undefined>
>;

function RunLine({ run }: { run: ListedRun }) {
  const { t } = useTranslation();
  const number = useNumber();
  const { title, days, tickets, state, kept, switchedOnAt } = run;
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <Link
          to={'/settings/lab' as string}
          search={{ run: run.id } as never}
          className={`${classes.itemName} ${own.link}`}
        >
          {t('lab.of', { title, days: t('lab.days', { count: days }) })}
        </Link>
        <span className={classes.itemMore}>
          <TimeText at={run.createdAt} /> · {run.by}
          {tickets &&
            ` · ${t('lab.differs', { different: number(tickets.different), of: number(tickets.of) })}`}
        </span>
      </span>
      {kept && <span className={classes.badge}>{t('lab.kept')}</span>}
      <span className={classes.badge} data-tone={switchedOnAt ? 'good' : tones[state]}>
        {t(`lab.state.${switchedOnAt ? 'switchedOn' : state}`)}
      </span>
    </li>
  );
}
