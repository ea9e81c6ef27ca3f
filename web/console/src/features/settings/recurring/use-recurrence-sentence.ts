import { useTranslation } from 'react-i18next';
import type { Recurrence, Repeat } from './recurrence-value.ts';

type Said = Pick<Recurrence, 'from' | 'at' | 'dayOff'> & {
  readonly repeat: Repeat;
  readonly hasCalendar: boolean;
};
type Translate = ReturnType<typeof useTranslation>['t'];

/** "Every month on day 31 or the last day, at 09:00, from days off moved to the working day after". */
export function useRecurrenceSentence(): (said: Said) => string {
  const { t, i18n } = useTranslation();
  return (said) => sentence(t, i18n.language, said);
}

const asDate = (date: string) => new Date(`${date}T00:00:00Z`);

function sentence(t: Translate, locale: string, said: Said): string {
  const { repeat, from, at, dayOff, hasCalendar } = said;
  const { every, interval, count, until } = repeat;
  const day = (date: string) =>
    asDate(date).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const how =
    interval === 1
      ? t(`recurring.each.${every}`)
      : t(`recurring.eachNth.${every}`, { count: interval });
  const parts = [
    [how, onWhich(t, locale, repeat)].filter(Boolean).join(' '),
    t('recurring.atTime', { time: at }),
    from > new Date().toISOString().slice(0, 10) && t('recurring.fromDate', { date: day(from) }),
    until && t('recurring.untilDate', { date: day(until) }),
    count && t('recurring.times', { count }),
    hasCalendar && dayOff !== 'keep' && t(`recurring.saidDayOff.${dayOff}`),
  ];
  const whole = parts.filter(Boolean).join(', ');
  return whole.charAt(0).toLocaleUpperCase(locale) + whole.slice(1);
}

const listed = (locale: string, parts: string[]): string =>
  new Intl.ListFormat(locale).format(parts);

function onWhich(t: Translate, locale: string, repeat: Repeat): string {
  const { every, weekdays, monthDays, orLastDay } = repeat;
  if (every === 'week') {
    const days = weekdays.map(({ day }) => t(`recurring.onWeekday.${day}`));
    return days.length > 0 ? t('recurring.onWeekdays', { days: listed(locale, days) }) : '';
  }
  if (every === 'year') {
    return onDates(t, locale, repeat);
  }
  if (weekdays.length > 0) {
    return listed(locale, placed(t, weekdays));
  }
  const numbers = monthDays.filter((day) => day > 0).map(String);
  const days = listed(locale, numbers);
  const said = [
    numbers.length > 0 && t(orLastDay ? 'recurring.onDaysOrLast' : 'recurring.onDays', { days }),
    monthDays.includes(-1) && t('recurring.onLastDay'),
  ];
  return listed(
    locale,
    said.filter((each) => each !== false),
  );
}

const placed = (t: Translate, weekdays: Repeat['weekdays']): string[] =>
  weekdays.map(({ day, nth }) => t(`recurring.nth.${day}.${nth === -1 ? 'last' : String(nth)}`));

/** Days of a year: "1 марта" is another form of the word than "март". */
function onDates(t: Translate, locale: string, repeat: Repeat): string {
  const { months, monthDays, weekdays, orLastDay } = repeat;
  const form = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const dates = months.flatMap((month) => {
    const monthName = form
      .formatToParts(Date.UTC(2024, month - 1, 1))
      .find(({ type }) => type === 'month')?.value;
    return [
      ...placed(t, weekdays).map((days) => t('recurring.nthOfMonth', { days, month: monthName })),
      ...monthDays.map((day) =>
        day === -1
          ? t('recurring.lastDayOf', { month: monthName })
          : t('recurring.onDate', { date: form.format(Date.UTC(2024, month - 1, day)) }),
      ),
    ];
  });
  return listed(locale, dates) + (orLastDay ? t('recurring.orLastDay') : '');
}
