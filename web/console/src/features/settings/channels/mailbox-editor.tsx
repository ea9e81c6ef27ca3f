import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { fieldWords } from '../../../lib/problem.ts';
import type { Channel, OauthProvider, Probe } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { MailboxFields } from './mailbox-fields.tsx';
import { settingsBody, useMailboxForm, type MailboxValues } from './mailbox-form.ts';
import { ProbeSteps } from './probe-steps.tsx';

type Props = {
  channel: Channel | null;
  initial: MailboxValues;
  oauth: { provider: OauthProvider; grant?: string } | null;
  onClose: () => void;
};

/** Settings of a mailbox, new or known. They are tested first; who insists may save them untested. */
export function MailboxEditor({ channel, initial, oauth, onClose }: Props) {
  const { t } = useTranslation();
  const form = useMailboxForm(initial);
  const settings = () => settingsBody(form.getValues(), oauth);
  const save = useSave(
    () => {
      const { name, address } = form.getValues();
      return channel
        ? api.patch(`/channels/${channel.id}`, {
            version: channel.version,
            name,
            settings: settings(),
          })
        : api.post('/channels', { kind: 'email', name, address, settings: settings() });
    },
    {
      touches: ['channels'],
      said: t('settings.channels.connected'),
      onDone: onClose,
      onError: (error) => form.setErrors(settingsErrors(error)),
    },
  );
  const probe = useMutation({
    mutationFn: () =>
      api.post<Probe>('/channels/probe', {
        settings: settings(),
        ...(channel ? { channelId: channel.id } : {}),
      }),
    onSuccess: ({ ok }) => ok && save.mutate(undefined),
    onError: (error) => form.setErrors(settingsErrors(error)),
  });
  const busy = probe.isPending || save.isPending;
  return (
    <form className={classes.steps} noValidate onSubmit={form.onSubmit(() => probe.mutate())}>
      <MailboxFields form={form} withPassword={!oauth} keepsPassword={channel !== null} />
      {probe.data && <ProbeSteps probe={probe.data} />}
      <FormError error={probe.error ?? save.error} />
      <div className={classes.row}>
        <Button type="submit" loading={busy}>
          {t('settings.channels.testAndSave')}
        </Button>
        {probe.data?.ok === false && (
          <Button variant="default" disabled={busy} onClick={() => save.mutate(undefined)}>
            {t('settings.channels.saveAnyway')}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

const settingsErrors = (error: Error) =>
  Object.fromEntries(
    Object.entries(fieldWords(error)).map(([field, words]) => [
      field.replace(/^settings\./, ''),
      words,
    ]),
  );
