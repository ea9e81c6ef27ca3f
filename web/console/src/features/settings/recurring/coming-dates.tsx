import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import { dayOffOf, rruleOf, type Values } from './recurrence-value.ts';
import { useRecurrenceSentence } from './use-recurrence-sentence.ts';

type Preview = components['schemas']['RecurrencePreview'];

const pauseMs = 400;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as T), pauseMs);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}

/** The rule read aloud, and the days on which tickets would open. */
export function Coming({ values }: { values: Values }) {
  const { t, i18n } = useTranslation();
  const say = useRecurrenceSentence();
  const { from, at, zone, calendarId } = values;
  const asked = useSettled({
    rrule: rruleOf(values),
    from,
    at,
    zone,
    ...(calendarId && { calendarId, dayOff: dayOffOf(values) }),
  });
  const { data, error } = useQuery({
    queryKey: ['recurrence-preview', asked],
    queryFn: ({ signal }) => api.get<Preview>('/recurrences/preview', asked, signal),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  const format = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: asked.zone,
  });
  return (
    <section className={classes.panel} aria-label={t('recurring.preview')} aria-live="polite">
      {error ? (
        <p className={classes.error}>
          {fieldWords(error)['rrule'] ??
            Object.values(fieldWords(error))[0] ??
            wordsOf(error).words}
        </p>
      ) : (
        data && (
          <>
            <b>
              {say({
                repeat: data.repeat,
                from,
                at,
                dayOff: values.dayOff,
                hasCalendar: calendarId !== null,
              })}
            </b>
            <ol>
              {data.next.map((each) => (
                <li key={each.at}>{format.format(new Date(each.at))}</li>
              ))}
            </ol>
            {data.next.length === 0 && <p className={classes.error}>{t('recurring.noDates')}</p>}
          </>
        )
      )}
    </section>
  );
}
