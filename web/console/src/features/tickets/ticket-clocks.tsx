import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../ui/time-text.tsx';
import { api } from '../../lib/client.ts';
import type { Clock, Ticket } from '../../lib/api-types.ts';
import { ClockMark } from './clock-mark.tsx';
import classes from './clock.module.css';
import { sayLength } from './clock-words.ts';

const minuteMs = 60_000;

/** The clock of a ticket; pressed, all of them: what is used, until when, why one waits, what came in time. */
export function TicketClocks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (!ticket.clock) {
    return null;
  }
  return (
    <Popover opened={opened} onChange={setOpened} width={320} shadow="md" trapFocus withRoles>
      <Popover.Target>
        <button type="button" className={classes.button} onClick={() => setOpened(!opened)}>
          <ClockMark clock={ticket.clock} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tickets.clock.title')}>
        {opened && <AllClocks ticket={ticket} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function AllClocks({ ticket }: { ticket: Ticket }) {
  const { data } = useQuery({
    queryKey: ['ticket', String(ticket.number), 'clocks'],
    queryFn: ({ signal }) =>
      api.get<{ items: Clock[] }>(`/tickets/${ticket.id}/clocks`, {}, signal),
  });
  return (
    <ul className={classes.list}>
      {(data?.items ?? []).map((clock) => (
        <li key={clock.target}>
          <OneClock clock={clock} ticket={ticket} />
        </li>
      ))}
    </ul>
  );
}

function OneClock({ clock, ticket }: { clock: Clock; ticket: Ticket }) {
  const { t } = useTranslation();
  const over = clock.breachedAt ? t('tickets.clock.missed') : t('tickets.clock.met');
  const state = {
    running: clock.dueAt && (
      <>
        {t('tickets.clock.due')} <TimeText at={clock.dueAt} />
      </>
    ),
    paused: t('tickets.clock.pausedWhy', { status: t(`ui.status.${ticket.status}`) }),
    stopped: over,
  }[clock.state];
  return (
    <>
      <strong>{t(`tickets.slaTarget.${clock.target}`, { defaultValue: clock.target })}</strong>
      <p>{state}</p>
      <p>
        {t('tickets.clock.used', {
          used: sayLength(t, clock.usedMinutes * minuteMs),
          goal: sayLength(t, clock.goalMinutes * minuteMs),
        })}
        {'. '}
        {t('tickets.clock.byPolicy', { name: clock.policy.name })}
      </p>
    </>
  );
}
