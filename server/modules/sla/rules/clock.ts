/**
 * One clock of one ticket: so much time is given for something, and part of it is used. Instants and lengths are milliseconds.
 * While it runs, what is used grows with the calendar; a pause freezes it.
 */
export type Timekeeper = {
  between(from: number, to: number): number;
  /** Null when the calendar never has that much time. */
  add(at: number, workingMs: number): number | null;
};

export const aroundTheClock: Timekeeper = {
  between: (from, to) => to - from,
  add: (at, ms) => at + ms,
};

export type ClockState = 'running' | 'paused' | 'stopped';

export type Clock = {
  readonly target: string;
  readonly goalMs: number;
  readonly state: ClockState;
  readonly startedAt: number;
  /** Since when it runs without a break; null while it does not. */
  readonly since: number | null;
  /** Used before `since`. */
  readonly usedMs: number;
  /** While it runs, and when it has stopped: when it would be, or was, too late. Null while paused. */
  readonly dueAt: number | null;
  readonly stoppedAt: number | null;
  /** Of a clock that runs anew for every exchange: the slowest of those that are over. */
  readonly slowestMs: number | null;
  /** How many of its alarms have gone off. */
  readonly stage: number;
  /** When the next of them will; null while it does not run, or when none is left. */
  readonly alarmAt: number | null;
  /** When this round was broken, once that has been told. */
  readonly breachedAt: number | null;
};

export type Terms = {
  readonly goalMs: number;
  /** Shares of the goal at which to warn, rising, each below 1. */
  readonly warnAt: readonly number[];
  readonly keeper: Timekeeper;
};

const known = new WeakMap<readonly number[], readonly number[]>();

/** The last alarm is the breach itself. */
export function alarmsOf({ warnAt }: Pick<Terms, 'warnAt'>): readonly number[] {
  const found = known.get(warnAt);
  if (found) {
    return found;
  }
  const all = [...warnAt, 1];
  known.set(warnAt, all);
  return all;
}

export const usedBy = (clock: Clock, at: number, keeper: Timekeeper): number =>
  clock.usedMs + (clock.since === null ? 0 : Math.max(0, keeper.between(clock.since, at)));

export const isBreached = ({ breachedAt }: Clock): boolean => breachedAt !== null;

/** In whole milliseconds, since instants are: 0.29 of an hour would else never quite be used. */
const usedAt = (share: number, goalMs: number): number => Math.round(share * goalMs);

export function startClock(target: string, terms: Terms, at: number): Clock {
  return timed(
    {
      target,
      goalMs: terms.goalMs,
      state: 'running',
      startedAt: at,
      since: at,
      usedMs: 0,
      dueAt: null,
      stoppedAt: null,
      slowestMs: null,
      stage: 0,
      alarmAt: null,
      breachedAt: null,
    },
    terms,
  );
}

export function pauseClock(clock: Clock, { keeper }: Terms, at: number): Clock {
  return clock.state !== 'running'
    ? clock
    : {
        ...clock,
        state: 'paused',
        usedMs: usedBy(clock, at, keeper),
        since: null,
        dueAt: null,
        alarmAt: null,
      };
}

export function resumeClock(clock: Clock, terms: Terms, at: number): Clock {
  return clock.state !== 'paused' ? clock : timed({ ...clock, state: 'running', since: at }, terms);
}

/** What was asked for has happened. The due time stays, to be compared with. What had used more than is promised now was too late. */
export function stopClock(clock: Clock, { keeper }: Terms, at: number): Clock {
  if (clock.state === 'stopped') {
    return clock;
  }
  const usedMs = usedBy(clock, at, keeper);
  return {
    ...clock,
    state: 'stopped',
    usedMs,
    since: null,
    stoppedAt: at,
    slowestMs: Math.max(clock.slowestMs ?? 0, usedMs),
    alarmAt: null,
    breachedAt: clock.breachedAt ?? (usedMs >= clock.goalMs ? at : null),
  };
}

/** A stopped clock goes on where it was, by what is promised now; or from the beginning. */
export function reopenClock(clock: Clock, terms: Terms, at: number, anew: boolean): Clock {
  if (clock.state !== 'stopped') {
    return clock;
  }
  if (anew) {
    return { ...startClock(clock.target, terms, at), slowestMs: clock.slowestMs };
  }
  const again = { ...clock, state: 'running' as const, since: at, stoppedAt: null };
  return retime(again, terms, terms, at);
}

/**
 * Other terms for a clock that is not over: what is used stays used. A warning that has been told is not told again, unless more time
 * takes it back first; one that lies behind untold because the goal is shorter now is told, and so is a breach. A breach that later
 * time has mended is none.
 */
export function retime(
  clock: Clock,
  before: Pick<Terms, 'keeper' | 'warnAt'>,
  terms: Terms,
  at: number,
): Clock {
  if (clock.state === 'stopped') {
    const heard = heardOf(alarmsOf(terms), toldOf(clock, before));
    return heard === clock.stage ? clock : { ...clock, stage: heard };
  }
  const usedMs = usedBy(clock, at, before.keeper);
  // With the goal that it had, all that it passed has been told; only the list of warnings may be another one.
  const isKnown = clock.state === 'running' && clock.goalMs === terms.goalMs;
  const toldShare = isKnown ? 1 : toldOf(clock, before);
  return withUsed(clock, { terms, at, usedMs, toldShare });
}

/** A clock that is not over has used so much by now, whatever it had used itself. */
export const takeTime = (clock: Clock, usedMs: number, terms: Terms, at: number): Clock =>
  withUsed(clock, { terms, at, usedMs, toldShare: toldOf(clock, terms) });

/** The highest share of which somebody has heard. */
const toldOf = ({ stage }: Clock, { warnAt }: Pick<Terms, 'warnAt'>): number =>
  stage === 0 ? 0 : (warnAt[stage - 1] ?? 1);

const heardOf = (alarms: readonly number[], toldShare: number): number =>
  alarms.filter((share) => share <= toldShare).length;

type Using = {
  readonly terms: Terms;
  readonly at: number;
  readonly usedMs: number;
  readonly toldShare: number;
};

/** The last alarm that lies behind goes off now if nobody has heard of it. */
function withUsed(clock: Clock, { terms, at, usedMs, toldShare }: Using): Clock {
  const { goalMs } = terms;
  const breachedAt = usedMs >= goalMs ? clock.breachedAt : null;
  const passed = alarmsOf(terms).filter((share) => usedMs >= usedAt(share, goalMs));
  const last = passed.at(-1) ?? 0;
  const isUntold = last === 1 ? breachedAt === null : last > toldShare;
  return timed(
    {
      ...clock,
      goalMs,
      usedMs,
      since: clock.state === 'running' ? at : null,
      // The breach itself is heard of only when it is told.
      stage: isUntold ? heardOf(passed.slice(0, -1), toldShare) : passed.length,
      breachedAt,
    },
    terms,
  );
}

export type Alarm = { readonly share: number; readonly at: number };

/** The alarms that have gone off by `at`. After a long silence only the last of them is worth a word. */
export function passAlarms(
  clock: Clock,
  terms: Terms,
  at: number,
): { clock: Clock; alarm: Alarm | null } {
  const all = alarmsOf(terms);
  let passed = clock;
  let alarm: Alarm | null = null;
  while (passed.alarmAt !== null && passed.alarmAt <= at) {
    alarm = { share: all[passed.stage] ?? 1, at: passed.alarmAt };
    const breachedAt = alarm.share === 1 ? alarm.at : passed.breachedAt;
    passed = timed({ ...passed, stage: passed.stage + 1, breachedAt }, terms);
  }
  return { clock: passed, alarm };
}

/** Due time and next alarm of a running clock. */
function timed(clock: Clock, terms: Pick<Terms, 'warnAt' | 'keeper'>): Clock {
  if (clock.since === null) {
    return { ...clock, dueAt: null, alarmAt: null };
  }
  const { since, usedMs, goalMs } = clock;
  // What is used up to the last millisecond is due now, not when work begins again.
  const whenUsed = (ms: number) => (ms === usedMs ? since : terms.keeper.add(since, ms - usedMs));
  const share = alarmsOf(terms)[clock.stage];
  return {
    ...clock,
    dueAt: whenUsed(goalMs),
    alarmAt: share === undefined ? null : whenUsed(usedAt(share, goalMs)),
  };
}
