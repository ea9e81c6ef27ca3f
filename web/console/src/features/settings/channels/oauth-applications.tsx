import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../../../../ui/copy.tsx';
import { Loaded } from '../../../../../ui/states.tsx';
import { api, apiUrl } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import type { OauthApplication, OauthProvider } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useOauthApplications } from '../use-items.ts';
import { useSave } from '../use-save.ts';
import { providers } from './oauth-return.ts';

/** The company's own applications at the providers that let programs in by their sign-in page only. */
export function OauthApplications() {
  const { t } = useTranslation();
  const known = useOauthApplications();
  return (
    <section className={classes.panel} aria-labelledby="oauth-applications">
      <h3 id="oauth-applications" className={classes.panelTitle}>
        {t('settings.channels.application.title')}
      </h3>
      <p className={classes.hint}>{t('settings.channels.application.text')}</p>
      <Loaded of={known} wordsOf={wordsOf} empty={<Providers known={[]} />}>
        {(list) => <Providers known={list} />}
      </Loaded>
    </section>
  );
}

function Providers({ known }: { known: OauthApplication[] }) {
  return (
    <ul className={classes.list}>
      {providers.map((provider) => (
        <ProviderLine
          key={provider}
          provider={provider}
          known={known.find((each) => each.provider === provider) ?? null}
        />
      ))}
    </ul>
  );
}

type Of = { provider: OauthProvider; known: OauthApplication | null };

function ProviderLine({ provider, known }: Of) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const name = t(`settings.channels.application.${provider}`);
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        {known && <span className={classes.itemMore}>{known.clientId}</span>}
      </span>
      <span className={classes.badge} data-tone={known ? 'good' : undefined}>
        {known && <IconCheck size={14} aria-hidden="true" />}
        {t(`settings.channels.application.${known ? 'ready' : 'missing'}`)}
      </span>
      <Button
        variant="subtle"
        aria-expanded={editing}
        aria-label={`${t(`settings.channels.application.${known ? 'change' : 'set'}`)}: ${name}`}
        onClick={() => setEditing(!editing)}
      >
        {t(`settings.channels.application.${known ? 'change' : 'set'}`)}
      </Button>
      {editing && (
        <div style={{ flexBasis: '100%' }}>
          <ApplicationForm provider={provider} known={known} onClose={() => setEditing(false)} />
        </div>
      )}
    </li>
  );
}

function RedirectAddress() {
  const { t } = useTranslation();
  const address = `${location.origin}${apiUrl('/channels/oauth/callback')}`;
  return (
    <div>
      <p className={classes.hint}>{t('settings.channels.application.redirect')}</p>
      <div className={classes.row}>
        <p className={`${classes.codeBox} ${classes.grow}`}>{address}</p>
        <CopyText text={address} />
      </div>
    </div>
  );
}

const endpoints = ['authorizeUrl', 'tokenUrl', 'userUrl'] as const;

function valuesOf(known: OauthApplication | null) {
  return {
    clientId: known?.clientId ?? '',
    clientSecret: '',
    authorizeUrl: known?.authorizeUrl ?? '',
    tokenUrl: known?.tokenUrl ?? '',
    userUrl: known?.userUrl ?? '',
  };
}

/** An empty secret leaves the kept one; an empty address means the provider's usual one. */
type FormProps = Of & { onSaved?: () => void; onClose: () => void };

function useApplicationForm({ provider, known, onSaved, onClose }: FormProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: valuesOf(known),
    validate: {
      clientId: (value) => (value.trim() ? null : t('settings.channels.application.needId')),
    },
  });
  const save = useSave(
    ({ clientId, clientSecret, ...urls }: typeof form.values) =>
      api.put(`/channels/oauth/applications/${provider}`, {
        clientId: clientId.trim(),
        ...(clientSecret ? { clientSecret } : {}),
        ...Object.fromEntries(
          Object.entries(urls).map(([name, url]) => [name, url.trim() || null]),
        ),
      }),
    {
      touches: ['oauth-applications'],
      said: t('settings.channels.application.saved'),
      onDone: onSaved ?? onClose,
      onError: (error) => form.setErrors(fieldWords(error)),
    },
  );
  return { form, save };
}

export function ApplicationForm(props: FormProps) {
  const { t } = useTranslation();
  const { known, onClose } = props;
  const { form, save } = useApplicationForm(props);
  const hasOwn = endpoints.some((name) => known?.[name]);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <RedirectAddress />
      <div className={classes.grid}>
        <TextInput
          label={t('settings.channels.application.clientId')}
          autoComplete="off"
          {...form.getInputProps('clientId')}
        />
        <PasswordInput
          label={t('settings.channels.application.clientSecret')}
          placeholder={known?.hasSecret ? t('settings.channels.application.secretKept') : ''}
          autoComplete="new-password"
          {...form.getInputProps('clientSecret')}
        />
      </div>
      <details open={hasOwn}>
        <summary>{t('settings.channels.application.advanced')}</summary>
        <div className={classes.grid} style={{ marginTop: 8 }}>
          {endpoints.map((name) => (
            <TextInput
              key={name}
              type="url"
              label={t(`settings.channels.application.${name}`)}
              placeholder="https://"
              {...form.getInputProps(name)}
            />
          ))}
        </div>
      </details>
      <FormError error={save.error} />
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}
