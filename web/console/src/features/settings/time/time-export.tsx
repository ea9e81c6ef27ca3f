import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '../../../lib/client.ts';
import classes from '../settings.module.css';

const dayOf = (at: Date) =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');

const startOf = (day: string) => new Date(`${day}T00:00:00`);
const dayAfter = (day: string) => new Date(startOf(day).setDate(startOf(day).getDate() + 1));

/** The times of a span as a table; that somebody took them stands in the audit log. */
export function TimeExport() {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const [from, setFrom] = useState(dayOf(new Date(now.getFullYear(), now.getMonth(), 1)));
  const [to, setTo] = useState(dayOf(now));
  const isSpan = from !== '' && to !== '' && from <= to;
  const href = isSpan
    ? apiUrl('/time/export', { from: startOf(from).toISOString(), to: dayAfter(to).toISOString() })
    : undefined;
  return (
    <section className={classes.panel} aria-labelledby="time-export">
      <h3 id="time-export" className={classes.panelTitle}>
        {t('settings.time.export')}
      </h3>
      <div className={classes.grid}>
        <TextInput
          type="date"
          label={t('settings.time.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('settings.time.to')}
          value={to}
          error={!isSpan && t('settings.time.needSpan')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <div>
        <Button component="a" href={href} variant="default" disabled={!isSpan} download>
          {t('settings.time.download')}
        </Button>
      </div>
    </section>
  );
}
