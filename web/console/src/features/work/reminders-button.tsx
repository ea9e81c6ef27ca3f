// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/Indicator.layer.css';
import { ActionIcon, Button, Indicator, Popover } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconAlarm, IconCheck, IconClock, IconPhone } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { besideOrAbove } from '../../lib/beside-or-above.ts';
import { Loaded } from '../../../../ui/states.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import { showToast } from '../../../../ui/toast.tsx';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { runningFor } from './durations.ts';
import { refused } from './stage.ts';
import { useSeconds, useTimer } from './use-timer.ts';
import { remindersQuery, type Reminder } from './work-queries.ts';
import classes from './work.module.css';

const textOf = ({ note, ticket }: Reminder) =>
  note || (ticket ? `#${ticket.number} ${ticket.subject}` : '');

/** Says aloud what has just come due; what was due before this window was opened is in the list. */
function useDueNotices(reminders: Reminder[] | undefined): void {
  const { t } = useTranslation();
  const told = useRef<Set<string> | null>(null);
  const tell = useEffectEvent((due: Reminder[]) => {
    for (const each of due.filter(({ id, firedAt }) => !told.current?.has(`${id} ${firedAt}`))) {
      const words = each.kind === 'call' ? 'work.reminders.dueCall' : 'work.reminders.due';
      showToast(t(words, { text: textOf(each) }));
    }
  });
  useEffect(() => {
    if (!reminders) {
      return;
    }
    const due = reminders.filter(({ firedAt }) => firedAt !== null);
    if (told.current) {
      tell(due);
    }
    told.current = new Set(due.map(({ id, firedAt }) => `${id} ${firedAt}`));
  }, [reminders]);
}

/** One's own reminders, with how many are due, and the timer that runs. */
export function WorkRail() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const reminders = useQuery(remindersQuery);
  useDueNotices(reminders.data);
  const due = reminders.data?.filter(({ firedAt }) => firedAt !== null).length ?? 0;
  return (
    <>
      <RunningTimer />
      <Popover
        opened={opened}
        onChange={setOpened}
        position="right-end"
        middlewares={besideOrAbove}
        width={320}
        withRoles
        trapFocus
        returnFocus
      >
        <Indicator label={due} disabled={due === 0} size={16} color="red">
          <Popover.Target>
            <ActionIcon
              size={38}
              aria-label={
                due > 0 ? t('work.reminders.open', { count: due }) : t('work.reminders.title')
              }
              onClick={() => setOpened(!opened)}
            >
              <IconAlarm size={20} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </Popover.Target>
        </Indicator>
        <Popover.Dropdown
          className={classes.popover}
          // It closes the list; the ticket behind it stays.
          onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
        >
          <h2 className={classes.panelTitle}>{t('work.reminders.title')}</h2>
          <Loaded
            of={reminders}
            wordsOf={wordsOf}
            skeletonRows={2}
            empty={<p className={classes.text}>{t('work.reminders.empty')}</p>}
          >
            {(known) => (
              <ul className={classes.lines}>
                {known.map((each) => (
                  <ReminderLine key={each.id} reminder={each} onLeave={() => setOpened(false)} />
                ))}
              </ul>
            )}
          </Loaded>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function useChangeReminder() {
  const cache = useQueryClient();
  return async (id: string, change: { done?: boolean; at?: string }) => {
    await api.patch(`/reminders/${id}`, change);
    await cache.invalidateQueries(remindersQuery);
  };
}

function ReminderLine({ reminder, onLeave }: { reminder: Reminder; onLeave: () => void }) {
  const { t } = useTranslation();
  const change = useChangeReminder();
  const text = textOf(reminder);
  const finish = async () => {
    await change(reminder.id, { done: true });
    showToast(t('work.reminders.finished'), {
      undo: () => void change(reminder.id, { done: false }).catch(refused),
    });
  };
  const inAnHour = () => new Date(Date.now() + 3600_000).toISOString();
  const Icon = reminder.kind === 'call' ? IconPhone : IconClock;
  return (
    <li className={classes.reminder} data-due={reminder.firedAt !== null || undefined}>
      <Icon size={15} aria-hidden="true" />
      <span className={classes.reminderText}>
        {reminder.ticket ? (
          <Link
            to="/tickets/$number"
            params={{ number: String(reminder.ticket.number) } as never}
            onClick={onLeave}
          >
            {text}
          </Link>
        ) : (
          text
        )}
        <span className={classes.entryNote}>
          <TimeText at={reminder.at} />{' '}
          {reminder.phone && <a href={`tel:${reminder.phone}`}>{reminder.phone}</a>}
        </span>
      </span>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('work.reminders.later', { text })}
        onClick={() => void change(reminder.id, { at: inAnHour() }).catch(refused)}
      >
        {t('work.reminders.laterShort')}
      </Button>
      <ActionIcon
        size={24}
        aria-label={t('work.reminders.finish', { text })}
        onClick={() => void finish().catch(refused)}
      >
        <IconCheck size={16} />
      </ActionIcon>
    </li>
  );
}

function RunningTimer() {
  const { t } = useTranslation();
  const { timer } = useTimer();
  const now = useSeconds(Boolean(timer));
  if (!timer) {
    return null;
  }
  const time = runningFor(timer.startedAt, now);
  return (
    <Link
      to="/tickets/$number"
      params={{ number: String(timer.ticket.number) } as never}
      className={classes.railTimer}
      title={t('work.time.runningFor', { number: timer.ticket.number, time })}
      aria-label={t('work.time.runningFor', { number: timer.ticket.number, time })}
    >
      {time}
    </Link>
  );
}
