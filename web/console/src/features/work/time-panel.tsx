import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPlayerPlay, IconPlayerStop, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import { showToast } from '../../../../ui/toast.tsx';
import { useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { parseMinutes, runningFor } from './durations.ts';
import { refused } from './stage.ts';
import { useTimeWords } from './use-time-words.ts';
import { useSeconds, useTimer } from './use-timer.ts';
import { timeQuery, type Cost, type TicketTime, type TimeEntry } from './work-queries.ts';
import classes from './work.module.css';

function useEntries(ticket: Ticket) {
  const { t } = useTranslation();
  const words = useTimeWords();
  const cache = useQueryClient();
  const reread = () => cache.invalidateQueries(timeQuery(String(ticket.number)));
  const add = async (minutes: number, note: string, spentAt?: string) => {
    await api.post(`/tickets/${ticket.id}/time`, { minutes, note, ...(spentAt && { spentAt }) });
    await reread();
    showToast(t('work.time.logged', { time: words(minutes) }));
  };
  const remove = async (entry: TimeEntry) => {
    await api.delete(`/time/${entry.id}`);
    await reread();
    showToast(t('work.time.removed'), {
      undo: () => void add(entry.minutes, entry.note, entry.spentAt).catch(refused),
    });
  };
  return { add, remove };
}

/** How long a ticket has taken: a timer, entries by hand, their sum and, by right, what it cost. */
export function TimePanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const time = useQuery(timeQuery(String(ticket.number)));
  const mayLog = ticket.allowed?.logTime ?? false;
  return (
    <section className={classes.panel} aria-labelledby="time-title">
      <h2 id="time-title" className={classes.panelTitle}>
        {t('work.time.title')}
      </h2>
      {mayLog && <TimerLine ticket={ticket} />}
      <Loaded of={time} wordsOf={wordsOf} skeletonRows={1}>
        {(known) => <Entries ticket={ticket} time={known} />}
      </Loaded>
      {mayLog && <ByHand ticket={ticket} />}
    </section>
  );
}

function TimerLine({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { timer, start, stop } = useTimer();
  const isHere = timer?.ticket.id === ticket.id;
  const now = useSeconds(isHere);
  useAction('ticket.timer', () => (isHere ? stop() : start(ticket.id)));
  if (timer && isHere) {
    return (
      <div className={classes.timer} data-running>
        <span className={classes.timerTime} role="timer">
          {runningFor(timer.startedAt, now)}
        </span>
        <Button size="compact-sm" variant="subtle" onClick={() => stop(true)}>
          {t('work.time.discard')}
        </Button>
        <Button
          size="xs"
          fullWidth
          leftSection={<IconPlayerStop size={14} aria-hidden="true" />}
          onClick={() => stop()}
        >
          {t('work.time.stop')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.timer}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
        onClick={() => start(ticket.id)}
      >
        {t('work.time.start')}
      </Button>
      {timer && (
        <span className={classes.text}>
          {t('work.time.elsewhere', { number: timer.ticket.number })}
        </span>
      )}
    </div>
  );
}

function Entries({ ticket, time }: { ticket: Ticket; time: TicketTime }) {
  const { t } = useTranslation();
  const words = useTimeWords();
  const { locale } = useUiLocale();
  const { user } = useSession();
  const may = useMay();
  const { remove } = useEntries(ticket);
  const others = time.running.filter((each) => each.user.id !== user.id);
  const money = ({ amount, currency }: Cost) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));
  return (
    <>
      {others.map((each) => (
        <p key={each.user.id} className={classes.text}>
          {t('work.time.isAtIt', { name: each.user.name })}
        </p>
      ))}
      {time.items.length === 0 && <p className={classes.text}>{t('work.time.empty')}</p>}
      <ul className={classes.entries}>
        {time.items.map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <span className={classes.entryTime}>{words(entry.minutes)}</span>
            <span className={classes.entryText}>
              {entry.user.name} · <TimeText at={entry.spentAt} />
              {entry.byTimer && ` · ${t('work.time.byTimer')}`}
              {entry.cost && ` · ${money(entry.cost)}`}
              {entry.note && <span className={classes.entryNote}>{entry.note}</span>}
            </span>
            {(entry.user.id === user.id || may('time.change')) && may('time.log') && (
              <ActionIcon
                size={24}
                aria-label={t('work.time.remove', {
                  name: entry.user.name,
                  time: words(entry.minutes),
                })}
                onClick={() => void remove(entry).catch(refused)}
              >
                <IconTrash size={15} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {time.minutes > 0 && (
        <p className={classes.total}>
          {[
            t('work.time.total', { time: words(time.minutes) }),
            ...(time.costs ?? []).map(money),
          ].join(' · ')}
        </p>
      )}
    </>
  );
}

function ByHand({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { add } = useEntries(ticket);
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(false);
  useAction('ticket.logTime', () => setOpened(true));
  if (!opened) {
    return (
      <Button
        size="xs"
        variant="default"
        style={{ justifySelf: 'start' }}
        onClick={() => setOpened(true)}
      >
        {t('work.time.add')}
      </Button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const minutes = parseMinutes(typed);
    setWrong(minutes === null);
    if (minutes !== null) {
      setOpened(false);
      setTyped('');
      setNote('');
      void add(minutes, note.trim()).catch(refused);
    }
  };
  return (
    <form className={classes.byHand} onSubmit={submit}>
      <TextInput
        label={t('work.time.minutes')}
        description={t('work.time.minutesHint')}
        value={typed}
        error={wrong && t('work.time.wrong')}
        // The person has just asked to write time down.
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- see above
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextInput
        label={t('work.time.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="xs" type="submit">
          {t('work.time.save')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpened(false)}>
          {t('work.cancel')}
        </Button>
      </div>
    </form>
  );
}
