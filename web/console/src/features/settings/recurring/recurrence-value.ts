import type { components } from '../../../../../../contracts/client.ts';

export type Recurrence = components['schemas']['Recurrence'];
export type TicketTemplate = components['schemas']['TicketTemplate'];
export type Repeat = Recurrence['repeat'];

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const places = ['1', '2', '3', '4', '5', 'last'] as const;

export type Values = {
  every: Repeat['every'];
  interval: string;
  weekdays: string[];
  by: 'day' | 'weekday';
  /** 1…31 or `last`. */
  monthDay: string;
  place: string;
  weekday: string;
  month: string;
  ends: 'never' | 'until' | 'count';
  until: string;
  count: string;
  from: string;
  at: string;
  zone: string;
  calendarId: string | null;
  dayOff: Recurrence['dayOff'];
  missed: Recurrence['missed'];
};

export const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

export function freshValues(zone: string): Values {
  return {
    every: 'week',
    interval: '1',
    weekdays: ['MO'],
    by: 'day',
    monthDay: '1',
    place: '1',
    weekday: 'MO',
    month: '1',
    ends: 'never',
    until: '',
    count: '10',
    from: today(),
    at: '09:00',
    zone,
    calendarId: null,
    dayOff: 'after',
    missed: 'newest',
  };
}

export function valuesOf(recurrence: Recurrence): Values {
  const { repeat, from, at, zone, calendar, dayOff, missed } = recurrence;
  return {
    ...freshValues(zone),
    ...daysIn(repeat, from),
    ...endingOf(repeat),
    every: repeat.every,
    interval: String(repeat.interval),
    from,
    at,
    calendarId: calendar?.id ?? null,
    dayOff: calendar ? dayOff : 'after',
    missed,
  };
}

function daysIn({ every, weekdays: days, monthDays, months }: Repeat, from: string) {
  const [placed] = every === 'week' ? [] : days;
  const [day = Number(from.slice(8))] = monthDays;
  const [month = Number(from.slice(5, 7))] = months;
  return {
    ...(every === 'week' && { weekdays: days.map((each) => each.day) }),
    ...(placed && { place: placed.nth === -1 ? 'last' : String(placed.nth), weekday: placed.day }),
    by: placed ? ('weekday' as const) : ('day' as const),
    monthDay: day === -1 ? 'last' : String(day),
    month: String(month),
  };
}

function endingOf({ until, count }: Repeat): Partial<Values> {
  if (until !== null) {
    return { ends: 'until', until };
  }
  return count === null ? {} : { ends: 'count', count: String(count) };
}

/** Without a calendar no day is a day off. */
export const dayOffOf = ({ calendarId, dayOff }: Values): Values['dayOff'] =>
  calendarId === null ? 'keep' : dayOff;

/** The form cannot show every rule that the API takes: several days of a month, leaving short months out. */
export const isShowable = ({ every, weekdays: days, monthDays, months, orLastDay }: Repeat) =>
  every === 'day' ||
  every === 'week' ||
  (days.length <= 1 &&
    monthDays.length <= 1 &&
    months.length <= 1 &&
    ((monthDays[0] ?? 0) < 29 || orLastDay));

/** RFC 5545. A month that has no such day takes its last one. */
export function rruleOf(values: Values): string {
  const { every, interval, ends, count, until } = values;
  return [
    `FREQ=${{ day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }[every]}`,
    Number(interval) > 1 ? `INTERVAL=${Number(interval)}` : '',
    ...daysOf(values),
    ends === 'count' ? `COUNT=${Number(count)}` : '',
    ends === 'until' ? `UNTIL=${until.replaceAll('-', '')}` : '',
  ]
    .filter(Boolean)
    .join(';');
}

function daysOf({ every, weekdays: days, by, place, weekday, month, monthDay }: Values): string[] {
  if (every === 'day') {
    return [];
  }
  if (every === 'week') {
    return days.length > 0 ? [`BYDAY=${days.join(',')}`] : [];
  }
  const nth = place === 'last' ? '-1' : place;
  return [
    every === 'year' ? `BYMONTH=${month}` : '',
    ...(by === 'weekday' ? [`BYDAY=${nth}${weekday}`] : daysOfMonth(monthDay)),
  ];
}

function daysOfMonth(day: string): string[] {
  const last = Number(day);
  if (day === 'last') {
    return ['BYMONTHDAY=-1'];
  }
  return last > 28
    ? [`BYMONTHDAY=${[28, 29, 30, 31].filter((each) => each <= last).join(',')}`, 'BYSETPOS=-1']
    : [`BYMONTHDAY=${day}`];
}
