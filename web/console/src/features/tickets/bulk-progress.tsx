import { ActionIcon, Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { useAction } from '../../lib/actions.ts';
import type { BulkAct } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { countsQuery } from '../../lib/tickets.ts';
import classes from './bulk.module.css';
import {
  bulkActQuery,
  isRunning,
  lastBulkActQuery,
  showBulkAct,
  useShownBulkAct,
} from './bulk-acts.ts';

const Results = lazy(async () => ({ default: (await import('./bulk-results.tsx')).BulkResults }));

/** How far the last act upon many tickets has come, and the way back. */
export function BulkProgress() {
  const shown = useShownBulkAct();
  const last = useQuery(lastBulkActQuery).data;
  useEffect(() => {
    if (last && isRunning(last)) {
      showBulkAct(last.id);
    }
  }, [last]);
  return shown === null ? null : <Act key={shown} id={shown} />;
}

const shownForMs = 15_000;

function Act({ id }: { id: string }) {
  const cache = useQueryClient();
  const act = useQuery(bulkActQuery(id)).data;
  const isOver = act !== undefined && !isRunning(act);
  const hasTrouble = act !== undefined && act.counts.refused + act.counts.kept > 0;
  const onOver = useEffectEvent(() => {
    void cache.invalidateQueries(countsQuery);
    if (hasTrouble) {
      // What was shown beforehand has not come true everywhere.
      void cache.invalidateQueries({ queryKey: ['tickets'] });
    }
  });
  useEffect(() => {
    if (!isOver) {
      return undefined;
    }
    onOver();
    const timer = hasTrouble ? undefined : setTimeout(() => showBulkAct(null), shownForMs);
    return () => clearTimeout(timer);
  }, [isOver, hasTrouble]);
  if (!act) {
    return null;
  }
  return isOver ? <Over act={act} hasTrouble={hasTrouble} /> : <Running act={act} />;
}

function useAsk() {
  const cache = useQueryClient();
  return async (path: string): Promise<void> => {
    try {
      const act = await api.post<BulkAct>(path);
      cache.setQueryData(bulkActQuery(act.id).queryKey, act);
      showBulkAct(act.id);
    } catch (error) {
      showToast(wordsOf(error).words, { tone: 'bad' });
    }
  };
}

const settledOf = ({ counts }: BulkAct): number =>
  counts.changed + counts.same + counts.kept + counts.refused;

function Running({ act }: { act: BulkAct }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const done = settledOf(act);
  return (
    <section className={classes.progress} aria-label={t('tickets.bulk.title')}>
      <span className={classes.said}>
        {t(act.undoOf ? 'tickets.bulk.undoing' : 'tickets.bulk.running', {
          done: done.toLocaleString(),
          total: act.total.toLocaleString(),
        })}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        disabled={act.state === 'cancelling'}
        onClick={() => void ask(`/bulk-acts/${act.id}/cancel`)}
      >
        {t('tickets.bulk.cancel')}
      </Button>
      <progress
        className={classes.track}
        value={done}
        max={act.total}
        aria-label={t('tickets.bulk.title')}
      />
    </section>
  );
}

function Over({ act, hasTrouble }: { act: BulkAct; hasTrouble: boolean }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const [detailed, setDetailed] = useState(false);
  const mayUndo = act.undoable && act.undoneBy === null && act.counts.changed > 0;
  const undo = () => void ask(`/bulk-acts/${act.id}/undo`);
  useAction('undo', undo, { enabled: mayUndo, level: 1 });
  return (
    <section className={classes.progress} aria-label={t('tickets.bulk.title')}>
      <Said act={act} hasTrouble={hasTrouble} />
      {mayUndo && (
        <Button size="compact-xs" variant="light" onClick={undo}>
          {t('ui.undo')}
        </Button>
      )}
      {hasTrouble && (
        <Button size="compact-xs" variant="default" onClick={() => setDetailed(true)}>
          {t('tickets.bulk.details')}
        </Button>
      )}
      <ActionIcon aria-label={t('ui.close')} onClick={() => showBulkAct(null)}>
        <IconX size={15} />
      </ActionIcon>
      {detailed && (
        <Suspense>
          <Results actId={act.id} onClose={() => setDetailed(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** What has come of it, and whether there is a way back. */
function Said({ act, hasTrouble }: { act: BulkAct; hasTrouble: boolean }) {
  const { t } = useTranslation();
  const left = act.counts.refused + act.counts.kept;
  return (
    <output className={classes.said}>
      {t(act.undoOf ? 'tickets.bulk.undone' : 'tickets.bulk.done', { count: act.counts.changed })}
      {act.counts.cancelled > 0 && ` ${t('tickets.bulk.left', { count: act.counts.cancelled })}`}
      {hasTrouble && ` ${t('tickets.bulk.failed', { count: left })}`}
      {act.undoOf === null && !act.undoable && ` ${t('tickets.bulk.final')}`}
    </output>
  );
}
