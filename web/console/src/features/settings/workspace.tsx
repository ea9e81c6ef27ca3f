import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../ui/states.tsx';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import type { Workspace } from '../../lib/settings-types.ts';
import { timeZones } from '../../lib/time-zones.ts';
import { FormError } from './form-error.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

export function WorkspaceSettings() {
  const workspace = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => api.get<Workspace>('/workspace', {}, signal),
  });
  return (
    <Loaded of={workspace} wordsOf={wordsOf}>
      {(known) => <WorkspaceForm key={known.version} workspace={known} />}
    </Loaded>
  );
}

const languages = [
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
];

function useWorkspaceForm(workspace: Workspace) {
  const { t } = useTranslation();
  const { name, locale, timeZone, requireTotp, answersPerHour } = workspace;
  const form = useForm({
    initialValues: { name, locale, timeZone, requireTotp, answersPerHour: String(answersPerHour) },
    validate: {
      name: (value) => (value.trim() ? null : t('settings.workspace.needName')),
      answersPerHour: (value) =>
        /^\d{1,4}$/.test(value) ? null : t('settings.workspace.needNumber'),
    },
  });
  const save = useSave(
    (values: typeof form.values) =>
      api.patch('/workspace', {
        ...values,
        answersPerHour: Number(values.answersPerHour),
        version: workspace.version,
      }),
    { touches: ['workspace', 'session'], onError: (error) => form.setErrors(fieldWords(error)) },
  );
  return { form, save };
}

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const { form, save } = useWorkspaceForm(workspace);
  const zones = useMemo(() => timeZones(workspace.timeZone), [workspace.timeZone]);
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <div className={classes.grid}>
        <TextInput label={t('settings.workspace.name')} {...form.getInputProps('name')} />
        <Select
          label={t('settings.workspace.locale')}
          description={t('settings.workspace.localeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={languages}
          allowDeselect={false}
          {...form.getInputProps('locale')}
        />
        <Select
          label={t('settings.workspace.timeZone')}
          description={t('settings.workspace.timeZoneHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={zones}
          searchable
          allowDeselect={false}
          {...form.getInputProps('timeZone')}
        />
        <TextInput
          label={t('settings.workspace.answersPerHour')}
          description={t('settings.workspace.answersHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          {...form.getInputProps('answersPerHour')}
        />
      </div>
      <Switch
        label={t('settings.workspace.requireTotp')}
        description={t('settings.workspace.requireTotpHint')}
        {...form.getInputProps('requireTotp', { type: 'checkbox' })}
      />
      <FormError error={save.error} />
      <div>
        <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
