import { compileWorkingTime } from '../../server/modules/calendars/public.ts';
import {
  afterThat,
  usedBy,
  type Clock,
  type Clocks,
  type Happening,
  type Promises,
  type Terms,
} from '../../server/modules/sla/public.ts';
import type { newTally } from '../corpus-set.ts';
import { hoursOf, type CaseCalendar } from './working-time.ts';

type Event = { readonly at: string; readonly type: string; readonly to?: string };
export type SlaCase = {
  readonly id: string;
  readonly calendar: CaseCalendar;
  readonly sla_minutes: Readonly<Record<string, number | null>>;
  readonly created_at: string;
  readonly initial_state: string;
  readonly events: readonly Event[];
  readonly expect: Readonly<Record<string, string | number | null>>;
};

const minuteMs = 60_000;
const runs = (state: string): boolean => state === 'new' || state === 'open';
/** Upstream's words for our targets. */
const targets: Readonly<Record<string, string>> = {
  first_response: 'first_response',
  next_reply: 'next_response',
  update: 'update',
  solution: 'resolution',
};
/** A clock without a goal that only counts the time in which the ticket was worked on. */
const openTime = 'open';

const termsOf = ({ calendar, sla_minutes: goals }: SlaCase): ReadonlyMap<string, Terms> => {
  const keeper = compileWorkingTime(hoursOf(calendar));
  const terms = new Map<string, Terms>();
  for (const [name, minutes] of Object.entries(goals)) {
    if (minutes !== null) {
      terms.set(targets[name] ?? name, { goalMs: minutes * minuteMs, warnAt: [], keeper });
    }
  }
  return terms.set(openTime, { goalMs: 10_000 * minuteMs, warnAt: [], keeper });
};

const happeningOf: Readonly<Record<string, (at: number, named: boolean) => Happening[]>> = {
  customer_message: (at) => [{ kind: 'customer-wrote', at }],
  first_response: (at) => [{ kind: 'answered', only: 'first_response', at }],
  agent_message: (at, named) =>
    named
      ? [
          { kind: 'answered', only: 'next_response', at },
          { kind: 'answered', only: 'update', at },
        ]
      : [{ kind: 'answered', at }],
  closed: (at) => [{ kind: 'finished', at }],
};

const instantOf = (text: string): number => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) {
    throw new TypeError(`${JSON.stringify(text)} is no instant`);
  }
  return at;
};

/** Where a case says when the first response was, the agents' messages are not it. */
const happeningsOf = (one: SlaCase): Happening[] => {
  const named = one.events.some(({ type }) => type === 'first_response');
  const created = instantOf(one.created_at);
  let running = runs(one.initial_state);
  const found: Happening[] = [{ kind: 'opened', at: created }];
  for (const { at: text, type, to = '' } of [
    { at: one.created_at, type: 'begin' },
    ...one.events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  ]) {
    const at = instantOf(text);
    if (type === 'state') {
      found.push(...stateHappenings(to, at));
      running = runs(to);
    } else {
      found.push(...(happeningOf[type]?.(at, named) ?? []));
    }
    // A clock that begins while the ticket waits, waits too.
    found.push(...(running ? [] : [{ kind: 'paused' as const, at }]));
  }
  return found;
};

const stateHappenings = (to: string, at: number): Happening[] => {
  if (runs(to)) {
    return [
      { kind: 'reopened', at },
      { kind: 'resumed', at },
    ];
  }
  return to === 'closed' ? [{ kind: 'finished', at }] : [];
};

/** The same moment may be written with another offset. */
const same = (wanted: string | number | null, found: string | number | null): boolean =>
  typeof wanted === 'string' && typeof found === 'string'
    ? Date.parse(wanted) === Date.parse(found)
    : wanted === found;

const iso = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at).toISOString().replace('.000Z', 'Z');
const runningDue = (clock: Clock | undefined): number | null =>
  clock?.state === 'running' ? clock.dueAt : null;
const wholeMinutes = (ms: number): number => Math.floor(ms / minuteMs);

const earliestDue = (clocks: Clocks): number | null => {
  const dues = [...clocks.values()]
    .filter(({ target }) => target !== openTime)
    .map(runningDue)
    .filter((due) => due !== null);
  return dues.length > 0 ? Math.min(...dues) : null;
};

const openMinutes = (one: SlaCase, clocks: Clocks): number | null => {
  const end = one.events.map(({ at }) => Date.parse(at)).reduce((a, b) => Math.max(a, b), 0);
  const [clock, terms] = [clocks.get(openTime), termsOf(one).get(openTime)];
  return clock && terms ? wholeMinutes(usedBy(clock, end, terms.keeper)) : null;
};

const spentOf = (clock: Clock | undefined, what: string | undefined): number | null => {
  if (!clock || clock.slowestMs === null) {
    return null;
  }
  const minutes = wholeMinutes(clock.slowestMs);
  return what === 'in_min' ? minutes : clock.goalMs / minuteMs - minutes;
};

const answer = (one: SlaCase, key: string, clocks: Clocks): string | number | null => {
  if (key === 'next_due') {
    return iso(earliestDue(clocks));
  }
  if (key === 'open_minutes_total') {
    return openMinutes(one, clocks);
  }
  const [, name = '', what] = /^(.*?)_(due|in_min|diff_min)$/.exec(key) ?? [];
  const clock = clocks.get(targets[name] ?? name);
  return what === 'due' ? iso(runningDue(clock)) : spentOf(clock, what);
};

/** Every expectation of a case has to agree for the case to agree. */
export const trySlaTimers = (one: SlaCase, tally: ReturnType<typeof newTally>): void => {
  const promises: Promises = {
    terms: termsOf(one),
    firstMessageIsExchange: true,
    onReopen: 'continue',
  };
  let clocks: Clocks = new Map();
  for (const happening of happeningsOf(one)) {
    clocks = afterThat(clocks, happening, promises);
  }
  const wrong = Object.entries(one.expect)
    .map(([key, wanted]) => ({ key, wanted, found: answer(one, key, clocks) }))
    .filter(({ wanted, found }) => !same(wanted, found));
  tally.agree(
    wrong.length === 0,
    () =>
      `${one.id}: ${wrong.map(({ key, wanted, found }) => `${key} ${found}, not ${wanted}`).join('; ')}`,
  );
};
