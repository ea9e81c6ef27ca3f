import {
  compileWorkingTime,
  zoneNamed,
  type CalendarHours,
  type DayRule,
  type Span,
  type Weekday,
  type WorkingTime,
} from '../../server/modules/calendars/public.ts';
import type { newTally } from '../corpus-set.ts';

export type CaseCalendar = {
  readonly tz?: string;
  readonly timezone?: string;
  readonly week: Partial<Record<Weekday, readonly Span[]>>;
  readonly holidays?: readonly string[];
  readonly yearly_holidays?: readonly string[];
  readonly overrides?: Readonly<Record<string, readonly Span[]>>;
  readonly exceptions?: Readonly<Record<string, readonly Span[]>>;
  readonly breaks?: Readonly<Record<string, readonly Span[]>>;
};

export type WorkingTimeCase = {
  readonly id: string;
  readonly op: string;
  readonly calendar: CaseCalendar;
  readonly input?: Readonly<Record<string, string | number>>;
  readonly at?: string;
  readonly expect?: unknown;
  readonly expect_seconds?: number;
  readonly accept_also?: readonly unknown[];
};

const off: DayRule = { kind: 'off' };
const isYearly = (key: string): boolean => /^\d\d-\d\d$/.test(key);

/** A holiday is stronger than hours of its own for the same day. */
export const hoursOf = (calendar: CaseCalendar): CalendarHours => {
  const own = Object.entries({ ...calendar.overrides, ...calendar.exceptions }).map(
    ([key, spans]): [string, DayRule] => [key, { kind: 'hours', spans }],
  );
  const closed = (keys: readonly string[] = []) => keys.map((key): [string, DayRule] => [key, off]);
  return {
    zone: calendar.tz ?? calendar.timezone ?? 'UTC',
    week: calendar.week,
    dates: Object.fromEntries([
      ...own.filter(([key]) => !isYearly(key)),
      ...closed(calendar.holidays),
    ]),
    yearly: Object.fromEntries([
      ...own.filter(([key]) => isYearly(key)),
      ...closed(calendar.yearly_holidays),
    ]),
    breaks: calendar.breaks ?? {},
  };
};

/** An ISO instant, or a local time of the calendar's zone, or of a zone named in brackets. Microseconds are kept. */
const instantOf = (text: string, zone: string): number => {
  const [, local = text, named = zone] = /^(.*?) ?\[(.+)\]$/.exec(text) ?? [];
  const [, date = '', time = '', fraction = '0', offset] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(local) ?? [];
  const ms = Date.parse(`${date}T${time}${offset ?? 'Z'}`);
  return (offset ? ms : zoneNamed(named).instantOf(ms)) + Number(fraction) * 1000;
};

type Ask = (time: WorkingTime, input: Readonly<Record<string, string | number>>) => unknown;

const seconds = (ms: number): number => ms / 1000;

/** The questions of the cases; instants come as numbers. */
const questions: Readonly<Record<string, Ask>> = {
  is_open: (time, { at }) => time.isOpen(Number(at)),
  next_open: (time, { at }) => time.nextOpen(Number(at)),
  next_close: (time, { at }) => time.nextClose(Number(at)),
  previous_open: (time, { at }) => time.previousOpen(Number(at)),
  previous_close: (time, { at }) => time.previousClose(Number(at)),
  advance_to_open: (time, { at }) => time.advanceToOpen(Number(at)),
  retreat_to_open: (time, { at }) => time.retreatToOpen(Number(at)),
  add: (time, input) => time.add(Number(input['from']), Number(input['seconds']) * 1000),
  between: (time, { from, to }) => seconds(time.between(Number(from), Number(to))),
  periods_after: (time, { at, take }) =>
    time.periods(Number(at), Number(take)).map(({ from, to }) => [from, to]),
  is_business_day: (time, { date }) => time.isWorkingDay(String(date)),
  add_business_days: (time, { date, days }) => time.addWorkingDays(String(date), Number(days)),
  business_days_between: (time, { from, to }) => time.workingDaysBetween(String(from), String(to)),
};

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]/.test(value);

const withInstants = (value: unknown, zone: string): unknown => {
  if (Array.isArray(value)) {
    return value.map((one) => withInstants(one, zone));
  }
  return isInstant(value) ? instantOf(value, zone) : value;
};

const answer = (one: WorkingTimeCase): unknown => {
  const ask = questions[one.op];
  if (!ask) {
    throw new Error(`nothing answers ${one.op}`);
  }
  const hours = hoursOf(one.calendar);
  const asked = { ...one.input, ...(one.at !== undefined && { at: one.at }) };
  const input = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, withInstants(value, hours.zone)]),
  ) as Record<string, string | number>;
  return ask(compileWorkingTime(hours), input);
};

const readable = (value: unknown): string =>
  typeof value === 'number' && value > 1e10 ? new Date(value).toISOString() : JSON.stringify(value);

/** Every question and every answer of the file; where it accepts several answers, any of them. */
export const tryWorkingTime = (one: WorkingTimeCase, tally: ReturnType<typeof newTally>): void => {
  const { zone } = hoursOf(one.calendar);
  const wanted = [one.expect_seconds ?? one.expect, ...(one.accept_also ?? [])].map((value) =>
    JSON.stringify(withInstants(value, zone)),
  );
  const found = answer(one);
  tally.agree(
    wanted.includes(JSON.stringify(found)),
    () => `${one.id} ${one.op}: found ${readable(found)}, not ${wanted.join(' or ')}`,
  );
};
