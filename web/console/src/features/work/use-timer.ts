import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { api } from '../../lib/client.ts';
import { useMay } from '../../lib/session.ts';
import { refused } from './stage.ts';
import { useTimeWords } from './use-time-words.ts';
import { timerQuery, type TimeEntry } from './work-queries.ts';

type Logged = { logged: TimeEntry | null };

/** The person's one timer; null while none runs, undefined while nobody knows. */
export function useTimer() {
  const { t } = useTranslation();
  const words = useTimeWords();
  const cache = useQueryClient();
  const may = useMay();
  const timer = useQuery({ ...timerQuery, enabled: may('time.log') }).data;
  const settle = async () => {
    await cache.invalidateQueries(timerQuery);
    await cache.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'ticket' && queryKey[2] === 'time',
    });
  };
  const start = async (ticketId: string) => {
    const { logged } = await api.put<Logged>('/timer', { ticketId });
    await settle();
    if (logged) {
      const time = words(logged.minutes);
      showToast(t('work.time.switched', { number: logged.ticket.number, time }));
    }
  };
  const stop = async (discard: boolean) => {
    const { logged } = await api.post<Logged>('/timer/stop', { discard });
    await settle();
    if (logged) {
      showToast(t('work.time.stopped', { time: words(logged.minutes) }));
    }
  };
  return {
    timer,
    start: (ticketId: string) => void start(ticketId).catch(refused),
    stop: (discard = false) => void stop(discard).catch(refused),
  };
}

/** Ticks once a second while something runs. */
export function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, [running]);
  return now;
}
