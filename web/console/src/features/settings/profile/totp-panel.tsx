import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../../../../ui/copy.tsx';
import { Hint } from '../../../../../ui/hint.tsx';
import { api } from '../../../lib/client.ts';
import { sessionQuery, useSession } from '../../../lib/session.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { QrCode } from './qr-code.tsx';

type Begun = { secret: string; uri: string };

const valueOf = (event: FormEvent<HTMLFormElement>, name: string): string => {
  event.preventDefault();
  const value = new FormData(event.currentTarget).get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The second factor: password → picture to scan → first code → recovery codes, shown once. */
export function TotpPanel() {
  const { t } = useTranslation();
  const { totp } = useSession();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <section className={classes.panel}>
      <div className={classes.titleRow}>
        <h3 className={classes.panelTitle}>{t('settings.totp.title')}</h3>
        <Hint about={t('settings.totp.title')}>{t('settings.help.totp')}</Hint>
      </div>
      <p className={classes.hint}>{t('settings.totp.text')}</p>
      {codes && <RecoveryCodes codes={codes} />}
      {!codes && begun && !totp.enabled && <Confirm begun={begun} onCodes={setCodes} />}
      {!codes && !begun && !totp.enabled && <Begin onBegun={setBegun} />}
      {totp.enabled && (
        <>
          <p className={classes.row}>
            <span className={classes.badge} data-tone="good">
              <IconShieldCheck size={15} aria-hidden="true" /> {t('settings.totp.on')}
            </span>
          </p>
          {!totp.required && (
            <SwitchOff
              onDone={() => {
                setCodes(null);
                setBegun(null);
              }}
            />
          )}
        </>
      )}
    </section>
  );
}

function Begin({ onBegun }: { onBegun: (begun: Begun) => void }) {
  const { t } = useTranslation();
  const begin = useSave((password: string) => api.post<Begun>('/totp', { password }), {
    touches: [],
    said: t('settings.totp.scanNow'),
    onDone: onBegun,
    onError: () => undefined,
  });
  return (
    <form className={classes.row} onSubmit={(event) => begin.mutate(valueOf(event, 'password'))}>
      <PasswordInput
        className={classes.grow ?? ''}
        name="password"
        label={t('settings.profile.currentPassword')}
        autoComplete="current-password"
        required
      />
      <Button type="submit" mt="auto" loading={begin.isPending}>
        {t('settings.totp.begin')}
      </Button>
      <FormError error={begin.error} />
    </form>
  );
}

function Confirm({ begun, onCodes }: { begun: Begun; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const confirm = useSave(
    (code: string) => api.post<{ recoveryCodes: string[] }>('/totp/confirm', { code }),
    {
      touches: ['users'],
      said: t('settings.totp.on'),
      onDone: ({ recoveryCodes }) => {
        onCodes(recoveryCodes);
        void cache.invalidateQueries(sessionQuery);
      },
      onError: () => undefined,
    },
  );
  return (
    <>
      <div className={classes.row}>
        <QrCode text={begun.uri} label={t('settings.totp.picture')} />
        <div className={classes.grow}>
          <p className={classes.hint}>{t('settings.totp.byHand')}</p>
          <p className={classes.codeBox}>{begun.secret}</p>
        </div>
      </div>
      <form className={classes.row} onSubmit={(event) => confirm.mutate(valueOf(event, 'code'))}>
        <TextInput
          name="code"
          label={t('settings.totp.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
        <Button type="submit" mt="auto" loading={confirm.isPending}>
          {t('settings.totp.confirm')}
        </Button>
        <FormError error={confirm.error} />
      </form>
    </>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.warning}>{t('settings.totp.codesText')}</p>
      <ul className={classes.codes} aria-label={t('settings.totp.codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <CopyText text={codes.join('\n')} />
      </div>
    </>
  );
}

function SwitchOff({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const off = useSave((password: string) => api.delete('/totp', { password }), {
    touches: ['users'],
    said: t('settings.totp.switchedOff'),
    onDone: () => {
      onDone();
      void cache.invalidateQueries(sessionQuery);
    },
    onError: () => undefined,
  });
  return (
    <form className={classes.row} onSubmit={(event) => off.mutate(valueOf(event, 'password'))}>
      <PasswordInput
        className={classes.grow ?? ''}
        name="password"
        label={t('settings.profile.currentPassword')}
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant="default" mt="auto" loading={off.isPending}>
        {t('settings.totp.switchOff')}
      </Button>
      <FormError error={off.error} />
    </form>
  );
}
