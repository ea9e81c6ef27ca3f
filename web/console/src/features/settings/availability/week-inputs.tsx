import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { timeZones } from '../../../lib/time-zones.ts';
import calendar from '../calendars/calendars.module.css';
import { readSpans, saySpans, weekdayNames, weekdays, type Spans } from '../calendars/spans.ts';
import classes from '../settings.module.css';

type Day = (typeof weekdays)[number];
export type WeekTexts = Readonly<Record<Day, string>>;
type Week = Readonly<Record<string, readonly (readonly string[])[]>>;

const night = '18:00–09:00';
const nights = [`00:00–09:00, ${night}`, night, night, night, '18:00–24:00'];

const presets = {
  office: (index: number) => (index < 5 ? '09:00–18:00' : ''),
  /** Weekday nights and weekends without a gap: each night belongs to the day on which it begins. */
  nights: (index: number) => nights[index] ?? '00:00–24:00',
} as const;

/** As people type it, from what is stored or from what most begin with. */
export const weekTexts = (from: Week | keyof typeof presets): WeekTexts =>
  Object.fromEntries(
    weekdays.map((day, index) => [
      day,
      typeof from === 'string' ? presets[from](index) : saySpans(from[day] ?? []),
    ]),
  ) as Record<Day, string>;

export const isRead = (texts: WeekTexts): boolean =>
  weekdays.every((day) => readSpans(texts[day]) !== null);

export const weekFrom = (texts: WeekTexts): Record<string, Spans> =>
  Object.fromEntries(
    weekdays
      .map((day) => [day, readSpans(texts[day]) ?? []] as const)
      .filter(([, spans]) => spans.length > 0),
  );

export function WeekInputs(props: {
  name: string;
  texts: WeekTexts;
  hint?: string;
  onChange: (texts: WeekTexts) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useUiLocale();
  const names = weekdayNames(locale, 'long');
  const { name, texts, hint, onChange } = props;
  return (
    <fieldset className={calendar.week}>
      <legend>{t('availability.duty.hours')}</legend>
      {hint && <p className={classes.hint}>{hint}</p>}
      {weekdays.map((day, index) => (
        <div key={day} className={calendar.weekday}>
          <label htmlFor={`${name}-${day}`}>{names[index]}</label>
          <TextInput
            id={`${name}-${day}`}
            value={texts[day]}
            placeholder={t('availability.hours.none')}
            error={readSpans(texts[day]) === null && t('availability.hours.unread')}
            onChange={(event) => onChange({ ...texts, [day]: event.currentTarget.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}

export function ZoneSelect(props: { value: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('availability.duty.zone')}
      data={timeZones(props.value)}
      value={props.value}
      searchable
      allowDeselect={false}
      onChange={(zone) => zone && props.onChange(zone)}
    />
  );
}
