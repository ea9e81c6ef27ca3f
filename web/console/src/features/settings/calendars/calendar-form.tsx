import { Button, Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useTeams } from '../../../lib/refs.ts';
import { useMay, useSession } from '../../../lib/session.ts';
import type { Calendar } from '../../../lib/settings-types.ts';
import { timeZones } from '../../../lib/time-zones.ts';
import classes from '../settings.module.css';
import { ChangePreview, type SlaDraft } from '../sla/change-preview.tsx';
import { useSave } from '../use-save.ts';
import own from './calendars.module.css';
import { readSpans, saySpans, weekdayNames, weekdays } from './spans.ts';

type Values = {
  name: string;
  zone: string;
  week: Record<(typeof weekdays)[number], string>;
  follows: boolean;
  teamIds: string[];
};
type Props = { calendar: Calendar | null; onClose: () => void };

const officeHours = '09:00–18:00';

function hoursOf({ zone, week, follows, teamIds }: Omit<Values, 'name'>) {
  const spans = weekdays.map((day) => [day, readSpans(week[day]) ?? []] as const);
  return {
    zone,
    teamIds,
    country: follows ? ('ru' as const) : null,
    week: Object.fromEntries(spans.filter(([, list]) => list.length > 0)),
  };
}

/** The calendar as it would be saved; null while something of it cannot be read. */
function slaDraftOf({ id, days }: Calendar, { name: _name, ...values }: Values): SlaDraft | null {
  return weekdays.every((day) => readSpans(values.week[day]) !== null)
    ? ({ calendar: { calendarId: id, days, ...hoursOf(values) } } as SlaDraft)
    : null;
}

function useCalendarForm({ calendar, onClose }: Props) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const isRead = (text: string) =>
    readSpans(text) === null ? t('settings.calendars.unreadHours') : null;
  const form = useForm<Values>({
    initialValues: {
      name: calendar?.name ?? '',
      zone: calendar?.zone ?? workspace.timeZone,
      week: Object.fromEntries(
        weekdays.map((day, index) => [
          day,
          calendar ? saySpans(calendar.week[day] ?? []) : index < 5 ? officeHours : '',
        ]),
      ) as Values['week'],
      follows: calendar ? calendar.country === 'ru' : workspace.locale === 'ru',
      teamIds: calendar?.teams.map(({ id }) => id) ?? [],
    },
    validate: {
      name: (value) => (value.trim() ? null : t('settings.calendars.needName')),
      week: Object.fromEntries(weekdays.map((day) => [day, isRead])),
    },
  });
  const save = useSave(
    ({ name, ...values }: Values) => {
      const body = { name, ...hoursOf(values) };
      return calendar
        ? api.patch(`/calendars/${calendar.id}`, { ...body, version: calendar.version })
        : api.post('/calendars', body);
    },
    {
      touches: ['calendars', 'calendar-days'],
      onDone: onClose,
      onError: (error) => {
        const said = fieldWords(error);
        form.setErrors(Object.keys(said).length > 0 ? said : { form: wordsOf(error).words });
      },
    },
  );
  return { form, save };
}

/** Once the errors are shown. */
const focusFirstError = (
  _errors: unknown,
  _values: unknown,
  event?: FormEvent<HTMLFormElement>,
) => {
  const form = event?.currentTarget;
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};

export function CalendarForm(props: Props) {
  const { t } = useTranslation();
  const { form, save } = useCalendarForm(props);
  const teams = useTeams().data ?? [];
  const mayAsk = useMay()('sla.change');
  const { calendar } = props;
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values), focusFirstError)}
    >
      <div className={classes.grid}>
        <TextInput label={t('settings.calendars.name')} {...form.getInputProps('name')} />
        <Select
          label={t('settings.calendars.zone')}
          data={timeZones(form.values.zone)}
          searchable
          allowDeselect={false}
          {...form.getInputProps('zone')}
        />
      </div>
      <WeekFields form={form} />
      <Checkbox
        label={t('settings.calendars.follow')}
        description={t('settings.calendars.followHint')}
        {...form.getInputProps('follows', { type: 'checkbox' })}
      />
      <MultiSelect
        label={t('settings.calendars.teams')}
        description={t('settings.calendars.teamsHint')}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('teamIds')}
      />
      {calendar && mayAsk && <ChangePreview draft={() => slaDraftOf(calendar, form.values)} />}
      <p role="alert" className={classes.error}>
        {form.errors['form'] ?? form.errors['week']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(calendar ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

function WeekFields({ form }: { form: ReturnType<typeof useCalendarForm>['form'] }) {
  const { t } = useTranslation();
  const { locale } = useUiLocale();
  const names = weekdayNames(locale, 'long');
  return (
    <fieldset className={own.week}>
      <legend>{t('settings.calendars.week')}</legend>
      <p className={classes.hint}>{t('settings.calendars.weekHint')}</p>
      {weekdays.map((day, index) => (
        <div key={day} className={own.weekday}>
          <label htmlFor={`hours-${day}`}>{names[index]}</label>
          <TextInput
            id={`hours-${day}`}
            placeholder={t('settings.calendars.closed')}
            {...form.getInputProps(`week.${day}`)}
          />
        </div>
      ))}
    </fieldset>
  );
}
