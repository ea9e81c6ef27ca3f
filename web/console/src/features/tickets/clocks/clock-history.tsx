import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure, Skeleton } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { TicketEvent } from '../../../lib/api-types.ts';
import { useOwnStatuses } from '../../../lib/own-statuses.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { eventsQuery } from '../../../lib/tickets.ts';
import { sayHours } from '../clock-words.ts';
import classes from './clock-history.module.css';

type Translate = ReturnType<typeof useTranslation>['t'];
type Told = {
  target?: string;
  targets?: string[];
  policy?: string | null;
  share?: number;
  status?: string;
  ownStatusId?: string;
  usedMinutes?: Record<string, number>;
};

/** A target of the company's own is a word of theirs: `engineer_visit`. */
export const targetWords = (t: Translate, target: string): string =>
  t(`tickets.slaTarget.${target}`, { defaultValue: target.replaceAll('_', ' ') });

/** "resolution after 3 h": of what stands, also how much of its time was used by then. */
function targetsOf(t: Translate, { target, targets = [], usedMinutes = {} }: Told): string {
  const of = (each: string) => {
    const used = usedMinutes[each];
    return used === undefined
      ? targetWords(t, each)
      : t('clocks.ofIt', { target: targetWords(t, each), used: sayHours(t, used) });
  };
  return (target === undefined ? targets : [target]).map(of).join(', ');
}

function whoWasTold({ name, changes }: TicketEvent): string {
  const to = name === 'sla.escalated' ? (changes[0]?.to ?? []) : [];
  return (to as { name: string }[]).map((each) => each.name).join(', ');
}

export function sayClockEvent(t: Translate, event: TicketEvent): string {
  const told = event.payload as Told;
  const kind = event.name.slice('sla.'.length);
  const who = whoWasTold(event);
  const suffix = { applied: told.policy ? '' : '_none', escalated: who ? '' : '_nobody' }[kind];
  return t(`clocks.event.${kind}${suffix ?? ''}`, {
    target: targetsOf(t, told),
    policy: told.policy,
    percent: Math.round((told.share ?? 1) * 100),
    who,
  });
}

type Named = { readonly id: string; readonly name: string };
const isNamed =
  (wanted: string | undefined) =>
  ({ id }: Named): boolean =>
    id === wanted;

/** In the company's own words, where it has some. */
export const statusWords = (t: Translate, status: string, own: Named | undefined): string =>
  own?.name ?? t(`ui.status.${status}`);

/** Why a clock stands or goes on. */
function reasonOf(t: Translate, { name, payload }: TicketEvent, own: readonly Named[]): string {
  const { status, ownStatusId } = payload as Told;
  if (status === undefined || !/^sla\.(paused|resumed)$/.test(name)) {
    return '';
  }
  return status === 'merged'
    ? t('clocks.merged')
    : t('clocks.because', { status: statusWords(t, status, own.find(isNamed(ownStatusId))) });
}

/** What became of the clocks of a ticket, and when: the same facts as in its timeline, without the conversation. */
export function ClockHistory({ number }: { number: string }) {
  const { t } = useTranslation();
  const own = useOwnStatuses();
  const { data, error, isPending, refetch } = useQuery(eventsQuery(number));
  if (isPending) {
    return <Skeleton rows={3} />;
  }
  if (error) {
    return <Failure {...wordsOf(error)} onRetry={() => void refetch()} />;
  }
  const lines = data.filter(({ name }) => name.startsWith('sla.'));
  return lines.length === 0 ? (
    <p className={classes.none}>{t('clocks.empty')}</p>
  ) : (
    <ol className={classes.lines}>
      {lines.map((event) => {
        const reason = reasonOf(t, event, own);
        return (
          <li key={event.id}>
            <span>
              {sayClockEvent(t, event)}
              {reason && <em> — {reason}</em>}
            </span>
            <TimeText at={event.at} className={classes.when ?? ''} />
          </li>
        );
      })}
    </ol>
  );
}
