import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Failure, Skeleton } from '../../../../ui/states.tsx';
import type { BulkTicket, Page } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { useOwnFields } from '../../lib/own-fields.ts';
import { wordsOf } from '../../lib/problem.ts';
import classes from './bulk.module.css';

/** The tickets that an act has left as they were, and why. */
export function BulkResults({ actId, onClose }: { actId: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('tickets.bulk.detailsTitle')}>
      <Outcome actId={actId} outcome="refused" />
      <Outcome actId={actId} outcome="kept" />
    </Dialog>
  );
}

function Outcome({ actId, outcome }: { actId: string; outcome: 'refused' | 'kept' }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['bulk-act', actId, outcome],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<BulkTicket>>(
        `/bulk-acts/${actId}/tickets`,
        { outcome, limit: 50, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  if (!query.data) {
    return query.error ? (
      <Failure {...wordsOf(query.error)} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton rows={3} />
    );
  }
  const all = query.data.pages.flatMap((page) => page.items);
  if (all.length === 0) {
    return null;
  }
  return (
    <ul className={classes.results}>
      {all.map((each) => (
        <li key={each.ticket.id} className={classes.result}>
          <Link to="/tickets/$number" params={{ number: String(each.ticket.number) }}>
            #{each.ticket.number} {each.ticket.subject}
          </Link>
          <span className={classes.reason}>
            <Reason of={each} />
          </span>
        </li>
      ))}
      {query.hasNextPage && (
        <Button variant="subtle" onClick={() => void query.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
    </ul>
  );
}

function Reason({ of: { code, kept } }: { of: BulkTicket }) {
  const { t } = useTranslation();
  const own = useOwnFields(kept.some(({ field }) => field.startsWith('fields.')));
  const called = (field: string) =>
    own.find(({ name }) => `fields.${name}` === field)?.label ??
    t(`tickets.field.${field}`, { defaultValue: field.replace('fields.', '') });
  if (code) {
    return t(`errors.${code}`, { defaultValue: t('errors.unknown') });
  }
  return kept
    .map(({ field, by }) =>
      t('tickets.bulk.changedSince', {
        field: called(field),
        by: by ?? t('tickets.event.system'),
      }),
    )
    .join(' ');
}
