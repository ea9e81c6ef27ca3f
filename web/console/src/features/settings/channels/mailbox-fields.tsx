import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WithHint } from '../../../../../ui/hint.tsx';
import classes from '../settings.module.css';
import type { MailboxForm } from './mailbox-form.ts';

const securities = ['tls', 'starttls', 'none'] as const;
const afterReadings = ['keep', 'seen', 'move'] as const;

/** Host, port, encryption and user of one of the two servers. */
function ServerFields({ form, kind }: { form: MailboxForm; kind: 'imap' | 'smtp' }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.serverGrid}>
      <legend className={classes.itemName}>{t(`settings.channels.${kind}`)}</legend>
      <TextInput
        label={t('settings.channels.host')}
        description={kind === 'imap' ? t('settings.channels.imapOptional') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps(`${kind}.host`)}
      />
      <TextInput
        label={t('settings.channels.port')}
        inputMode="numeric"
        {...form.getInputProps(`${kind}.port`)}
      />
      <Select
        label={t('settings.channels.security')}
        data={securities.map((value) => ({
          value,
          label: t(`settings.channels.securities.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps(`${kind}.security`)}
      />
      <TextInput
        label={t('settings.channels.user')}
        autoComplete="off"
        {...form.getInputProps(`${kind}.user`)}
      />
    </fieldset>
  );
}

type Props = { form: MailboxForm; withPassword: boolean; keepsPassword: boolean };

export function MailboxFields({ form, withPassword, keepsPassword }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {withPassword && (
        <PasswordInput
          label={t('settings.channels.password')}
          placeholder={keepsPassword ? t('settings.channels.passwordKept') : ''}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      )}
      <ServerFields form={form} kind="imap" />
      <ServerFields form={form} kind="smtp" />
      <div className={classes.grid}>
        <TextInput label={t('settings.channels.name')} {...form.getInputProps('name')} />
        <TextInput
          label={t('settings.channels.senderName')}
          description={t('settings.channels.senderHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('senderName')}
        />
        <TextInput label={t('settings.channels.folder')} {...form.getInputProps('folder')} />
        <WithHint
          about={t('settings.channels.afterReading')}
          text={t('settings.help.afterReading')}
        >
          <Select
            label={t('settings.channels.afterReading')}
            data={afterReadings.map((value) => ({
              value,
              label: t(`settings.channels.after.${value}`),
            }))}
            allowDeselect={false}
            {...form.getInputProps('afterReading')}
          />
        </WithHint>
        {form.values.afterReading === 'move' && (
          <TextInput label={t('settings.channels.moveTo')} {...form.getInputProps('moveTo')} />
        )}
      </div>
    </>
  );
}
