import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../../lib/language-switch.tsx';
import { useChangeOwnUser, useSession } from '../../../lib/session.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { AbsencePanel } from './absence-panel.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { TotpPanel } from './totp-panel.tsx';

/** Everybody's own page: name, language, look, and how the way in is kept safe. */
export function Profile() {
  return (
    <>
      <OwnPanel />
      <AbsencePanel />
      <AttentionPanel />
      <PasswordPanel />
      <TotpPanel />
      <SessionsPanel />
    </>
  );
}

function OwnPanel() {
  const { t } = useTranslation();
  const { user, role } = useSession();
  const changeOwn = useChangeOwnUser();
  const form = useForm({ initialValues: { name: user.name } });
  const save = useSave(changeOwn, { touches: ['users'], onDone: () => form.resetDirty() });
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('settings.profile.own')}</h3>
      <p className={classes.hint}>
        {user.email} · {role.name}
      </p>
      <form className={classes.row} onSubmit={form.onSubmit(({ name }) => save.mutate({ name }))}>
        <TextInput
          className={classes.grow ?? ''}
          label={t('settings.profile.name')}
          {...form.getInputProps('name')}
        />
        {form.isDirty() && (
          <Button type="submit" loading={save.isPending} mt="auto">
            {t('settings.save')}
          </Button>
        )}
      </form>
      <FormError error={save.error} />
      <div>
        <p className={classes.hint}>{t('settings.profile.language')}</p>
        <LanguageSwitch
          label={t('settings.profile.language')}
          onChange={(locale) => void changeOwn({ locale })}
        />
      </div>
      <ThemeChoice />
    </section>
  );
}
