import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import type { Guess } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { ChooseWay } from './choose-way.tsx';
import { fromGuess } from './mailbox-form.ts';
import { MailboxEditor } from './mailbox-editor.tsx';
import {
  forgetLeaving,
  providers,
  recallLeaving,
  type Leaving,
  type OauthReturn,
} from './oauth-return.ts';
import { SignInRow } from './sign-in-row.tsx';
import { useMailWords } from './use-mail-words.ts';

const nothing: Guess = {
  source: 'none',
  provider: null,
  imap: null,
  smtp: null,
  user: '',
  hints: [],
  oauth: null,
};

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

type Props = { back: OauthReturn; onClose: () => void };

/** Address → guessed settings → password or the provider's sign-in → test → save. */
export function ConnectMailbox({ back, onClose }: Props) {
  const { grant } = back;
  const [found, setFound] = useState<Leaving | null>(() => (grant ? recallLeaving() : null));
  const [byPassword, setByPassword] = useState(false);
  const close = () => {
    forgetLeaving();
    onClose();
  };
  if (!found) {
    return <AskAddress back={back} onFound={setFound} onClose={close} />;
  }
  if (found.guess.oauth && !grant && !byPassword) {
    return (
      <ChooseWay
        leaving={found}
        provider={found.guess.oauth}
        onPassword={() => setByPassword(true)}
        onClose={close}
      />
    );
  }
  return <TypeSettings found={found} grant={grant} onClose={close} />;
}

type TypeProps = { found: Leaving; grant: OauthReturn['grant']; onClose: () => void };

const isKnown = ({ imap, source }: Guess) => imap !== null && source !== 'guess';

function saidOf(guess: Guess) {
  if (isKnown(guess)) {
    return 'settings.channels.guessed';
  }
  return guess.imap ? 'settings.channels.supposed' : 'settings.channels.notGuessed';
}

function TypeSettings({ found, grant, onClose }: TypeProps) {
  const { t } = useTranslation();
  const { address, guess } = found;
  const isSure = isKnown(guess);
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{address}</h3>
      {!grant &&
        guess.hints.map((hint) => (
          <p key={hint} className={classes.warning}>
            {t(`settings.hint.${hint}`, { defaultValue: hint })}
          </p>
        ))}
      <p className={classes.hint}>{t(grant ? 'settings.channels.oauthDone' : saidOf(guess))}</p>
      {!grant && !guess.oauth && !isSure && <SignInRow leaving={found} among={providers} />}
      <MailboxEditor
        channel={null}
        initial={fromGuess(address, guess, grant?.provider ?? null)}
        oauth={grant}
        onClose={onClose}
      />
    </section>
  );
}

function AskAddress({ back, onFound, onClose }: Props & { onFound: (found: Leaving) => void }) {
  const { t } = useTranslation();
  const reason = useMailWords();
  const guess = useMutation({
    mutationFn: async (address: string) => ({ address, guess: await guessFor(address) }),
    onSuccess: onFound,
  });
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('settings.channels.askAddress')}</h3>
      {back.problem && (
        <p role="alert" className={classes.problem}>
          {t('settings.channels.oauthFailed')} {reason(back.problem)}
        </p>
      )}
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
          defaultValue={back.address ?? recallLeaving()?.address ?? ''}
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
