import type { WallTime } from '../../../lib/zoned-time.ts';
import {
  evening,
  later,
  numberOf,
  textFrom,
  unitOf,
  wordsIn,
  type Day,
  type ReadDay,
  type Unit,
} from './days.ts';
import type { Token } from './sentences.ts';

/** «через два часа», «минут через двадцать», «в течение часа», "in a couple of days", "a week from now". */
export function readSpan(tokens: readonly Token[], at: number, today: WallTime): ReadDay {
  const text = textFrom(tokens, at);
  return (
    readFixed(text, today) ??
    readCounted(text, today) ??
    readTurned(text, today) ??
    readOne(text, today)
  );
}

type Fixed = readonly [form: RegExp, n: number, unit: Unit];
const fixed: readonly Fixed[] = [
  [/^(?:через|in|within|в течение) (?:полчаса|полчасика|half an? hour)(?= |$)/, 0.5, 'hour'],
  [/^(?:in|within) an hour and a half(?= |$)/, 1.5, 'hour'],
  [/^(?:within|in) the (?:next )?hour(?= |$)/, 1, 'hour'],
  [/^(?:через|в течение) (?:сутки|суток)(?= |$)/, 24, 'hour'],
  [/^через полгода(?= |$)/, 6, 'month'],
  [/^in a fortnight(?= |$)/, 2, 'week'],
];

function readFixed(text: string, today: WallTime): ReadDay {
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

const spanWithNumber =
  /^(?:через|в течение|in|within) (?:the next )?(?:a (?=couple))?(\S+) (?:of )?(?:(?:рабоч|working|business)\S* )?(\S+)(?= |$)/;
const spanFromNow = /^(?:a (?=couple))?(\S+) (?:of )?(\S+) from (?:now|today)(?= |$)/;

function readCounted(text: string, today: WallTime): ReadDay {
  const [whole, number = '', name = ''] = spanWithNumber.exec(text) ?? spanFromNow.exec(text) ?? [];
  const n = numberOf(number);
  const unit = unitOf(name);
  return whole !== undefined && n !== undefined && unit
    ? spanned(n, unit, { today, words: whole.split(' ').length })
    : null;
}

/** «минут через двадцать», «через минут двадцать». */
function readTurned(text: string, today: WallTime): ReadDay {
  const found = /^(\S+) через (\S+)(?= |$)/.exec(text) ?? /^через (\S+) (\S+)(?= |$)/.exec(text);
  const [unit, n] = [unitOf(found?.[1] ?? ''), numberOf(found?.[2] ?? '')];
  return found && unit && n !== undefined
    ? spanned(n, unit, { today, words: wordsIn(found) })
    : null;
}

/** "in hours" says nothing; «через час» does. */
function readOne(text: string, today: WallTime): ReadDay {
  const found = /^(?:через|в течение) (\S+)(?= |$)/.exec(text);
  const unit = unitOf(found?.[1] ?? '');
  return found && unit ? spanned(1, unit, { today, words: wordsIn(found) }) : null;
}

function spanned(
  n: number,
  unit: Unit,
  { today, words }: { today: WallTime; words: number },
): ReadDay {
  if (unit === 'minute' || unit === 'hour') {
    const afterMinutes = Math.round(n * (unit === 'hour' ? 60 : 1));
    return { value: { afterMinutes, isExact: true, isPromise: true, isAhead: true }, words };
  }
  const date = dateAfter(Math.round(n * (unit === 'week' ? 7 : 1)), unit, today);
  return { value: { date, isPromise: true, isAhead: true }, words };
}

/** A month after the 31st is the last day of a shorter one. */
function dateAfter(n: number, unit: Unit, today: WallTime): NonNullable<Day['date']> {
  if (unit !== 'month' && unit !== 'year') {
    return later(today, n);
  }
  const month = today.month + n * (unit === 'year' ? 12 : 1);
  const last = new Date(Date.UTC(today.year, month, 0)).getUTCDate();
  return { year: today.year, month, day: Math.min(today.day, last) };
}

const endOf =
  /^(?:eod|cob|eob|(?:кон(?:ца|цу|це)|end(?: of)?|close(?: of)?)(?: (?:the|this|этой|этого|текущ\S+|рабоч\S+|working|business))*(?: (следующ\S+|next))? (\S+))(?= |$)/;

/** «до конца дня», «к концу следующей недели», "by the end of the day", "EOD". */
export function readEnd(tokens: readonly Token[], at: number, today: WallTime): ReadDay {
  const found = endOf.exec(textFrom(tokens, at));
  const unit = found?.[2] === undefined || found[2] === 'business' ? 'day' : unitOf(found[2]);
  const date = found && unit ? lastDayOf(unit, today, found[1] === undefined ? 0 : 1) : null;
  return found && date
    ? { value: { date, hour: evening, isPromise: true }, words: wordsIn(found) }
    : null;
}

function lastDayOf(unit: Unit, today: WallTime, next: number): Day['date'] | null {
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
