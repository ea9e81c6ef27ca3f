// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/FloatingIndicator.layer.css';
// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/NumberInput.layer.css';
// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/SegmentedControl.layer.css';
import { Button, Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import type { Calendar, CalendarDay } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import own from './calendars.module.css';
import { DaysPreview } from './days-preview.tsx';
import { sayDay } from './say-day.ts';
import { readSpans, saySpans } from './spans.ts';

type Props = {
  calendar: Calendar;
  day: CalendarDay;
  mayChange: boolean;
  /** The form is another one then: whoever came by keys goes back to the day. */
  onSaved: () => void;
};
const kinds = ['off', 'hours', 'short', 'working'] as const;
type Kind = (typeof kinds)[number];

/** As the law shortens the eve of a holiday. */
const usualMinutes = 60;

type Draft = { kind: Kind; hours: string; minutes: number | string; name: string; yearly: boolean };

const ruleOf = ({ kind, hours, minutes, name }: Draft) => ({
  kind,
  ...(kind === 'hours' ? { spans: readSpans(hours) ?? [] } : {}),
  ...(kind === 'short' ? { minutes: Number(minutes) } : {}),
  ...(name.trim() ? { name } : {}),
});

function draftOf(calendar: Calendar, day: CalendarDay, ownKey: string | undefined): Draft {
  const known = ownKey === undefined ? undefined : calendar.days[ownKey];
  return {
    kind: day.kind === 'ordinary' ? 'off' : day.kind,
    hours: saySpans(day.spans),
    minutes: known?.minutes ?? usualMinutes,
    name: day.source === 'own' ? (day.name ?? '') : '',
    yearly: ownKey === day.date.slice(5),
  };
}

const isUnreadIn = ({ kind, hours }: Draft) => kind === 'hours' && !readSpans(hours)?.length;
const isUnsaidIn = ({ kind, minutes }: Draft) => kind === 'short' && !(Number(minutes) > 0);

/** What one day is: as its week, off, with other hours, shorter, or worked. */
export function DayForm({ calendar, day, mayChange, onSaved }: Props) {
  const { t } = useTranslation();
  const { locale } = useUiLocale();
  const yearly = day.date.slice(5);
  const ownKey = [day.date, yearly].find((key) => key in calendar.days);
  const [draft, setDraft] = useState(() => draftOf(calendar, day, ownKey));
  const [error, setError] = useState<string | null>(null);
  const save = useSave(
    (days: Record<string, object | null>) =>
      api.patch(`/calendars/${calendar.id}`, { days, version: calendar.version }),
    {
      touches: ['calendars', 'calendar-days'],
      onDone: onSaved,
      onError: (problem) => setError(wordsOf(problem).words),
    },
  );
  const set = (parts: Partial<Draft>) => setDraft({ ...draft, ...parts });
  const isUnread = isUnreadIn(draft);
  const key = draft.yearly ? yearly : day.date;
  // A day set for this year alone would hide the same day of every year.
  const former = ownKey && ownKey !== key ? { [ownKey]: null } : {};
  const asked = () => ({ ...former, [key]: ruleOf(draft) });
  const isIncomplete = isUnread || isUnsaidIn(draft);
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(asked());
      }}
    >
      <h3 className={classes.panelTitle}>{sayDay(day, locale, t)}</h3>
      <p className={classes.hint}>{t(`settings.calendars.source.${day.source}`)}</p>
      {mayChange && (
        <>
          <DayFields draft={draft} set={set} isUnread={isUnread} />
          <DaysPreview
            key={JSON.stringify(draft)}
            calendar={calendar}
            days={() => (isIncomplete ? null : asked())}
          />
          <p role="alert" className={classes.error}>
            {error}
          </p>
          <div className={classes.row}>
            <Button type="submit" disabled={isIncomplete} loading={save.isPending}>
              {t('settings.calendars.setDay')}
            </Button>
            {ownKey && (
              <Button variant="default" onClick={() => save.mutate({ [ownKey]: null })}>
                {t('settings.calendars.unsetDay')}
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  );
}

type FieldProps = { draft: Draft; set: (parts: Partial<Draft>) => void; isUnread: boolean };

function DayFields({ draft, set, isUnread }: FieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <SegmentedControl
        className={own.kinds ?? ''}
        aria-label={t('settings.calendars.dayKind')}
        value={draft.kind}
        onChange={(kind) => set({ kind: kind as Kind })}
        data={kinds.map((kind) => ({ value: kind, label: t(`settings.calendars.kind.${kind}`) }))}
      />
      {draft.kind === 'hours' && (
        <TextInput
          label={t('settings.calendars.hours')}
          value={draft.hours}
          error={isUnread ? t('settings.calendars.unreadHours') : null}
          onChange={(event) => set({ hours: event.currentTarget.value })}
        />
      )}
      {draft.kind === 'short' && (
        <NumberInput
          label={t('settings.calendars.minutes')}
          min={1}
          max={1439}
          value={draft.minutes}
          onChange={(next) => set({ minutes: next })}
        />
      )}
      <TextInput
        label={t('settings.calendars.dayName')}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Checkbox
        label={t('settings.calendars.everyYear')}
        checked={draft.yearly}
        onChange={(event) => set({ yearly: event.currentTarget.checked })}
      />
    </>
  );
}
