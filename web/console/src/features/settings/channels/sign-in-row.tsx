import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OauthProvider } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { FirstApplication } from './choose-way.tsx';
import type { Leaving } from './oauth-return.ts';
import { useSignIn } from './use-sign-in.ts';

/** Buttons to sign in at a provider: for a mailbox whose leave has run out, or whose settings nobody could guess. */
export function SignInRow({
  leaving,
  among,
}: {
  leaving: Leaving;
  among: readonly OauthProvider[];
}) {
  const { t } = useTranslation();
  const { go, needsApplication } = useSignIn(leaving);
  return (
    <>
      <div className={classes.row}>
        {among.map((provider) => (
          <Button
            key={provider}
            variant="default"
            loading={go.isPending && go.variables === provider}
            onClick={() => go.mutate(provider)}
          >
            {t(`settings.channels.oauth.${provider}`)}
          </Button>
        ))}
      </div>
      {needsApplication ? (
        <FirstApplication
          provider={needsApplication}
          onSaved={() => go.mutate(needsApplication)}
          onClose={() => go.reset()}
        />
      ) : (
        <FormError error={go.error} />
      )}
    </>
  );
}
