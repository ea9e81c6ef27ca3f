import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Progress } from '../../../../../ui/progress.tsx';
import { Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { DraftLines } from './draft-lines.tsx';
import own from './lab.module.css';
import type { LabRun } from './lab-types.ts';
import { ResultView } from './result-view.tsx';
import { RunActs } from './run-acts.tsx';
import { useNumber } from './use-number.ts';

const lookEveryMs = 700;

/** One change on its way through the past, and what came of it. */
export function RunPage({ runId }: { runId: string }) {
  const { t } = useTranslation();
  const run = useQuery({
    queryKey: ['lab', 'run', runId],
    queryFn: ({ signal }) => api.get<LabRun>(`/lab/runs/${runId}`, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'waiting' || state.data?.state === 'running' ? lookEveryMs : false,
  });
  return (
    <>
      <Link to={'/settings/lab' as string} className={`${classes.row} ${own.link}`}>
        <IconArrowLeft size={15} aria-hidden="true" /> {t('lab.back')}
      </Link>
      <Loaded of={run} wordsOf={wordsOf}>
        {(found) => (
          <>
            <section className={classes.panel} aria-label={found.title}>
              <h3 className={classes.panelTitle}>
                {t('lab.of', { title: found.title, days: t('lab.days', { count: found.days }) })}
              </h3>
              <DraftLines changes={found.changes} title={found.title} />
              <RunActs run={found} />
            </section>
            <Outcome run={found} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Outcome({ run }: { run: LabRun }) {
  const { t } = useTranslation();
  if (run.result) {
    return <ResultView runId={run.id} result={run.result} />;
  }
  if (run.state === 'cancelled') {
    return <p className={classes.hint}>{t('lab.stopped')}</p>;
  }
  if (run.state === 'failed') {
    return (
      <p role="alert" className={classes.problem}>
        <strong>{t('lab.failed')}.</strong> {t('lab.failedText')}
      </p>
    );
  }
  return <UnderWay run={run} />;
}

function UnderWay({ run: { id, state, progress } }: { run: LabRun }) {
  const { t } = useTranslation();
  const number = useNumber();
  const stop = useSave(() => api.post(`/lab/runs/${id}/cancel`, {}), { touches: ['lab'] });
  const { done, of } = progress;
  const words =
    state === 'waiting'
      ? t('lab.waiting')
      : of === null
        ? t('lab.counting')
        : t('lab.progress', { done: number(done), of: number(of) });
  return (
    <div className={classes.panel} aria-busy="true">
      <Progress percent={of ? Math.round((done / of) * 100) : 0} label={words} />
      <div className={classes.row}>
        <output className={classes.hint}>{words}</output>
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
          {t('lab.stop')}
        </Button>
      </div>
    </div>
  );
}
