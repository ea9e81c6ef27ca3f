import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { Skeleton } from '../../../../../ui/states.tsx';
import { api, apiUrl } from '../../../lib/client.ts';
import type { Calendar, CalendarDay } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import own from './calendars.module.css';
import { DayForm } from './day-form.tsx';
import { focusDay, useDayKeys } from './day-keys.ts';
import { ImportDays } from './import-days.tsx';
import { sayDay } from './say-day.ts';
import { weekdayNames } from './spans.ts';

type YearDays = { days: CalendarDay[]; workingDays: number; workingMinutes: number };
type Props = { calendar: Calendar; mayChange: boolean };

/** A year at a glance: days off, short days, days of the calendar's own; each can be opened and set. */
export function YearView({ calendar, mayChange }: Props) {
  const { t } = useTranslation();
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [chosen, setChosen] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const keys = useDayKeys(year);
  const { data } = useQuery({
    queryKey: ['calendar-days', calendar.id, calendar.version, year],
    queryFn: ({ signal }) => api.get<YearDays>(`/calendars/${calendar.id}/days`, { year }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) {
    return <Skeleton rows={6} />;
  }
  const day = data.days.find(({ date }) => date === chosen);
  return (
    <div className={classes.steps}>
      <YearHead year={year} data={data} onYear={setYear} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys that its buttons have heard */}
      <div ref={grid} className={own.year} onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
        {Array.from({ length: 12 }, (_, month) => (
          <Month
            key={month}
            days={data.days.filter(({ date }) => Number(date.slice(5, 7)) === month + 1)}
            chosen={chosen}
            reached={keys.reached}
            onChoose={setChosen}
          />
        ))}
      </div>
      <Legend />
      {day && (
        <DayForm
          key={day.date + calendar.version}
          calendar={calendar}
          day={day}
          mayChange={mayChange}
          onSaved={() => focusDay(grid.current, day.date)}
        />
      )}
      {!day && <p className={classes.hint}>{t('settings.calendars.chooseDay')}</p>}
      {mayChange && <ImportDays calendar={calendar} />}
      <div className={classes.row}>
        <Button
          component="a"
          href={apiUrl(`/calendars/${calendar.id}/export`)}
          variant="default"
          download
        >
          {t('settings.calendars.export')}
        </Button>
        <span className={classes.hint}>{t('settings.calendars.exportHint')}</span>
      </div>
    </div>
  );
}

type HeadProps = { year: number; data: YearDays; onYear: (year: number) => void };

function YearHead({ year, data, onYear }: HeadProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.row}>
      <ActionIcon aria-label={String(year - 1)} onClick={() => onYear(year - 1)}>
        <IconChevronLeft size={17} />
      </ActionIcon>
      <strong aria-live="polite">{year}</strong>
      <ActionIcon aria-label={String(year + 1)} onClick={() => onYear(year + 1)}>
        <IconChevronRight size={17} />
      </ActionIcon>
      <span className={classes.hint}>
        {t('settings.calendars.total', { count: data.workingDays })}
        {', '}
        {t('settings.calendars.totalHours', { count: Math.round(data.workingMinutes / 60) })}
      </span>
    </div>
  );
}

type MonthProps = {
  days: CalendarDay[];
  chosen: string | null;
  /** The day that Tab reaches. */
  reached: string;
  onChoose: (date: string) => void;
};

function Month({ days, chosen, reached, onChoose }: MonthProps) {
  const { t } = useTranslation();
  const { locale } = useUiLocale();
  const first = new Date(days[0]?.date ?? 0);
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(first);
  const lead = (first.getUTCDay() + 6) % 7;
  return (
    <section className={own.month} aria-label={name}>
      <h3 className={own.monthName}>{name}</h3>
      <div className={own.days}>
        {weekdayNames(locale, 'short').map((weekday) => (
          <span key={weekday} className={own.weekdayName} aria-hidden="true">
            {weekday.slice(0, 2)}
          </span>
        ))}
        {days.map((day, index) => (
          <button
            key={day.date}
            type="button"
            className={own.day}
            style={index === 0 ? { gridColumnStart: lead + 1 } : undefined}
            data-date={day.date}
            tabIndex={day.date === reached ? 0 : -1}
            data-off={day.spans.length === 0 || undefined}
            data-short={day.kind === 'short' || undefined}
            data-own={day.source === 'own' || undefined}
            data-moved={day.kind === 'working' || undefined}
            aria-pressed={chosen === day.date}
            aria-label={sayDay(day, locale, t)}
            title={sayDay(day, locale, t)}
            onClick={() => onChoose(day.date)}
          >
            {Number(day.date.slice(8))}
          </button>
        ))}
      </div>
    </section>
  );
}

function Legend() {
  const { t } = useTranslation();
  const marks = [
    ['data-off', 'off'],
    ['data-short', 'short'],
    ['data-moved', 'working'],
    ['data-own', 'own'],
  ] as const;
  return (
    <ul className={own.legend}>
      {marks.map(([mark, word]) => (
        <li key={word}>
          <span className={own.day} {...{ [mark]: true }} aria-hidden="true">
            1
          </span>{' '}
          {t(`settings.calendars.legend.${word}`)}
        </li>
      ))}
    </ul>
  );
}
