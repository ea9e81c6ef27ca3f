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
import { Browsers } from './browsers.tsx';
import { Matrix } from './matrix.tsx';
import own from './notices.module.css';
import { DigestFields, QuietFields } from './times.tsx';
import { isSame, type Draft, type Preference } from './types.ts';

/** Of what I am told, by which ways, and when not. */
export function OwnNotifications() {
  const preference = useQuery({
    queryKey: ['own-notifications'],
    queryFn: ({ signal }) => api.get<Preference>('/me/notifications', {}, signal),
    staleTime: 0,
  });
  return (
    <>
      <Loaded of={preference} wordsOf={wordsOf} skeletonRows={8}>
        {(value) => <PreferenceForm key={value.version} preference={value} />}
      </Loaded>
      <Browsers />
    </>
  );
}

const draftOf = ({ choices, zone, quiet, digest }: Preference): Draft => ({
  choices,
  zone,
  quiet,
  digest,
});

function PreferenceForm({ preference }: { preference: Preference }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(preference));
  const { version, defaults, mailPossible } = preference;
  const save = useSave(() => api.put<Preference>('/me/notifications', { ...draft, version }), {
    touches: ['own-notifications'],
    onError: () => undefined,
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const isChanged = !isSame(draft, draftOf(preference));
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      {!mailPossible && <p className={classes.warning}>{t('told.noMail')}</p>}
      <Matrix
        label={t('told.title')}
        value={draft.choices}
        onChange={(choices) => change({ choices })}
      />
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={isSame(draft.choices, defaults)}
          onClick={() => change({ choices: defaults })}
        >
          {t('told.asCompany')}
        </Button>
      </div>
      <QuietFields draft={draft} change={change} />
      <DigestFields draft={draft} change={change} />
      <FormError error={save.error} />
      <div className={own.bar} data-changed={isChanged || undefined}>
        <Button type="submit" loading={save.isPending} disabled={!isChanged}>
          {t('settings.save')}
        </Button>
        {isChanged && (
          <Button variant="default" onClick={() => setDraft(draftOf(preference))}>
            {t('settings.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
