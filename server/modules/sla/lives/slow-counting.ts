import type { SlaTerms } from '../schema.ts';
import type { Priority, Status } from '../../tickets/public.ts';

/** Times are minutes since a Monday's midnight. */
export type SlowPolicy = {
  readonly id: string;
  /** Tickets of these types. */
  readonly types: readonly string[];
  readonly active: boolean;
  readonly terms: SlaTerms;
  /** Null: round the clock. */
  readonly calendar: Hours | null;
  readonly byTeam: boolean;
};

/** Open from and to, in hours of the day; over midnight where the second is less. */
export type Hours = {
  readonly days: readonly number[];
  readonly spans: readonly [number, number][];
};

export type LifeEvent = {
  readonly at: number;
  readonly message?: 'customer' | 'agent' | 'automatic' | undefined;
  readonly status?: Status | undefined;
  readonly priority?: Priority | undefined;
  readonly type?: string | undefined;
  readonly team?: string | null | undefined;
  /** From now on other settings hold. */
  readonly policies?: readonly SlowPolicy[] | undefined;
};

export type Said = readonly [minute: number, target: string, what: string];
export type SlowClock = {
  state: 'running' | 'paused' | 'stopped';
  used: number;
  goal: number;
  heard: number;
  late: boolean;
  priority: Priority;
  began: number;
};

export type Facts = { status: Status; priority: Priority; type: string; team: string | null };

export const endsWithTicket = (target: string) =>
  !['first_response', 'next_response', 'update'].includes(target);

const isOpenAt = ({ days, spans }: Hours, minute: number): boolean =>
  spans.some(([from, to]) => {
    const day = Math.floor(minute / 1440);
    const hour = (minute % 1440) / 60;
    return to > from
      ? days.includes(day % 7) && hour >= from && hour < to
      : (days.includes(day % 7) && hour >= from) || (days.includes((day + 6) % 7) && hour < to);
  });

export type Desk = { readonly teamHours: Hours; readonly defaultHours: Hours };

/** Whether this minute counts. A team without a calendar works by the default one where none is chosen. */
export function isCounted(
  policy: SlowPolicy | null,
  { teamHours, defaultHours, team }: Desk & Pick<Facts, 'team'>,
  minute: number,
): boolean {
  const ofTeam = policy?.byTeam && team === 'nights' ? teamHours : null;
  const hours = ofTeam ?? policy?.calendar ?? (policy?.byTeam ? defaultHours : null);
  return hours === null || isOpenAt(hours, minute);
}

export function goalOf(policy: SlowPolicy, target: string, priority: Priority): number {
  const goal = policy.terms.targets[target];
  return goal?.byPriority?.[priority] ?? goal?.minutes ?? Number.NaN;
}

/** The highest share that is used up, 1 where all of it is. */
export function passedOf(policy: SlowPolicy | null, { used, goal }: SlowClock): number {
  const shares = [...(policy?.terms.warnAt ?? []), 1].toSorted((a, b) => b - a);
  return shares.find((share) => used >= Math.round(share * goal * 60) / 60) ?? 0;
}

/** What was heard stays heard, unless more time takes it back; of a share at which this policy does not warn nobody has heard. */
export function setGoal(policy: SlowPolicy, clock: SlowClock, goal: number): void {
  const known = clock.state === 'running' && goal === clock.goal;
  clock.goal = goal;
  clock.late &&= clock.used >= goal;
  const passed = passedOf(policy, clock);
  if (clock.late || (known && passed < 1)) {
    clock.heard = passed;
  } else {
    clock.heard = Math.min(clock.heard, passed === 1 ? 0.99 : passed);
  }
  forget(policy, clock);
}

export function forget({ terms }: SlowPolicy, clock: SlowClock): void {
  const heard = terms.warnAt.filter((share) => share <= clock.heard);
  clock.heard = clock.heard === 1 ? 1 : Math.max(0, ...heard);
}
