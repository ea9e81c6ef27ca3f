import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { api } from '../../../lib/client.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import type { LabRun } from './lab-types.ts';

const touches = ['lab'];
const lengths = [7, 30, 90];

/** What can be done with a change that was tried. */
export function RunActs({ run }: { run: LabRun }) {
  const { t } = useTranslation();
  const isOver = run.state !== 'waiting' && run.state !== 'running';
  return (
    <div className={classes.row}>
      {run.switchedOnAt ? (
        <span className={classes.badge} data-tone="good">
          {t('lab.switchedOn')} <TimeText at={run.switchedOnAt} as="relative" />
        </span>
      ) : (
        run.state === 'done' && <SwitchOn run={run} />
      )}
      {isOver && (
        <>
          <Keep run={run} />
          <ThrowAway run={run} />
          <TryAgain run={run} />
        </>
      )}
    </div>
  );
}

/** Also the settings themselves are other ones afterwards. */
function SwitchOn({ run: { id, title } }: { run: LabRun }) {
  const { t } = useTranslation();
  const on = useSave(() => api.post(`/lab/runs/${id}/switch-on`, {}), {
    touches: [...touches, 'rules', 'sla-policies', 'routing-rules'],
    said: t('lab.switchedOn'),
  });
  return (
    <ConfirmButton
      label={t('lab.switchOn')}
      question={t('lab.switchOnQuestion', { title })}
      loading={on.isPending}
      onConfirm={() => on.mutate(undefined)}
      tone="main"
    />
  );
}

function Keep({ run: { id, kept, forgottenAt } }: { run: LabRun }) {
  const { t } = useTranslation();
  const keep = useSave(() => api.patch(`/lab/runs/${id}`, { kept: !kept }), { touches });
  return (
    <>
      <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate(undefined)}>
        {t(kept ? 'lab.unkeep' : 'lab.keep')}
      </Button>
      {forgottenAt && (
        <span className={classes.hint}>
          {t('lab.forgotten')} <TimeText at={forgottenAt} />
        </span>
      )}
    </>
  );
}

function ThrowAway({ run: { id } }: { run: LabRun }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useSave(() => api.delete(`/lab/runs/${id}`), {
    touches,
    onDone: () => void navigate({ to: '/settings/lab' as string, search: {} as never }),
  });
  return (
    <ConfirmButton
      label={t('lab.throwAway')}
      question={t('lab.throwAwayQuestion')}
      loading={remove.isPending}
      onConfirm={() => remove.mutate(undefined)}
    />
  );
}

/** The same change once more, over more or fewer days, or because settings are other ones by now. */
function TryAgain({ run: { changes, days } }: { run: LabRun }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [length, setLength] = useState(days);
  const start = useSave(() => api.post<LabRun>('/lab/runs', { changes, days: length }), {
    touches,
    said: t('lab.state.running'),
    onDone: ({ id }) =>
      void navigate({ to: '/settings/lab' as string, search: { run: id } as never }),
  });
  return (
    <span className={classes.row}>
      <Button variant="subtle" loading={start.isPending} onClick={() => start.mutate(undefined)}>
        {t('lab.tryAgain')}
      </Button>
      <NativeSelect
        aria-label={t('lab.tryAgain')}
        value={String(length)}
        onChange={(event) => setLength(Number(event.currentTarget.value))}
        data={[...new Set([...lengths, days])].map((count) => ({
          value: String(count),
          label: t('lab.days', { count }),
        }))}
      />
    </span>
  );
}
