import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { CustomerLetters } from './customer-letters.tsx';
import { Matrix } from './matrix.tsx';
import own from './notices.module.css';
import { isSame, type Defaults } from './types.ts';

/** What holds for everybody until they choose, and what customers are told. */
export function CompanyNotifications() {
  const { t } = useTranslation();
  const defaults = useQuery({
    queryKey: ['notification-defaults'],
    queryFn: ({ signal }) => api.get<Defaults>('/notification-defaults', {}, signal),
    staleTime: 0,
  });
  return (
    <>
      <CustomerLetters />
      <section className={classes.panel} aria-labelledby="defaults-title">
        <h3 className={classes.panelTitle} id="defaults-title">
          {t('told.defaults')}
        </h3>
        <p className={classes.hint}>{t('told.defaultsText')}</p>
        <Loaded of={defaults} wordsOf={wordsOf} skeletonRows={8}>
          {(value) => <DefaultsForm key={value.version} defaults={value} />}
        </Loaded>
      </section>
    </>
  );
}

function DefaultsForm({ defaults: { choices: before, version } }: { defaults: Defaults }) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState(before);
  const save = useSave(() => api.put('/notification-defaults', { choices, version }), {
    touches: ['notification-defaults', 'own-notifications'],
    onError: () => undefined,
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <Matrix label={t('told.defaults')} value={choices} onChange={setChoices} />
      <FormError error={save.error} />
      <div className={own.bar} data-changed={!isSame(choices, before) || undefined}>
        <Button type="submit" loading={save.isPending} disabled={isSame(choices, before)}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
