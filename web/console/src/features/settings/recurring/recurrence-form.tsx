import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.ts';
import type { Calendar } from '../../../lib/settings-types.ts';
import { timeZones } from '../../../lib/time-zones.ts';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { useSave } from '../use-save.ts';
import { Coming } from './coming-dates.tsx';
import {
  dayOffOf,
  freshValues,
  rruleOf,
  valuesOf,
  type Recurrence,
  type Values,
} from './recurrence-value.ts';
import { RuleFields, type RecurrenceFields as Form } from './rule-fields.tsx';

type Props = { templateId: string; recurrence: Recurrence | null; onClose: () => void };

function useRecurrenceForm({ templateId, recurrence, onClose }: Props) {
  const { workspace } = useSession();
  const form = useForm<Values>({
    initialValues: recurrence ? valuesOf(recurrence) : freshValues(workspace.timeZone),
  });
  const save = useSave(
    (values: Values) => {
      const { from, at, zone, calendarId, missed } = values;
      const rule = { rrule: rruleOf(values), from, at, zone, calendarId, missed };
      const asked = { ...rule, dayOff: dayOffOf(values) };
      return recurrence
        ? api.patch(`/recurrences/${recurrence.id}`, { ...asked, version: recurrence.version })
        : api.post('/recurrences', { ...asked, templateId });
    },
    {
      touches: ['recurrences'],
      onDone: onClose,
      onError: (error) => {
        const said = fieldWords(error);
        form.setErrors(Object.keys(said).length > 0 ? said : { form: wordsOf(error).words });
      },
    },
  );
  return { form, save };
}

export function RecurrenceForm(props: Props) {
  const { t } = useTranslation();
  const { form, save } = useRecurrenceForm(props);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <RuleFields form={form} />
      <When form={form} />
      <Ending form={form} />
      <Coming values={form.values} />
      <p role="alert" className={classes.error}>
        {form.errors['form'] ?? form.errors['rrule']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(props.recurrence ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

function When({ form }: { form: Form }) {
  const { t } = useTranslation();
  const calendars = useItems<Calendar>('calendars', '/calendars').data ?? [];
  return (
    <div className={classes.grid}>
      <TextInput type="time" label={t('recurring.at')} {...form.getInputProps('at')} />
      <Select
        label={t('recurring.zone')}
        data={timeZones(form.values.zone)}
        searchable
        allowDeselect={false}
        {...form.getInputProps('zone')}
      />
      <Select
        label={t('recurring.calendar')}
        placeholder={t('recurring.everyDayWorks')}
        data={calendars.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        {...form.getInputProps('calendarId')}
      />
      {form.values.calendarId !== null && (
        <Select
          label={t('recurring.dayOff')}
          data={(['keep', 'skip', 'before', 'after'] as const).map((value) => ({
            value,
            label: t(`recurring.dayOffs.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('dayOff')}
        />
      )}
      <Select
        label={t('recurring.missed')}
        data={(['newest', 'all', 'none'] as const).map((value) => ({
          value,
          label: t(`recurring.missedWays.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('missed')}
      />
    </div>
  );
}

function Ending({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { ends } = form.values;
  return (
    <div className={classes.grid}>
      <TextInput type="date" label={t('recurring.from')} {...form.getInputProps('from')} />
      <Select
        label={t('recurring.ends')}
        data={(['never', 'until', 'count'] as const).map((value) => ({
          value,
          label: t(`recurring.end.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('ends')}
      />
      {ends === 'until' && (
        <TextInput type="date" label={t('recurring.until')} {...form.getInputProps('until')} />
      )}
      {ends === 'count' && (
        <TextInput
          type="number"
          min={1}
          max={1000}
          label={t('recurring.count')}
          {...form.getInputProps('count')}
        />
      )}
    </div>
  );
}
