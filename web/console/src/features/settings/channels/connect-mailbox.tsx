import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import type { Guess, OauthProvider } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { fromGuess } from './mailbox-form.ts';
import { MailboxEditor } from './mailbox-editor.tsx';

type Found = { address: string; guess: Guess };
const waitingKey = 'otklik.oauth';

const nothing: Guess = { source: 'none', imap: null, smtp: null, hints: [], oauth: null };

/** A guess that failed must not stand in the way: the settings can always be typed. */
async function guessFor(address: string): Promise<Guess> {
  try {
    return await api.post<Guess>('/channels/guess', { address });
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status >= 500)) {
      return nothing;
    }
    throw error;
  }
}

/** What was guessed before leaving for the provider's sign-in page; it is needed again on return. */
function kept(): Found | null {
  const text = sessionStorage.getItem(waitingKey);
  return text ? (JSON.parse(text) as Found) : null;
}

/** Address → guessed settings → password or the provider's sign-in → test → save. */
export function ConnectMailbox({
  grant,
  onClose,
}: {
  grant: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [found, setFound] = useState<Found | null>(() => (grant ? kept() : null));
  const [byPassword, setByPassword] = useState(false);
  if (!found) {
    return <AskAddress onFound={setFound} onClose={onClose} />;
  }
  const provider = found.guess.oauth;
  if (provider && !grant && !byPassword) {
    return (
      <ChooseWay
        found={found}
        provider={provider}
        onPassword={() => setByPassword(true)}
        onClose={onClose}
      />
    );
  }
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{found.address}</h3>
      {!grant && <Hints hints={found.guess.hints} />}
      <p className={classes.hint}>
        {t(found.guess.imap ? 'settings.channels.guessed' : 'settings.channels.notGuessed')}
      </p>
      <MailboxEditor
        channel={null}
        initial={fromGuess(found.address, found.guess)}
        oauth={grant && provider ? { provider, grant } : null}
        onClose={() => {
          sessionStorage.removeItem(waitingKey);
          onClose();
        }}
      />
    </section>
  );
}

function AskAddress({
  onFound,
  onClose,
}: {
  onFound: (found: Found) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const guess = useMutation({
    mutationFn: async (address: string) => ({ address, guess: await guessFor(address) }),
    onSuccess: onFound,
  });
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('settings.channels.askAddress')}</h3>
      <form
        className={classes.row}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          const address = new FormData(event.currentTarget).get('address');
          guess.mutate(typeof address === 'string' ? address.trim() : '');
        }}
      >
        <TextInput
          className={classes.grow ?? ''}
          name="address"
          type="email"
          label={t('settings.channels.address')}
          placeholder="support@company.example"
          required
        />
        <Button type="submit" mt="auto" loading={guess.isPending}>
          {t('settings.channels.next')}
        </Button>
        <Button variant="default" mt="auto" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
      </form>
      <FormError error={guess.error} />
    </section>
  );
}

type WayProps = {
  found: Found;
  provider: OauthProvider;
  onPassword: () => void;
  onClose: () => void;
};

function ChooseWay({ found, provider, onPassword, onClose }: WayProps) {
  const { t } = useTranslation();
  const go = useMutation({
    mutationFn: () =>
      api.post<{ url: string }>('/channels/oauth', { provider, address: found.address }),
    onSuccess: ({ url }) => {
      sessionStorage.setItem(waitingKey, JSON.stringify(found));
      location.assign(url);
    },
  });
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{found.address}</h3>
      <p className={classes.hint}>{t('settings.channels.oauthText')}</p>
      <div className={classes.row}>
        <Button loading={go.isPending} onClick={() => go.mutate()}>
          {t(`settings.channels.oauth.${provider}`)}
        </Button>
        <Button variant="default" onClick={onPassword}>
          {t('settings.channels.byPassword')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
      <FormError error={go.error} />
    </section>
  );
}

function Hints({ hints }: { hints: string[] }) {
  const { t } = useTranslation();
  return hints.map((hint) => (
    <p key={hint} className={classes.warning}>
      {t(`settings.hint.${hint}`, { defaultValue: hint })}
    </p>
  ));
}
