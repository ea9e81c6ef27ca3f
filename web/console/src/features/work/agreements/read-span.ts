import {
  evening,
  later,
  numberOf,
  textFrom,
  unitOf,
  wordsIn,
  type Day,
  type ReadDay,
  type Today,
  type Unit,
} from './days.ts';
import type { Token } from './sentences.ts';

/** «через два часа», «минут через двадцать», «в течение часа», "in a couple of days", "a week from now". */
export function readSpan(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const text = textFrom(tokens, at);
  return (
    readHoursAndMinutes(text, today) ??
    readFixed(text, today) ??
    readCounted(text, today) ??
    readTurned(text, today) ??
    readOne(text, today)
  );
}

type Fixed = readonly [form: RegExp, n: number, unit: Unit];
const fixed: readonly Fixed[] = [
  [
    /^(?:через|in|within|в течение|в ближайшие) (?:ближайшего )?(?:полчаса|полчасика|получаса|half an? hour)(?= |$)/,
    0.5,
    'hour',
  ],
  [/^(?:in|within) an hour and a half(?= |$)/, 1.5, 'hour'],
  [/^(?:within|in) (?:the|an) (?:next )?hour(?: or (?:so|two))?(?= |$)/, 1, 'hour'],
  [/^(?:через|в течение) (?:сутки|суток)(?= |$)/, 24, 'hour'],
  [/^через полгода(?= |$)/, 6, 'month'],
  [/^in a fortnight(?= |$)/, 2, 'week'],
];

function readFixed(text: string, today: Today): ReadDay {
  // Within the day is until its end.
  const day =
    /^(?:в течение|within the) (?:сегодняшнего |этого |рабочего |working |business )*(?:дня|day)(?= |$)/.exec(
      text,
    );
  if (day) {
    const value = { date: later(today, 0), hour: evening, isPromise: true };
    return { value, words: wordsIn(day) };
  }
  for (const [form, n, unit] of fixed) {
    const found = form.exec(text);
    if (found) {
      return spanned(n, unit, { today, words: wordsIn(found) });
    }
  }
  return null;
}

const hoursAndMinutes =
  /^(?:через|in|within) (?:(?:(\S+) )?(?:час|часа|часов|ч|hours?|hrs?)) (?:and |и |с )?(\S+?)(?: (?:минут\S*|мин|minutes?|mins?)|$)(?= |$)/;

/** As hours of the day are written, once they are spelt out. */
const hoursInDigits = /^(?:через|in|within) (\d{1,2}):(\d\d)(?= |$)/;

/** «через час двадцать», «через 2 часа 30 минут», "in an hour and 20 minutes". */
function readHoursAndMinutes(text: string, today: Today): ReadDay {
  const found = hoursInDigits.exec(text) ?? hoursAndMinutes.exec(text);
  if (!found) {
    return null;
  }
  const [, said = 'an', behind = ''] = found;
  const hours = /^an?$/.test(said) ? 1 : numberOf(said);
  const minutes = numberOf(behind);
  return hours !== undefined && minutes !== undefined && minutes < 60
    ? spanned(hours * 60 + minutes, 'minute', { today, words: wordsIn(found) })
    : null;
}

const spanWithNumber =
  /^(?:через|в течение|в ближайш\S+|in|within|over|during|after) (?:ближайш\S+ |следующ\S+ |the next |the coming |another |about |around |примерно |где-то |ещ[её] |буквально |максимум )?(?:a (?=couple))?(?:(?:\S+) (?:or|to|и|или) )?(\S+) (?:more )?(?:of )?(?:(рабоч|working|business)\S* )?(\S+)(?= |$)/;
const spanFromNow = /^(?:a (?=couple))?(\S+) (?:of )?(\S+) from (?:now|today)(?= |$)/;

function fromNow(text: string): readonly (string | undefined)[] {
  const [whole, number, name] = spanFromNow.exec(text) ?? [];
  return [whole, number, undefined, name];
}

function readCounted(text: string, today: Today): ReadDay {
  const found = spanWithNumber.exec(text);
  const [whole, number = '', business, name = ''] = found ?? fromNow(text);
  const n = numberOf(number);
  const unit = unitOf(name);
  return whole !== undefined && n !== undefined && unit
    ? spanned(n, unit, { today, words: whole.split(' ').length, isOfWork: business !== undefined })
    : null;
}

/** «минут через двадцать», «через минут двадцать». */
function readTurned(text: string, today: Today): ReadDay {
  const found =
    /^(\S+) (?:через|за) (\S+)(?= |$)/.exec(text) ??
    /^через (?!час |минуту |день |неделю )(\S+) (\S+)(?= |$)/.exec(text);
  const [unit, n] = [unitOf(found?.[1] ?? ''), numberOf(found?.[2] ?? '')];
  return found && unit && n !== undefined
    ? spanned(n, unit, { today, words: wordsIn(found) })
    : null;
}

/** "in hours" says nothing; «через час» does. */
function readOne(text: string, today: Today): ReadDay {
  const found = /^(?:через|в течение|в ближайш\S+)(?: ближайш\S+)? (\S+)(?= |$)/.exec(text);
  const unit = unitOf(found?.[1] ?? '');
  const isTwo = /-(два|две|друг\p{L}+)$/u.test(found?.[1] ?? '');
  return found && unit ? spanned(isTwo ? 2 : 1, unit, { today, words: wordsIn(found) }) : null;
}

function spanned(
  n: number,
  unit: Unit,
  { today, words, isOfWork = false }: { today: Today; words: number; isOfWork?: boolean },
): ReadDay {
  if (unit === 'minute' || unit === 'hour') {
    const afterMinutes = Math.round(n * (unit === 'hour' ? 60 : 1));
    return { value: { afterMinutes, isExact: true, isPromise: true, isAhead: true }, words };
  }
  const days = Math.round(n * (unit === 'week' ? 7 : 1));
  const date =
    isOfWork && unit === 'day' ? later(today, workdays(n, today)) : dateAfter(days, unit, today);
  return { value: { date, isPromise: true, isAhead: true }, words };
}

/** How many days until so many days of work are over: Saturday and Sunday are none. */
function workdays(n: number, { weekday }: Today): number {
  const start = Math.min(weekday, 4);
  const weekends = Math.floor((start + Math.ceil(n)) / 5);
  return Math.ceil(n) + weekends * 2 - (weekday - start);
}

/** A month after the 31st is the last day of a shorter one. */
function dateAfter(n: number, unit: Unit, today: Today): NonNullable<Day['date']> {
  if (unit !== 'month' && unit !== 'year') {
    return later(today, n);
  }
  const month = today.month + n * (unit === 'year' ? 12 : 1);
  const last = new Date(Date.UTC(today.year, month, 0)).getUTCDate();
  return { year: today.year, month, day: Math.min(today.day, last) };
}

const endOf =
  /^(?:eod|cob|eob|(?:кон(?:ца|цу|це)|end(?: of)?|close(?: of)?)(?: (?:the|this|этой|этого|текущ\S+|рабоч\S+|working|business))*(?: (следующ\S+|next))? (?:play|(\S+)))(?= |$)/;

/** «до конца дня», «к концу следующей недели», "by the end of the day", "EOD". */
export function readEnd(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const found = endOf.exec(textFrom(tokens, at));
  const unit = found?.[2] === undefined || found[2] === 'business' ? 'day' : unitOf(found[2]);
  const date = found && unit ? lastDayOf(unit, today, found[1] === undefined ? 0 : 1) : null;
  return found && date
    ? { value: { date, hour: evening, isPromise: true }, words: wordsIn(found) }
    : null;
}

function lastDayOf(unit: Unit, today: Today, next: number): Day['date'] | null {
  switch (unit) {
    case 'day': {
      return later(today, next);
    }
    case 'week': {
      return later(today, Math.max(0, 4 - today.weekday + next * 7));
    }
    case 'month': {
      return { year: today.year, month: today.month + 1 + next, day: 0 };
    }
    case 'year': {
      return { year: today.year + next, month: 12, day: 31 };
    }
    default: {
      return null;
    }
  }
}
