import type { WallTime } from '../../../lib/zoned-time.ts';
import {
  monthForms,
  namesPaper,
  numbers,
  unitForms,
  weekdayForms,
} from './agreement-words.data.ts';
import type { Token } from './sentences.ts';

export type Day = {
  readonly date?: Pick<WallTime, 'year' | 'month' | 'day'>;
  /** From the moment of writing. */
  readonly afterMinutes?: number;
  /** When the words say it themselves: the end of the day. */
  readonly hour?: { readonly hour: number; readonly minute: number };
  /** No hour can stand beside it. */
  readonly isExact?: boolean;
  /** Says by itself that something is to come: "in two days", "by Friday". */
  readonly isPromise?: boolean;
};
type Read = { value: Day; words: number } | null;

const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? '';
const evening = { hour: 18, minute: 0 };

/** A day as words say it, from `at` on. Days are given as they come: 32 November is 2 December. */
export function readDay(tokens: readonly Token[], at: number, today: WallTime): Read {
  const before = wordAt(tokens, at - 1);
  if (namesPaper.test(before) && !/^(завтра|понедельник)/.test(wordAt(tokens, at))) {
    return null;
  }
  const read =
    readSpan(tokens, at, today) ??
    readEnd(tokens, at, today) ??
    readNamed(tokens, at, today) ??
    readWeek(tokens, at, today) ??
    readWeekday(tokens, at, today) ??
    readDate(tokens, at, today);
  const isDeadline = /^(до|к|by|before|until)$/.test(before);
  return read && isDeadline ? { ...read, value: { ...read.value, isPromise: true } } : read;
}

/** The next few words as one line. */
const textFrom = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at, at + 7)
    .map(({ word }) => word)
    .join(' ');
const wordsIn = (found: RegExpExecArray): number => found[0].split(' ').length;

const numberOf = (word: string): number | undefined =>
  /^\d{1,3}$/.test(word) ? Number(word) : numbers[word];
const unitOf = (word: string) => unitForms.find(([form]) => form.test(word))?.[1];
const later = ({ year, month, day }: WallTime, days: number) => ({ year, month, day: day + days });

/** «через два часа», «в течение часа», "in a couple of days", "within an hour". */
function readSpan(tokens: readonly Token[], at: number, today: WallTime): Read {
  const text = textFrom(tokens, at);
  const half = /^(?:через|in|within|в течение) (?:полчаса|half an? hour)(?= |$)/.exec(text);
  if (half) {
    return spanned(0.5, 'hour', { today, words: wordsIn(half) });
  }
  return readCounted(text, today) ?? readOne(text, today);
}

function readCounted(text: string, today: WallTime): Read {
  const [whole, number = '', name = ''] = spanWithNumber.exec(text) ?? [];
  const n = numberOf(number);
  const unit = unitOf(name);
  return whole !== undefined && n !== undefined && unit
    ? spanned(n, unit, { today, words: whole.split(' ').length })
    : null;
}

/** "in hours" says nothing; «через час» does. */
function readOne(text: string, today: WallTime): Read {
  const found = /^(?:через|в течение) (\S+)(?= |$)/.exec(text);
  const unit = unitOf(found?.[1] ?? '');
  return found && unit ? spanned(1, unit, { today, words: wordsIn(found) }) : null;
}

const spanWithNumber =
  /^(?:через|в течение|in|within) (?:a (?=couple))?(\S+) (?:of )?(?:(?:рабоч|working|business)\S* )?(\S+)(?= |$)/;

type Unit = NonNullable<ReturnType<typeof unitOf>>;

function spanned(
  n: number,
  unit: Unit,
  { today, words }: { today: WallTime; words: number },
): Read {
  if (unit === 'minute' || unit === 'hour') {
    const afterMinutes = Math.round(n * (unit === 'hour' ? 60 : 1));
    return { value: { afterMinutes, isExact: true, isPromise: true }, words };
  }
  const { year, month, day } = today;
  const date =
    unit === 'month'
      ? { year, month: month + Math.round(n), day }
      : later(today, Math.round(n * (unit === 'week' ? 7 : 1)));
  return { value: { date, isPromise: true }, words };
}

/** «до конца дня», «к концу недели», "by the end of the day", "EOD". */
function readEnd(tokens: readonly Token[], at: number, today: WallTime): Read {
  const found = endOf.exec(textFrom(tokens, at));
  const unit = found?.[1] === undefined ? 'day' : unitOf(found[1]);
  const date = found && unit ? lastDayOf(unit, today) : null;
  return found && date
    ? { value: { date, hour: evening, isPromise: true }, words: wordsIn(found) }
    : null;
}

const endOf =
  /^(?:eod|cob|(?:кон(?:ца|цу|це)|end(?: of)?)(?: (?:the|this|этой|этого|рабочего|business))? (\S+))(?= |$)/;

function lastDayOf(unit: Unit, today: WallTime): Day['date'] | null {
  switch (unit) {
    case 'day': {
      return today;
    }
    case 'week': {
      return later(today, Math.max(0, 4 - today.weekday));
    }
    case 'month': {
      return { year: today.year, month: today.month + 1, day: 0 };
    }
    default: {
      return null;
    }
  }
}

const named: Readonly<Record<string, number>> = {
  сегодня: 0,
  today: 0,
  tonight: 0,
  завтра: 1,
  завтрашний: 1,
  tomorrow: 1,
  послезавтра: 2,
};

function readNamed(tokens: readonly Token[], at: number, today: WallTime): Read {
  const first = wordAt(tokens, at);
  const days = named[first];
  if (days !== undefined && Object.hasOwn(named, first)) {
    const hour = first === 'tonight' ? { hour: 20, minute: 0 } : null;
    // Today without an hour is before it is over.
    const own = hour ?? (days === 0 ? evening : null);
    return { value: { date: later(today, days), ...(own && { hour: own }) }, words: 1 };
  }
  const four = [0, 1, 2].map((n) => wordAt(tokens, at + n)).join(' ');
  return four === 'day after tomorrow' ? { value: { date: later(today, 2) }, words: 3 } : null;
}

/** «на следующей неделе», "next week": its Monday. */
function readWeek(tokens: readonly Token[], at: number, today: WallTime): Read {
  const two = `${wordAt(tokens, at)} ${wordAt(tokens, at + 1)}`;
  return /^(следующей неделе|той неделе|next week)$/.test(two)
    ? { value: { date: later(today, 7 - today.weekday) }, words: 2 }
    : null;
}

/** The coming one; of two on the same name the later. "Next Tuesday" is that of the week to come. */
function readWeekday(tokens: readonly Token[], at: number, today: WallTime): Read {
  const isNext = /^(следующ(ий|ую|ее|ей|его)|next)$/.test(wordAt(tokens, at));
  const isThis = /^(ближайш(ий|ую|ее)|эт(от|у|о)|this|coming)$/.test(wordAt(tokens, at));
  const skipped = isNext || isThis ? 1 : 0;
  const word = wordAt(tokens, at + skipped);
  const weekday = weekdayForms.findIndex((form) => form.test(word));
  const isShort = /^(sun|sat|mon|wed|fri|tue|thu)$/.test(word);
  const isAfterWord = /^(on|by|this|next|until|before|till|for)$/.test(
    wordAt(tokens, at + skipped - 1),
  );
  if (weekday < 0 || (isShort && !isAfterWord)) {
    return null;
  }
  const days = isNext ? 7 - today.weekday + weekday : ((weekday - today.weekday + 6) % 7) + 1;
  return { value: { date: later(today, days) }, words: skipped + 1 };
}

/** «15 декабря», "December 15th", "15.12", "2026-12-15", «15-го числа», "the 15th". */
function readDate(tokens: readonly Token[], at: number, today: WallTime): Read {
  const text = textFrom(tokens, at);
  return (
    readIso(text, today) ??
    readNumeric(text, wordAt(tokens, at - 1), today) ??
    readMonthName(text, today) ??
    dayOfMonth(text, today)
  );
}

function readIso(text: string, today: WallTime): Read {
  const [, year, month, day] = /^(20\d\d)-(\d{1,2})-(\d{1,2})(?= |$)/.exec(text) ?? [];
  return day === undefined
    ? null
    : dated(today, { year: Number(year), month: Number(month), day: Number(day) }, 1);
}

function readNumeric(text: string, before: string, today: WallTime): Read {
  const found = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|20\d\d))?(?= |$)/.exec(text);
  if (!found || !isDateBefore(before, found)) {
    return null;
  }
  const [, day, month, year] = found;
  return dated(today, { year: yearOf(year), month: Number(month), day: Number(day) }, 1);
}

function readMonthName(text: string, today: WallTime): Read {
  const found =
    /^(?<day>\d{1,2})(?:-?(?:го|е|th|st|nd|rd))? (?:of )?(?<month>\p{L}+)(?: (?<year>20\d\d))?(?= |$)/u.exec(
      text,
    ) ?? /^(?<month>[a-z]+) (?<day>\d{1,2})(?:th|st|nd|rd)?(?: (?<year>20\d\d))?(?= |$)/.exec(text);
  const { day, month = '', year } = found?.groups ?? {};
  const number = monthForms.findIndex((form) => form.test(month)) + 1;
  return found && number > 0
    ? dated(today, { year: yearOf(year), month: number, day: Number(day) }, wordsIn(found))
    : null;
}

/** "15.30" is an hour, "2.5" a version: a numeric date follows a word that takes a date, or has its year. */
const isDateBefore = (before: string, [, day, month, year]: RegExpExecArray): boolean =>
  Number(day) >= 1 &&
  Number(day) <= 31 &&
  Number(month) >= 1 &&
  Number(month) <= 12 &&
  (year !== undefined || (month?.length === 2 && !/^(в|at|версия|версии|version|v)$/.test(before)));

const yearOf = (year: string | undefined): number | undefined =>
  year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year);

function dayOfMonth(text: string, today: WallTime): Read {
  const found =
    /^(?:(\d{1,2})(?:-?го)? числа|(\d{1,2})-?го|the (\d{1,2})(?:th|st|nd|rd))(?= |$)/.exec(text);
  const day = Number(found?.slice(1).find((each) => each !== undefined));
  if (!found || !(day >= 1 && day <= 31)) {
    return null;
  }
  const { year, month } = today;
  const date = { year, month: day > today.day ? month : month + 1, day };
  return { value: { date }, words: wordsIn(found) };
}

type Asked = { year: number | undefined; month: number; day: number };

/** A day that is over this year is next year's; one whose year is said may be over, and then it is no promise. */
function dated(today: WallTime, { year, month, day }: Asked, words: number): Read {
  if (day < 1 || day > 31) {
    return null;
  }
  const isOver = month < today.month || (month === today.month && day < today.day);
  return { value: { date: { year: year ?? today.year + (isOver ? 1 : 0), month, day } }, words };
}
