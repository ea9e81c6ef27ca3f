import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../../../../ui/copy.tsx';
import { api } from '../../../lib/client.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';

/** What webhooks are signed with: shown once when it is made, never again. */
export function WebhookSecret() {
  const { t } = useTranslation();
  const [made, setMade] = useState<string | null>(null);
  const make = useSave(() => api.post<{ secret: string }>('/rules/secret', {}), {
    touches: [],
    onDone: ({ secret }) => setMade(secret),
  });
  return (
    <section className={classes.panel} aria-label={t('rules.secret.title')}>
      <h3 className={classes.itemName}>{t('rules.secret.title')}</h3>
      {made === null ? (
        <>
          <p className={classes.hint}>{t('rules.secret.hint')}</p>
          <div>
            <ConfirmButton
              label={t('rules.secret.make')}
              question={t('rules.secret.question')}
              loading={make.isPending}
              onConfirm={() => make.mutate(undefined)}
            />
          </div>
        </>
      ) : (
        <>
          <output className={classes.warning}>{t('rules.secret.once')}</output>
          <p className={classes.codeBox}>{made}</p>
          <div className={classes.row}>
            <CopyText text={made} />
            <Button variant="subtle" onClick={() => setMade(null)}>
              {t('rules.secret.kept')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
