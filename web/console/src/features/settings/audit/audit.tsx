import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import type { AuditEntry } from '../../../lib/settings-types.ts';
import { differences } from './differences.ts';
import classes from '../settings.module.css';
import own from './audit.module.css';
import { useAuditWords } from './use-audit-words.ts';

/** Who changed which setting, when, from what to what. */
export function Audit() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const mark = useDeferredValue(typed.trim());
  const audit = useInfiniteQuery({
    queryKey: ['audit', mark],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AuditEntry>>(
        '/audit',
        { limit: 50, after: pageParam, mark: mark.slice(0, 4_000) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  return (
    <>
      <TextInput
        className={own.mark ?? ''}
        label={t('settings.audit.mark')}
        description={t('settings.audit.markHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Loaded
        of={audit}
        wordsOf={wordsOf}
        isEmpty={(list) => list.pages.every((page) => page.items.length === 0)}
        empty={<Empty title={t(mark ? 'settings.audit.markNone' : 'settings.audit.empty')} />}
      >
        {(list) => (
          <>
            <Entries entries={list.pages.flatMap((page) => page.items)} />
            {audit.hasNextPage && (
              <Button
                variant="default"
                loading={audit.isFetchingNextPage}
                onClick={() => void audit.fetchNextPage()}
              >
                {t('settings.audit.more')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function Entries({ entries }: { entries: AuditEntry[] }) {
  const { t } = useTranslation();
  const words = useAuditWords();
  return (
    <section
      className={classes.tableBox}
      // A wide table is scrolled by keys on a narrow screen.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      aria-label={t('settings.section.audit.title')}
    >
      <table className={`${classes.table} ${own.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('settings.audit.when')}</th>
            <th scope="col">{t('settings.audit.who')}</th>
            <th scope="col">{t('settings.audit.what')}</th>
            <th scope="col">{t('settings.audit.change')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} words={words} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Words = ReturnType<typeof useAuditWords>;

function AuditRow({ entry, words }: { entry: AuditEntry; words: Words }) {
  const { t } = useTranslation();
  const { fieldOf, valueOf } = words;
  const action = t(`settings.action.${entry.action.replaceAll(/[.-]/g, '_')}`, {
    defaultValue: entry.action,
  });
  return (
    <tr>
      <td>
        <TimeText at={entry.at} />
      </td>
      <td>
        {entry.actor.kind === 'system' ? t('settings.auditValue.system') : entry.actor.name}
        {entry.ip && <div className={classes.itemMore}>{entry.ip}</div>}
      </td>
      <td>
        {action}
        {entry.subject?.name && <div className={classes.itemMore}>{entry.subject.name}</div>}
      </td>
      <td>
        <div className={classes.diff}>
          {differences(entry.before, entry.after).map(({ path, before, after }) => (
            <div key={path.join('.')}>
              {fieldOf(path, entry.subject.kind)}:{' '}
              {before !== undefined && (
                <del className={classes.before}>{valueOf(path, before)}</del>
              )}{' '}
              {after !== undefined && valueOf(path, after)}
            </div>
          ))}
        </div>
      </td>
    </tr>
  );
}
