/** How people say times, in both languages whatever the console speaks: nobody switches the layout for an hour. */
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month';

export const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(m|min|mins|minutes?|м|мин|минут[а-я]*)$/u, 'minute'],
  [/^(h|hr|hrs|hours?|ч|час|часа|часов)$/u, 'hour'],
  [/^(d|days?|д|дн|день|дня|дней|сут|сутки|суток)$/u, 'day'],
  [/^(w|wk|weeks?|н|нед|недел[а-я]*)$/u, 'week'],
  [/^(mo|months?|мес|месяц[а-я]*)$/u, 'month'],
];

/** Days from today. */
export const days: Readonly<Record<string, number>> = {
  today: 0,
  сегодня: 0,
  tomorrow: 1,
  tmr: 1,
  завтра: 1,
  послезавтра: 2,
};

/** Hours of a day that have a name. */
export const partsOfDay: Readonly<Record<string, number>> = {
  morning: 9,
  утром: 9,
  утро: 9,
  noon: 12,
  полдень: 12,
  afternoon: 14,
  днем: 14,
  evening: 18,
  tonight: 18,
  вечером: 18,
  вечер: 18,
};

/** Beginnings of the days of the week, Monday first. */
export const weekdays: readonly RegExp[] = [
  /^(mon|пн|понед)/u,
  /^(tue|вт(?!о?р)|втор)/u,
  /^(wed|ср)/u,
  /^(thu|чт|четв)/u,
  /^(fri|пт|пятн)/u,
  /^(sat|сб|субб)/u,
  /^(sun|вс|воскр)/u,
];

export const months: readonly RegExp[] = [
  /^(jan|янв)/u,
  /^(feb|фев)/u,
  /^(mar|мар)/u,
  /^(apr|апр)/u,
  /^(may|ма[йя]$)/u,
  /^(jun|июн)/u,
  /^(jul|июл)/u,
  /^(aug|авг)/u,
  /^(sep|сен)/u,
  /^(oct|окт)/u,
  /^(nov|ноя)/u,
  /^(dec|дек)/u,
];

/** Until the customer writes. */
export const answers = /^(answer|reply|ответ|ответа|ответит)$/u;

/** Said, but says nothing: «через 2 часа», "in 2 hours", «до завтра», "on Monday at 9". */
export const fillers: ReadonlySet<string> = new Set([
  'in',
  'at',
  'on',
  'for',
  'until',
  'till',
  'the',
  'next',
  'через',
  'в',
  'во',
  'до',
  'на',
  'к',
  'следующий',
  'следующую',
  'следующее',
  'следующей',
]);
