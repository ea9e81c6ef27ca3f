import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import type { Channel, ChannelImport } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { useMailWords } from './use-mail-words.ts';

const monthAgo = () => new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);

/** Old letters by date, in the background: how far it is, stop, go on. */
export function ImportHistory({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const [since, setSince] = useState(monthAgo);
  const path = `/channels/${channel.id}/import`;
  const touches = ['channels'];
  const begin = useSave((from: string) => api.post(path, { since: from }), {
    touches,
    said: t('settings.import.begun'),
  });
  const stop = useSave(() => api.delete(path), {
    touches,
    said: t('settings.import.stopped'),
  });
  const state = channel.import;
  const isRunning = state?.state === 'running';
  return (
    <div className={classes.row} style={{ marginTop: 8 }}>
      {state && <Progress state={state} />}
      {isRunning && (
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
          {t('settings.import.stop')}
        </Button>
      )}
      {state && (state.state === 'stopped' || state.state === 'failed') && (
        <Button
          variant="default"
          loading={begin.isPending}
          onClick={() => begin.mutate(state.since)}
        >
          {t('settings.import.resume')}
        </Button>
      )}
      {!isRunning && (
        <form
          className={classes.row}
          onSubmit={(event) => {
            event.preventDefault();
            begin.mutate(`${since}T00:00:00.000Z`);
          }}
        >
          <TextInput
            type="date"
            aria-label={t('settings.import.since')}
            value={since}
            onChange={(event) => setSince(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={begin.isPending}>
            {t('settings.import.begin')}
          </Button>
        </form>
      )}
    </div>
  );
}

function Progress({ state }: { state: ChannelImport }) {
  const { t } = useTranslation();
  const reason = useMailWords();
  const share = state.total ? Math.min(100, Math.round((state.done / state.total) * 100)) : 0;
  return (
    <div className={classes.grow}>
      <span className={classes.itemMore}>
        {t(`settings.import.state.${state.state}`)}:{' '}
        {t('settings.import.done', { count: state.done, total: state.total ?? '…' })}{' '}
        {reason(state.code)}
      </span>
      <progress
        className={classes.bar}
        aria-label={t('settings.import.begin')}
        value={share}
        max={100}
      />
    </div>
  );
}
