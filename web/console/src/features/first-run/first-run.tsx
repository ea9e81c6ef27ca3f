import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../../../ui/brand.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import type { Locale, Session } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { LanguageSwitch } from '../../lib/language-switch.tsx';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { sessionQuery, setupQuery } from '../../lib/session.ts';
import { PasswordStrength } from '../../lib/password-strength.tsx';
import { timeZones } from '../../lib/time-zones.ts';
import classes from './first-run.module.css';

/** The first screen of a new Otklik: the company and its first administrator. */
export function FirstRun() {
  const setup = useQuery(setupQuery);
  return (
    <main className={classes.page}>
      <Loaded of={setup} wordsOf={wordsOf}>
        {({ needed }) => (needed ? <SetupForm /> : <Navigate to="/" />)}
      </Loaded>
    </main>
  );
}

const start = {
  company: '',
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  name: '',
  email: '',
  password: '',
};

function useSetup() {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const filled = (value: string) => (value.trim() ? null : t('firstRun.fill'));
  const form = useForm({
    initialValues: start,
    validate: {
      company: filled,
      name: filled,
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('firstRun.needEmail')),
      password: (value) => (value.length >= 8 ? null : t('firstRun.needPassword')),
    },
  });
  const setUp = useMutation({
    mutationFn: ({ company, timeZone, ...administrator }: typeof start) =>
      api.post<Session>('/setup', {
        company: company.trim(),
        locale: i18n.language as Locale,
        timeZone,
        administrator: { ...administrator, email: administrator.email.trim() },
      }),
    onSuccess: (session) => {
      cache.setQueryData(sessionQuery.queryKey, session);
      void navigate({ to: '/welcome' });
    },
    onError: (error) => {
      const words = Object.entries(fieldWords(error));
      form.setErrors(
        Object.fromEntries(
          words.map(([field, each]) => [field.replace(/^administrator\./, ''), each]),
        ),
      );
    },
  });
  return { form, setUp };
}

function SetupForm() {
  const { t } = useTranslation();
  const { form, setUp } = useSetup();
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(
        (values) => setUp.mutate(values),
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
    >
      <div className={classes.head}>
        <Brand size={44} />
        <LanguageSwitch label={t('firstRun.language')} />
      </div>
      <h1 className={classes.title}>{t('firstRun.title')}</h1>
      <p className={classes.lead}>{t('firstRun.lead')}</p>
      <CompanyPart form={form} />
      <AdministratorPart form={form} />
      {setUp.error && (
        <p role="alert" className={classes.error}>
          {wordsOf(setUp.error).words}
        </p>
      )}
      <Button type="submit" size="md" loading={setUp.isPending}>
        {t('firstRun.start')}
      </Button>
    </form>
  );
}

type PartProps = { form: ReturnType<typeof useSetup>['form'] };

function CompanyPart({ form }: PartProps) {
  const { t } = useTranslation();
  const zones = useMemo(() => timeZones(start.timeZone), []);
  return (
    <fieldset className={classes.part}>
      <legend className={classes.partTitle}>{t('firstRun.company')}</legend>
      <TextInput
        size="md"
        label={t('firstRun.companyName')}
        required
        autoComplete="organization"
        {...form.getInputProps('company')}
      />
      <Select
        size="md"
        label={t('firstRun.timeZone')}
        data={zones}
        searchable
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
    </fieldset>
  );
}

function AdministratorPart({ form }: PartProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.part}>
      <legend className={classes.partTitle}>{t('firstRun.administrator')}</legend>
      <TextInput
        size="md"
        label={t('firstRun.name')}
        required
        autoComplete="name"
        {...form.getInputProps('name')}
      />
      <TextInput
        size="md"
        type="email"
        label={t('firstRun.email')}
        required
        autoComplete="username"
        {...form.getInputProps('email')}
      />
      <div>
        <PasswordInput
          size="md"
          label={t('firstRun.password')}
          required
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <PasswordStrength password={form.values.password} />
      </div>
    </fieldset>
  );
}
