import { monthForms } from './agreement-words.data.ts';
import { isInCalendar, textFrom, wordAt, wordsIn, type ReadDay, type Today } from './days.ts';
import type { Token } from './sentences.ts';

/** «15 декабря», "December 15th", "15.12", "2026-12-15", «15-го числа», "the 15th"; of several the first. */
export function readDate(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const text = textFrom(tokens, at);
  return (
    readIso(text, today) ??
    readNumeric(tokens, at, today) ??
    readMonthName(text, today) ??
    dayOfMonth(text, today)
  );
}

function readIso(text: string, today: Today): ReadDay {
  const [, year, month, day] = /^((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?= |$)/.exec(text) ?? [];
  return day === undefined
    ? null
    : dated(today, { year: Number(year), month: Number(month), day: Number(day) }, 1);
}

function readNumeric(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const found = /^(\d{1,2})([./])(\d{1,2})(?:[./](\d{2}|(?:19|20)\d\d))?$/.exec(wordAt(tokens, at));
  const order = found && orderOf(found, tokens, today.slash);
  if (!found || !order || !isDateBefore(wordAt(tokens, at - 1), found)) {
    return null;
  }
  return dated(today, { year: yearOf(found[4]), ...order }, 1);
}

/** "12/15" can be but one day; "12/05" is one here and another there, but for who writes in Russian. */
function orderOf(
  [, first, sign, second]: RegExpExecArray,
  tokens: readonly Token[],
  slash: Today['slash'],
) {
  const [a, b] = [Number(first), Number(second)];
  if (sign === '.' || a > 12 || a === b) {
    return { month: b, day: a };
  }
  const custom = tokens.some(({ word }) => /[а-я]/.test(word)) ? 'day-first' : slash;
  const order = b > 12 ? 'month-first' : custom;
  return order && (order === 'month-first' ? { month: a, day: b } : { month: b, day: a });
}

/** "15.30" is an hour, "2.5" a version: a numeric date follows a word that takes a date, or has its year. */
const isDateBefore = (before: string, [, , , second, year]: RegExpExecArray): boolean =>
  year !== undefined ||
  (second?.length === 2 && !/^(в|at|версия|версии|версию|version|v)$/.test(before));

const yearOf = (year: string | undefined): number | undefined =>
  year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year);

const ending = '(?:-?(?:го|ого|му|ому|ое|е|th|st|nd|rd))?';
const forms: readonly RegExp[] = [
  new RegExp(
    `^(?<day>\\d{1,2})${ending}(?: (?:или|и|по|до|or|and|to|till|until) \\d{1,2}${ending})? (?:of )?(?<month>\\p{L}+)(?: (?<year>(?:19|20)\\d\\d))?(?= |$)`,
    'u',
  ),
  /^(?<day>\d{1,2})-\d{1,2} (?:of )?(?<month>\p{L}+)(?: (?<year>(?:19|20)\d\d))?(?= |$)/u,
  /^(?<month>[a-z]+) (?<day>\d{1,2})(?:-\d{1,2})?(?:th|st|nd|rd)?(?: (?<year>(?:19|20)\d\d))?(?= |$)/,
];

function readMonthName(text: string, today: Today): ReadDay {
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

const ofMonth = ' (?:of (?:this|next) month|(?:этого|текущего|следующего) месяца)';
const dayAlone = new RegExp(
  `^(?:(\\d{1,2})(?:-?(?:го|ого|му|ому|е|ое))? числ[ауо]|(\\d{1,2})-?(?:го|ого|му|ому|е|ое)|(\\d{1,2})(?=${ofMonth})|the (\\d{1,2})(?:th|st|nd|rd))(?:${ofMonth})?(?= |$)`,
);

function dayOfMonth(text: string, today: Today): ReadDay {
  const found = dayAlone.exec(text);
  const day = Number(found?.slice(1).find((each) => each !== undefined));
  if (!found || !(day >= 1 && day <= 31)) {
    return null;
  }
  const { year } = today;
  const isNext = day <= today.day || /next|следующ/.test(found[0]);
  let month = today.month + (isNext ? 1 : 0);
  while (!isInCalendar(year, ((month - 1) % 12) + 1, day)) {
    month += 1;
  }
  return { value: { date: { year, month, day } }, words: wordsIn(found) };
}

const latelyMonths = 3;

type Asked = { year: number | undefined; month: number; day: number };

/** A day that is long over this year is next year's, one of a few weeks ago is told of; one whose year is said may be over, and then it is no promise. */
function dated(today: Today, { year, month, day }: Asked, words: number): ReadDay {
  const isOver = month < today.month || (month === today.month && day < today.day);
  const isLately = isOver && today.month - month < latelyMonths;
  const own = year ?? today.year + (isOver && !isLately ? 1 : 0);
  return isInCalendar(own, month, day)
    ? { value: { date: { year: own, month, day } }, words }
    : null;
}
