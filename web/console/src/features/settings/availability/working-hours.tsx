import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { useMay, useSession } from '../../../lib/session.ts';
import type { Calendar } from '../../../lib/settings-types.ts';
import type { Schedule } from '../../../parts/availability/types.ts';
import { sayWeek } from '../calendars/say-week.ts';
import { FormError } from '../form-error.tsx';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { useSave } from '../use-save.ts';
import { touches, useAvailabilityList } from './use-lists.ts';
import { isRead, WeekInputs, weekFrom, weekTexts, ZoneSelect } from './week-inputs.tsx';

/** By which hours each person works. */
export function WorkingHours() {
  const { t } = useTranslation();
  const schedules = useAvailabilityList<Schedule>('/schedules');
  return (
    <div className={classes.steps}>
      <p className={classes.hint}>{t('availability.hours.hint')}</p>
      <Loaded
        of={schedules}
        wordsOf={wordsOf}
        empty={<Empty title={t('availability.hours.empty')} />}
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((schedule) => (
              <ScheduleLine key={schedule.user.id} schedule={schedule} />
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
}

const own = 'own';

function useSaveSchedule(userId: string, onDone: () => void = () => undefined) {
  return useSave((body: object) => api.put<Schedule>(`/schedules/${userId}`, body), {
    touches,
    onDone,
  });
}

function ScheduleLine({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const { locale } = useUiLocale();
  const may = useMay()('availability.change');
  const { user, calendar, week, zone } = schedule;
  const [writes, setWrites] = useState(false);
  const said = week
    ? `${sayWeek(week, locale, t('availability.hours.none'))} · ${zone}`
    : (calendar?.name ?? t('availability.hours.roundTheClock'));
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{user.name}</span>
        <span className={classes.itemMore}>{said}</span>
      </span>
      {may && <ScheduleSelect schedule={schedule} writes={writes} onWrite={setWrites} />}
      {writes && <OwnHours schedule={schedule} onClose={() => setWrites(false)} />}
    </li>
  );
}

type SelectProps = {
  schedule: Schedule;
  writes: boolean;
  onWrite: (writes: boolean) => void;
};

function ScheduleSelect({ schedule, writes, onWrite }: SelectProps) {
  const { t } = useTranslation();
  const { user, calendar, week } = schedule;
  const calendars = useItems<Calendar>('calendars', '/calendars').data ?? [];
  const save = useSaveSchedule(user.id);
  const choose = (value: string | null) => {
    onWrite(value === own);
    if (value !== own) {
      save.mutate({ calendarId: value || null });
    }
  };
  return (
    <>
      <Select
        aria-label={t('availability.hours.of', { name: user.name })}
        data={[
          { value: '', label: t('availability.hours.roundTheClock') },
          ...calendars.map(({ id, name }) => ({ value: id, label: name })),
          { value: own, label: t('availability.hours.own') },
        ]}
        value={writes || week ? own : (calendar?.id ?? '')}
        allowDeselect={false}
        onChange={choose}
      />
      {week && !writes && (
        <Button variant="subtle" onClick={() => onWrite(true)}>
          {t('settings.edit')}
        </Button>
      )}
    </>
  );
}

function OwnHours({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { user, week, zone } = schedule;
  const [texts, setTexts] = useState(weekTexts(week ?? 'office'));
  const [chosen, setChosen] = useState(zone ?? workspace.timeZone);
  const save = useSaveSchedule(user.id, onClose);
  return (
    <form
      className={classes.steps}
      style={{ flexBasis: '100%' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isRead(texts)) {
          save.mutate({ hours: { zone: chosen, week: weekFrom(texts) } });
        }
      }}
    >
      <ZoneSelect value={chosen} onChange={setChosen} />
      <WeekInputs name={user.id} texts={texts} onChange={setTexts} />
      <FormError error={save.error} />
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}
