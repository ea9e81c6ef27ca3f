import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OauthProvider } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { ApplicationForm } from './oauth-applications.tsx';
import type { Leaving } from './oauth-return.ts';
import { useSignIn } from './use-sign-in.ts';

type Props = {
  leaving: Leaving;
  provider: OauthProvider;
  onPassword: () => void;
  onClose: () => void;
};

/** The provider's own sign-in page, or a password where the mail still takes one. */
export function ChooseWay({ leaving, provider, onPassword, onClose }: Props) {
  const { t } = useTranslation();
  const { go, needsApplication } = useSignIn(leaving);
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{leaving.address}</h3>
      <p className={classes.hint}>{t('settings.channels.oauthText')}</p>
      <div className={classes.row}>
        <Button loading={go.isPending} onClick={() => go.mutate(provider)}>
          {t(`settings.channels.oauth.${provider}`)}
        </Button>
        <Button variant="default" onClick={onPassword}>
          {t('settings.channels.byPassword')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
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
    </section>
  );
}

/** Nobody has named the company's application at this provider: it is asked for here and the sign-in goes on. */
export function FirstApplication({
  provider,
  ...done
}: {
  provider: OauthProvider;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.warning} role="alert">
        {t('settings.channels.application.first', {
          provider: t(`settings.channels.application.${provider}`),
        })}
      </p>
      <ApplicationForm provider={provider} known={null} {...done} />
    </>
  );
}
