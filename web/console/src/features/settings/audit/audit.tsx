import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
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
  const words = useAuditWords();
  const audit = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AuditEntry>>('/audit', { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  return (
    <Loaded
      of={audit}
      wordsOf={wordsOf}
      isEmpty={(list) => list.pages.every((page) => page.items.length === 0)}
      empty={<Empty title={t('settings.audit.empty')} />}
    >
      {(list) => (
        <>
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
                {list.pages
                  .flatMap((page) => page.items)
                  .map((entry) => (
                    <AuditRow key={entry.id} entry={entry} words={words} />
                  ))}
              </tbody>
            </table>
          </section>
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
