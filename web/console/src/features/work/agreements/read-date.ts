import type { WallTime } from '../../../lib/zoned-time.ts';
import { monthForms } from './agreement-words.data.ts';
import { isInCalendar, textFrom, wordAt, wordsIn, type ReadDay } from './days.ts';
import type { Token } from './sentences.ts';

/** «15 декабря», "December 15th", "15.12", "2026-12-15", «15-го числа», "the 15th"; of several the first. */
export function readDate(tokens: readonly Token[], at: number, today: WallTime): ReadDay {
  const text = textFrom(tokens, at);
  return (
    readIso(text, today) ??
    readNumeric(tokens, at, today) ??
    readMonthName(text, today) ??
    dayOfMonth(text, today)
  );
}

function readIso(text: string, today: WallTime): ReadDay {
  const [, year, month, day] = /^(20\d\d)-(\d{1,2})-(\d{1,2})(?= |$)/.exec(text) ?? [];
  return day === undefined
    ? null
    : dated(today, { year: Number(year), month: Number(month), day: Number(day) }, 1);
}

function readNumeric(tokens: readonly Token[], at: number, today: WallTime): ReadDay {
  const found = /^(\d{1,2})([./])(\d{1,2})(?:[./](\d{2}|20\d\d))?$/.exec(wordAt(tokens, at));
  const order = found && orderOf(found, tokens);
  if (!found || !order || !isDateBefore(wordAt(tokens, at - 1), found)) {
    return null;
  }
  return dated(today, { year: yearOf(found[4]), ...order }, 1);
}

/** "12/15" can be but one day; "12/05" is one here and another there, but for who writes in Russian. */
function orderOf([, first, sign, second]: RegExpExecArray, tokens: readonly Token[]) {
  const [a, b] = [Number(first), Number(second)];
  if (sign === '/' && b > 12) {
    return { month: a, day: b };
  }
  const isSure = sign === '.' || a > 12 || a === b || tokens.some(({ word }) => /[а-я]/.test(word));
  return isSure ? { month: b, day: a } : null;
}

/** "15.30" is an hour, "2.5" a version: a numeric date follows a word that takes a date, or has its year. */
const isDateBefore = (before: string, [, , , second, year]: RegExpExecArray): boolean =>
  year !== undefined ||
  (second?.length === 2 && !/^(в|at|версия|версии|версию|version|v)$/.test(before));

const yearOf = (year: string | undefined): number | undefined =>
  year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year);

const ending = '(?:-?(?:го|е|th|st|nd|rd))?';
const forms: readonly RegExp[] = [
  new RegExp(
    `^(?<day>\\d{1,2})${ending}(?: (?:или|и|по|до|or|and|to|till|until) \\d{1,2}${ending})? (?:of )?(?<month>\\p{L}+)(?: (?<year>20\\d\\d))?(?= |$)`,
    'u',
  ),
  /^(?<day>\d{1,2})-\d{1,2} (?:of )?(?<month>\p{L}+)(?: (?<year>20\d\d))?(?= |$)/u,
  /^(?<month>[a-z]+) (?<day>\d{1,2})(?:-\d{1,2})?(?:th|st|nd|rd)?(?: (?<year>20\d\d))?(?= |$)/,
];

function readMonthName(text: string, today: WallTime): ReadDay {
  for (const form of forms) {
    const found = form.exec(text);
    const { day, month = '', year } = found?.groups ?? {};
    const number = monthForms.findIndex((each) => each.test(month)) + 1;
    if (found && number > 0) {
      const asked = { year: yearOf(year), month: number, day: Number(day) };
      return dated(today, asked, wordsIn(found));
    }
  }
  return null;
}

function dayOfMonth(text: string, today: WallTime): ReadDay {
  const found =
    /^(?:(\d{1,2})(?:-?го)? числа|(\d{1,2})-?го|the (\d{1,2})(?:th|st|nd|rd))(?= |$)/.exec(text);
  const day = Number(found?.slice(1).find((each) => each !== undefined));
  if (!found || !(day >= 1 && day <= 31)) {
    return null;
  }
  const { year } = today;
  let month = day > today.day ? today.month : today.month + 1;
  while (!isInCalendar(year, ((month - 1) % 12) + 1, day)) {
    month += 1;
  }
  return { value: { date: { year, month, day } }, words: wordsIn(found) };
}

type Asked = { year: number | undefined; month: number; day: number };

/** A day that is over this year is next year's; one whose year is said may be over, and then it is no promise. */
function dated(today: WallTime, { year, month, day }: Asked, words: number): ReadDay {
  const isOver = month < today.month || (month === today.month && day < today.day);
  const own = year ?? today.year + (isOver ? 1 : 0);
  return isInCalendar(own, month, day)
    ? { value: { date: { year: own, month, day } }, words }
    : null;
}
