import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale, type UiLocale } from '../../../../../ui/locale.tsx';
import { Loaded } from '../../../../../ui/states.tsx';
import { wholeDay } from '../../../../../ui/time.ts';
import { wordsOf } from '../../../lib/problem.ts';
import type { DutyTurn } from '../../../parts/availability/types.ts';
import classes from '../settings.module.css';
import own from './availability.module.css';
import { layOutWeek, type ShownDay, type ShownTurn } from './lay-out-week.ts';
import { useAvailabilityList } from './use-lists.ts';
import { addDays, dayOf, mondayOf, momentIn } from './wall-inputs.ts';

type Opening = { onOpen: ((dutyId: string) => void) | null };

/** Seven days side by side; on a phone, one below the other. */
export function DutyWeek({ onOpen }: Opening) {
  const { timeZone } = useUiLocale();
  const [today] = useState(() => dayOf(new Date(), timeZone));
  const thisMonday = mondayOf(today);
  const [monday, setMonday] = useState(thisMonday);
  const turns = useAvailabilityList<DutyTurn>('/duty/turns', {
    from: momentIn(monday, timeZone) ?? '',
    to: momentIn(addDays(monday, 7), timeZone) ?? '',
  });
  return (
    <section className={classes.panel}>
      <WeekHead monday={monday} thisMonday={thisMonday} onMove={setMonday} />
      <Loaded of={turns} wordsOf={wordsOf} skeletonRows={4} isEmpty={() => false}>
        {(list) => (
          <ol className={own.week}>
            {layOutWeek(list, monday, timeZone).map((day) => (
              <WeekDay key={day.day} day={day} isToday={day.day === today} onOpen={onOpen} />
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}

function WeekHead(props: { monday: string; thisMonday: string; onMove: (monday: string) => void }) {
  const { t } = useTranslation();
  const at = useUiLocale();
  const { monday, thisMonday, onMove } = props;
  const span = { from: wholeDay(at, monday), to: wholeDay(at, addDays(monday, 6)) };
  return (
    <div className={classes.row}>
      <div className={own.weekHead}>
        <ActionIcon
          aria-label={t('availability.duty.previous')}
          onClick={() => onMove(addDays(monday, -7))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <h3 className={classes.panelTitle} aria-live="polite">
          {t('availability.duty.week', span)}
        </h3>
        <ActionIcon
          aria-label={t('availability.duty.next')}
          onClick={() => onMove(addDays(monday, 7))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </div>
      {monday !== thisMonday && (
        <Button variant="subtle" onClick={() => onMove(thisMonday)}>
          {t('availability.duty.today')}
        </Button>
      )}
    </div>
  );
}

const nameOfDay = ({ locale }: UiLocale, day: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(day),
  );

type DayProps = Opening & { day: ShownDay; isToday: boolean };

function WeekDay({ day: { day, turns }, isToday, onOpen }: DayProps) {
  const { t } = useTranslation();
  const at = useUiLocale();
  return (
    <li className={own.day} aria-current={isToday ? 'date' : undefined}>
      <span className={own.dayName}>{nameOfDay(at, day)}</span>
      <ul className={own.hours}>
        {turns.map((shown) => (
          <Turn key={shown.turn.dutyId + shown.turn.from} shown={shown} onOpen={onOpen} />
        ))}
        {turns.length === 0 && <li className={own.free}>{t('availability.duty.free')}</li>}
      </ul>
    </li>
  );
}

const clockIn = ({ locale, timeZone }: UiLocale, moment: string): string =>
  new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(Date.parse(moment));

/** A day ends at 24:00. */
const endIn = (at: UiLocale, moment: string): string =>
  clockIn(at, moment).replace(/^00:00$/, '24:00');

function Turn({ shown, onOpen }: { shown: ShownTurn } & Opening) {
  const { t } = useTranslation();
  const at = useUiLocale();
  const { turn, from, to, lane, lanes } = shown;
  const people = turn.people.map(({ name, absent }) =>
    absent ? `${name} (${t('availability.duty.absent')})` : name,
  );
  const first = turn.people.find(({ absent }) => !absent) ?? turn.people[0];
  const team = turn.team?.name ?? t('availability.duty.company');
  const hours = { from: clockIn(at, turn.from), to: endIn(at, turn.to) };
  const label = t('availability.duty.turn', { people: people.join(', '), team, ...hours });
  const said = (
    <>
      <b>{first?.name}</b>
      <span>
        {hours.from}–{hours.to}
      </span>
      <span className={own.team}>{team}</span>
    </>
  );
  return (
    <li
      className={own.turn}
      style={{
        top: `${from * 100}%`,
        height: `${(to - from) * 100}%`,
        left: `${(lane / lanes) * 100}%`,
        width: `${100 / lanes}%`,
      }}
    >
      {onOpen ? (
        <button
          type="button"
          className={own.block}
          title={label}
          aria-label={label}
          onClick={() => onOpen(turn.dutyId)}
        >
          {said}
        </button>
      ) : (
        <span className={own.block} title={label}>
          {said}
        </span>
      )}
    </li>
  );
}
