/**
 * The part of RFC 5545 (section 3.3.10) that a person can say in one sentence: every so many days, weeks, months or years, on
 * these weekdays or days of the month. The time of day, the zone and days off are not a matter of the rule.
 */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekdayCode = (typeof weekdayCodes)[number];

export type Repeat = {
  readonly every: 'day' | 'week' | 'month' | 'year';
  readonly interval: number;
  /** With `nth` (1…5, −1 the last) in a month or year, without in a week. */
  readonly weekdays: readonly { readonly day: WeekdayCode; readonly nth: number | null }[];
  /** 1…31; −1 is the last day. */
  readonly monthDays: readonly number[];
  /** A day that a month does not have is its last one. */
  readonly orLastDay: boolean;
  /** 1…12. */
  readonly months: readonly number[];
  readonly count: number | null;
  /** `YYYY-MM-DD`, that day included. */
  readonly until: string | null;
};

const everies = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;
const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;
const mostInterval = 999;
const mostCount = 1000;

/** Null for what is no rule, or for one that cannot be said in a sentence. */
export function parseRrule(text: string): Repeat | null {
  const parts = partsOf(text);
  const repeat = parts && repeatIn(parts);
  return repeat && isSayable(repeat) ? repeat : null;
}

function repeatIn(parts: Map<string, string>): Repeat | null {
  const every = everies[parts.get('FREQ') as keyof typeof everies] as Repeat['every'] | undefined;
  const days = daysOf(parts);
  const ending = endingOf(parts);
  const interval = numberIn(parts.get('INTERVAL') ?? '1', 1, mostInterval);
  return every && interval && days && ending ? { every, interval, ...days, ...ending } : null;
}

type Days = Pick<Repeat, 'weekdays' | 'monthDays' | 'orLastDay' | 'months'>;

function daysOf(parts: Map<string, string>): Days | null {
  const days = monthDaysOf(parts);
  const weekdays = weekdaysOf(parts.get('BYDAY'));
  const months = numbersIn(parts.get('BYMONTH'), (month) => month >= 1 && month <= 12);
  return days && weekdays && months && { weekdays, ...days, months };
}

export function printRrule(repeat: Repeat): string {
  const { every, interval, weekdays, monthDays, orLastDay, months, count, until } = repeat;
  const last = Math.max(...monthDays);
  const days = orLastDay ? upTo(last) : monthDays;
  return [
    `FREQ=${frequencies[every]}`,
    interval > 1 && `INTERVAL=${interval}`,
    months.length > 0 && `BYMONTH=${months.join(',')}`,
    days.length > 0 && `BYMONTHDAY=${days.join(',')}`,
    weekdays.length > 0 &&
      `BYDAY=${weekdays.map(({ day, nth }) => `${nth ?? ''}${day}`).join(',')}`,
    orLastDay && 'BYSETPOS=-1',
    count !== null && `COUNT=${count}`,
    until !== null && `UNTIL=${until.replaceAll('-', '')}`,
  ]
    .filter(Boolean)
    .join(';');
}

const known = new Set(
  'FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYSETPOS WKST'.split(' '),
);

function partsOf(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.replace(/^RRULE:/i, '').split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=([^=]+)$/.exec(part.trim().toUpperCase()) ?? [];
    if (!known.has(name) || parts.has(name)) {
      return null;
    }
    parts.set(name, value);
  }
  // A week that begins on another day would make "every second week" mean something else than is said.
  return (parts.get('WKST') ?? 'MO') === 'MO' ? parts : null;
}

function numberIn(text: string, from: number, to: number): number | null {
  const value = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : null;
}

function numbersIn(
  text: string | undefined,
  isAllowed: (value: number) => boolean,
): number[] | null {
  if (text === undefined) {
    return [];
  }
  const values = text.split(',').map((part) => numberIn(part, -366, 366));
  return values.every((value) => value !== null && isAllowed(value))
    ? [...new Set(values as number[])].toSorted((a, b) => order(a) - order(b))
    : null;
}

/** Counted from the end stands at the end. */
const order = (value: number): number => (value < 0 ? value + 1000 : value);

/** 28, 29, 30, 31 of which the last one that there is: "the 31st or the last day". */
const upTo = (last: number): number[] =>
  Array.from({ length: last - 27 }, (_, index) => 28 + index);

function monthDaysOf(parts: Map<string, string>): Pick<Repeat, 'monthDays' | 'orLastDay'> | null {
  const days = numbersIn(parts.get('BYMONTHDAY'), (day) => day === -1 || (day >= 1 && day <= 31));
  const position = parts.get('BYSETPOS');
  if (position === undefined || !days) {
    return days && { monthDays: days, orLastDay: false };
  }
  const last = days.at(-1) ?? 0;
  const isOrLast = position === '-1' && last > 28 && upTo(last).join() === days.join();
  return isOrLast ? { monthDays: [last], orLastDay: true } : null;
}

function weekdaysOf(text: string | undefined): Repeat['weekdays'] | null {
  if (text === undefined) {
    return [];
  }
  const days = text.split(',').map((part) => {
    const [, nth, day] = /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part) ?? [];
    const place = nth === undefined ? null : Number(nth);
    const isPlace = place === null || place === -1 || (place >= 1 && place <= 5);
    return day !== undefined && isPlace ? { day: day as WeekdayCode, nth: place } : null;
  });
  const found = days.filter((day) => day !== null);
  const unique = new Map(found.map((each) => [`${each.nth}${each.day}`, each]));
  return found.length === days.length
    ? [...unique.values()].toSorted(
        (a, b) =>
          order(a.nth ?? 0) - order(b.nth ?? 0) ||
          weekdayCodes.indexOf(a.day) - weekdayCodes.indexOf(b.day),
      )
    : null;
}

function endingOf(parts: Map<string, string>): Pick<Repeat, 'count' | 'until'> | null {
  const [counted, dated] = [parts.get('COUNT'), parts.get('UNTIL')];
  const count = counted === undefined ? null : numberIn(counted, 1, mostCount);
  const until = dated === undefined ? null : dateIn(dated);
  const isWrong = (counted !== undefined && count === null) || (dated !== undefined && !until);
  return isWrong || (count !== null && until !== null) ? null : { count, until };
}

function dateIn(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date) ? date : null;
}

function isSayable({ every, weekdays, monthDays, months }: Repeat): boolean {
  const isPlaced = weekdays.every(({ nth }) => nth !== null);
  const isPlain = weekdays.every(({ nth }) => nth === null);
  const days = weekdays.length + monthDays.length;
  const isOneKind = weekdays.length === 0 || monthDays.length === 0;
  const sayable = {
    day: days + months.length === 0,
    week: isPlain && monthDays.length + months.length === 0,
    month: isPlaced && isOneKind && months.length === 0,
    // The nth Monday of a year is said by nobody.
    year: isPlaced && isOneKind && (months.length > 0 || days === 0),
  };
  return sayable[every];
}
