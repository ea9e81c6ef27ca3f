import { MultiSelect, Select, TextInput } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { places, weekdays, type Values } from './recurrence-value.ts';

export type RecurrenceFields = ReturnType<typeof useForm<Values>>;
type Form = RecurrenceFields;

const lengths = { day: 999, week: 999, month: 999, year: 99 } as const;

/** How often, and on which days. */
export function RuleFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { every } = form.values;
  const isInMonth = every === 'month' || every === 'year';
  return (
    <div className={classes.grid}>
      <Select
        label={t('recurring.every')}
        data={(['day', 'week', 'month', 'year'] as const).map((value) => ({
          value,
          label: t(`recurring.each.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('every')}
      />
      <TextInput
        label={t('recurring.interval')}
        type="number"
        min={1}
        max={lengths[every]}
        {...form.getInputProps('interval')}
      />
      {every === 'week' && (
        <MultiSelect
          label={t('recurring.weekdays')}
          data={weekdays.map((day) => ({ value: day, label: t(`recurring.onWeekday.${day}`) }))}
          {...form.getInputProps('weekdays')}
        />
      )}
      {every === 'year' && <MonthField form={form} />}
      {isInMonth && <DayFields form={form} />}
    </div>
  );
}

function MonthField({ form }: { form: Form }) {
  const { t, i18n } = useTranslation();
  const name = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' });
  return (
    <Select
      label={t('recurring.month')}
      data={Array.from({ length: 12 }, (_, index) => ({
        value: String(index + 1),
        label: name.format(Date.UTC(2024, index, 1)),
      }))}
      allowDeselect={false}
      {...form.getInputProps('month')}
    />
  );
}

function DayFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { by, weekday } = form.values;
  return (
    <>
      <Select
        label={t('recurring.by')}
        data={[
          { value: 'day', label: t('recurring.byDay') },
          { value: 'weekday', label: t('recurring.byWeekday') },
        ]}
        allowDeselect={false}
        {...form.getInputProps('by')}
      />
      {by === 'day' ? (
        <Select
          label={t('recurring.monthDay')}
          data={[
            ...Array.from({ length: 31 }, (_, index) => String(index + 1)),
            { value: 'last', label: t('recurring.lastDay') },
          ]}
          allowDeselect={false}
          {...form.getInputProps('monthDay')}
        />
      ) : (
        <>
          <Select
            label={t('recurring.weekday')}
            data={weekdays.map((day) => ({ value: day, label: t(`recurring.onWeekday.${day}`) }))}
            allowDeselect={false}
            {...form.getInputProps('weekday')}
          />
          <Select
            label={t('recurring.place')}
            data={places.map((place) => ({
              value: place,
              label: t(`recurring.nth.${weekday}.${place}`),
            }))}
            allowDeselect={false}
            {...form.getInputProps('place')}
          />
        </>
      )}
    </>
  );
}
