import { Button, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { useMay } from '../../../lib/session.ts';
import type { Workspace } from '../../../lib/settings-types.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';

/** Where spam is, and whether it goes some day. */
export function KeptSpam() {
  const { t } = useTranslation();
  const may = useMay();
  const workspace = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => api.get<Workspace>('/workspace', {}, signal),
  }).data;
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('settings.blocking.kept')}</h3>
      <p className={classes.hint}>{t('settings.blocking.keptText')}</p>
      <div>
        <Button variant="default" component={Link} to="/tickets" search={{ view: 'spam' } as never}>
          {t('settings.blocking.openSpam')}
        </Button>
      </div>
      {workspace && may('workspace.change') && (
        <KeptForm key={workspace.version} workspace={workspace} />
      )}
    </section>
  );
}

function KeptForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: {
      on: workspace.spamKeptDays !== null,
      days: String(workspace.spamKeptDays ?? 30),
    },
    validate: {
      days: (value, { on }) =>
        !on || (/^\d{1,4}$/.test(value) && Number(value) > 0 && Number(value) <= 3650)
          ? null
          : t('settings.blocking.needDays'),
    },
  });
  const save = useSave(
    ({ on, days }: typeof form.values) =>
      api.patch('/workspace', {
        version: workspace.version,
        spamKeptDays: on ? Number(days) : null,
      }),
    { touches: ['workspace'] },
  );
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <Switch
        label={t('settings.blocking.deleteOld')}
        description={t('settings.blocking.deleteHint')}
        {...form.getInputProps('on', { type: 'checkbox' })}
      />
      {form.values.on && (
        <TextInput
          label={t('settings.blocking.days')}
          inputMode="numeric"
          maw={160}
          {...form.getInputProps('days')}
        />
      )}
      <FormError error={save.error} />
      <div>
        <Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
