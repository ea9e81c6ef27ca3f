import { Button, NativeSelect } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { showToast } from '../../../../../ui/toast.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import type { Removal } from '../../../lib/settings-types.ts';
import { focusBeside } from '../focus-beside.ts';
import classes from '../settings.module.css';
import { removalKinds } from './kinds.data.ts';

/** What was removed lately, by whom and when, with the way back. */
export function Removals() {
  const { t } = useTranslation();
  const [kind, setKind] = useState('');
  const removals = useInfiniteQuery({
    queryKey: ['removals', kind],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Removal>>(
        '/removals',
        { limit: 50, after: pageParam, ...(kind && { kind }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  return (
    <>
      <KindPick kind={kind} onPick={setKind} />
      <Loaded
        of={removals}
        wordsOf={wordsOf}
        isEmpty={(list) => list.pages.every((page) => page.items.length === 0)}
        empty={
          kind ? (
            <Empty title={t('removals.none')} />
          ) : (
            <Empty
              icon={<IconArrowBackUp size={30} stroke={1.4} />}
              title={t('removals.empty')}
              text={t('removals.emptyText')}
            />
          )
        }
      >
        {(list) => (
          <>
            <ul className={classes.list}>
              {list.pages
                .flatMap((page) => page.items)
                .map((removal) => (
                  <RemovalLine key={removal.id} removal={removal} />
                ))}
            </ul>
            {removals.hasNextPage && (
              <Button
                variant="default"
                loading={removals.isFetchingNextPage}
                onClick={() => void removals.fetchNextPage()}
              >
                {t('removals.more')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function KindPick({ kind, onPick }: { kind: string; onPick: (kind: string) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const kinds = removalKinds.filter(({ needs }) => may(needs));
  return kinds.length < 2 ? null : (
    <NativeSelect
      label={t('removals.which')}
      value={kind}
      data={[
        { value: '', label: t('removals.all') },
        ...kinds.map((each) => ({ value: each.kind, label: t(`removals.kind.${each.kind}`) })),
      ]}
      onChange={(event) => onPick(event.currentTarget.value)}
      style={{ maxWidth: 320 }}
    />
  );
}

function useRestore({ id, kind, subjectId }: Removal, name: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const place = removalKinds.find((each) => each.kind === kind)?.place;
  const search = kind === 'view' ? { view: subjectId } : {};
  const show = () => void navigate({ to: place, search } as never);
  return useMutation({
    mutationFn: (_goOn: () => void) => api.post(`/removals/${id}/restore`),
    onSuccess: async (_restored, goOn) => {
      // Whatever a screen has read may name it.
      await cache.invalidateQueries();
      goOn();
      showToast(
        t('settings.putBack', { name }),
        place === undefined ? {} : { label: t('removals.show'), undo: show },
      );
    },
    onError: (error) => {
      void cache.invalidateQueries({ queryKey: ['removals'] });
      showToast(wordsOf(error).words, { tone: 'bad' });
    },
  });
}

function RemovalLine({ removal }: { removal: Removal }) {
  const { t, i18n } = useTranslation();
  const { kind, removedAt, removedBy, keptUntil } = removal;
  const name = removal.name || t('removals.nameless');
  const restore = useRestore(removal, name);
  const date = new Date(keptUntil).toLocaleDateString(i18n.language);
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore}>
          {t(`removals.kind.${kind}`)} · {t('removals.removed', { name: removedBy })},{' '}
          <TimeText at={removedAt} /> · {t('removals.keptUntil', { date })}
        </span>
      </span>
      <Button
        data-goes
        variant="light"
        aria-label={t('removals.restoreName', { name })}
        loading={restore.isPending}
        onClick={({ currentTarget }) => restore.mutate(focusBeside(currentTarget))}
      >
        {t('removals.restore')}
      </Button>
    </li>
  );
}
