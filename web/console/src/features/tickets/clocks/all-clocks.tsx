import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { Clock, Ticket } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { useOwnStatuses } from '../../../lib/own-statuses.ts';
import { wordsOf } from '../../../lib/problem.ts';
import classes from '../clock.module.css';
import { sayHours, sayLength } from '../clock-words.ts';
import { useMinute } from '../use-minute.ts';
import own from './clock-history.module.css';
import { ClockHistory, statusWords, targetWords } from './clock-history.tsx';

/** All clocks of a ticket: what is used, until when, why one waits, what came in time; and what became of them so far. */
export function AllClocks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const heading = useId();
  const place = useRef<HTMLElement>(null);
  // What opened them looked for the first control before these had come.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const number = String(ticket.number);
  const clocks = useQuery({
    queryKey: ['ticket', number, 'clocks'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Clock[] }>(`/tickets/${ticket.id}/clocks`, {}, signal)).items,
  });
  return (
    // Long histories scroll: also by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable
    <section ref={place} className={own.all} aria-label={t('tickets.clock.title')} tabIndex={0}>
      <Loaded of={clocks} wordsOf={wordsOf} empty={<p className={own.none}>{t('clocks.none')}</p>}>
        {(list) => (
          <ul className={classes.list}>
            {list.map((clock) => (
              <li key={clock.target}>
                <OneClock clock={clock} ticket={ticket} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <section aria-labelledby={heading}>
        <h3 id={heading}>{t('clocks.history')}</h3>
        <ClockHistory number={number} />
      </section>
    </section>
  );
}

function OneClock({ clock, ticket }: { clock: Clock; ticket: Ticket }) {
  const { t } = useTranslation();
  const called = useOwnStatuses().find(({ id }) => id === ticket.ownStatus?.id);
  const state = {
    running: clock.dueAt && <Due at={clock.dueAt} />,
    paused: t('clocks.pausedWhy', { status: statusWords(t, ticket.status, called) }),
    stopped: t(clock.breachedAt ? 'clocks.missed' : 'clocks.met'),
  }[clock.state];
  return (
    <>
      <strong>{targetWords(t, clock.target)}</strong>
      <p>{state}</p>
      <p>
        {t('clocks.used', {
          used: sayHours(t, clock.usedMinutes),
          goal: sayHours(t, clock.goalMinutes),
        })}
        {'. '}
        {t('clocks.byPolicy', { name: clock.policy.name })}
      </p>
    </>
  );
}

function Due({ at }: { at: string }) {
  const { t } = useTranslation();
  const leftMs = Date.parse(at) - useMinute();
  const length = sayLength(t, leftMs);
  return (
    <>
      {t('clocks.due')} <TimeText at={at} />{' '}
      {leftMs > 0 ? t('clocks.left', { left: length }) : t('clocks.late', { late: length })}
    </>
  );
}
