import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { TimeExport } from './time-export.tsx';

type Rates = components['schemas']['TimeRates'];

/** What an hour of each role costs, and the way to take the times out. */
export function TimeSettings() {
  const may = useMay();
  const rates = useQuery({
    queryKey: ['time-rates'],
    queryFn: ({ signal }) => api.get<Rates>('/time/rates', {}, signal),
  });
  return (
    <>
      <Loaded of={rates} wordsOf={wordsOf}>
        {(known) => <RatesForm key={known.version} rates={known} />}
      </Loaded>
      {may('time.cost') && <TimeExport />}
    </>
  );
}

/** "1 200,50" as people type it, as the server takes it; empty is none. */
const amount = (typed: string): string | null =>
  typed.replaceAll(/\s/gu, '').replace(',', '.') || null;

const isAmount = (typed: string) => /^(\d{1,9}(\.\d{1,2})?)?$/.test(amount(typed) ?? '');

function useRatesForm(rates: Rates) {
  const { t } = useTranslation();
  const check = (typed: string) => (isAmount(typed) ? null : t('settings.time.needAmount'));
  const form = useForm({
    initialValues: {
      currency: rates.currency,
      hourly: rates.hourly ?? '',
      roles: rates.roles.map(({ role, hourly }) => ({ ...role, hourly: hourly ?? '' })),
    },
    validate: {
      currency: (typed) => (/^[A-Z]{3}$/.test(typed) ? null : t('settings.time.needCurrency')),
      hourly: check,
      roles: { hourly: check },
    },
  });
  const save = useSave(
    ({ currency, hourly, roles }: typeof form.values) =>
      api.put('/time/rates', {
        currency,
        hourly: amount(hourly),
        roles: roles.map((role) => ({ roleId: role.id, hourly: amount(role.hourly) })),
        version: rates.version,
      }),
    { touches: ['time-rates'], onError: (error) => form.setErrors(fieldWords(error)) },
  );
  return { form, save };
}

function RatesForm({ rates }: { rates: Rates }) {
  const { t } = useTranslation();
  const { form, save } = useRatesForm(rates);
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <div className={classes.grid}>
        <TextInput
          label={t('settings.time.currency')}
          maxLength={3}
          {...form.getInputProps('currency')}
          onChange={(event) =>
            form.setFieldValue('currency', event.currentTarget.value.toUpperCase())
          }
        />
        <TextInput
          label={t('settings.time.hourly')}
          description={t('settings.time.hourlyHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          {...form.getInputProps('hourly')}
        />
        {form.values.roles.map((role, at) => (
          <TextInput
            key={role.id}
            label={t('settings.time.ofRole', { name: role.name })}
            inputMode="decimal"
            {...form.getInputProps(`roles.${at}.hourly`)}
          />
        ))}
      </div>
      <FormError error={save.error} />
      <div>
        <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
