import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { PasswordStrength } from '../../../lib/password-strength.tsx';
import { fieldWords } from '../../../lib/problem.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';

export function PasswordPanel() {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { current: '', next: '' } });
  const save = useSave((values: typeof form.values) => api.put('/me/password', values), {
    touches: ['sessions'],
    said: t('settings.profile.passwordChanged'),
    onDone: () => form.reset(),
    onError: (error) => form.setErrors(fieldWords(error)),
  });
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('settings.profile.password')}</h3>
      <p className={classes.hint}>{t('settings.profile.passwordText')}</p>
      <form className={classes.grid} onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <PasswordInput
          label={t('settings.profile.currentPassword')}
          autoComplete="current-password"
          required
          {...form.getInputProps('current')}
        />
        <div>
          <PasswordInput
            label={t('settings.profile.nextPassword')}
            autoComplete="new-password"
            required
            {...form.getInputProps('next')}
          />
          {form.values.next && <PasswordStrength password={form.values.next} />}
        </div>
        <div>
          <Button type="submit" variant="default" mt={21} loading={save.isPending}>
            {t('settings.profile.changePassword')}
          </Button>
        </div>
      </form>
      <FormError error={save.error} />
    </section>
  );
}
