import { moves, namesPaper, paper, street, wish } from './agreement-words.data.ts';
import { absence, startsThen } from './future-words.data.ts';
import { evening, textFrom, wordAt, type Day, type ReadDay, type Today } from './days.ts';
import { readBorder, readWeekend } from './read-border.ts';
import { readDate } from './read-date.ts';
import { readNamed } from './read-named.ts';
import { readEnd, readSpan } from './read-span.ts';
import { readWeek, readWeekday } from './read-week.ts';
import type { Token } from './sentences.ts';

/** A day as words say it, from `at` on. */
export function readDay(tokens: readonly Token[], at: number, today: Today): ReadDay {
  if (isTurnedDown(tokens, at) || isRangeEnd(tokens, at) || isOfSomething(tokens, at)) {
    return null;
  }
  const read = readAny(tokens, at, today);
  if (
    !read ||
    isCountedFrom(tokens, at + read.words, read.value) ||
    street.test(wordAt(tokens, at + read.words))
  ) {
    return null;
  }
  const isDeadline = deadline.test(wordAt(tokens, at - 1));
  const isLast = lastDay.test(wordAt(tokens, at - 1));
  return isDeadline
    ? { ...read, value: { ...read.value, isPromise: true, isDeadline: isLast } }
    : read;
}

/** «через два дня после оплаты»: nobody knows when that is. */
const isCountedFrom = (
  tokens: readonly Token[],
  next: number,
  { isAhead, isPromise }: Day,
): boolean =>
  isAhead === true &&
  isPromise === true &&
  /^(после|перед|after|before)$/.test(wordAt(tokens, next)) &&
  !/^(обед|lunch)/.test(wordAt(tokens, next + 1));

const deadline = /^(до|к|ко|by|before|until|позднее|позже|раньше|than)$/;

/** By then it is to be there, whatever it is. */
const lastDay = /^(к|ко|by|позднее|позже)$/;

/** "a week from Monday". */
function weekFrom(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const said = /^(a|one|two) weeks? from(?= |$)/.exec(textFrom(tokens, at));
  const day = said && (readNamed(tokens, at + 3, today) ?? readWeekday(tokens, at + 3, today));
  const days = said?.[1] === 'two' ? 14 : 7;
  const date = day?.value.date;
  return date
    ? { value: { date: { ...date, day: date.day + days }, isAhead: true }, words: 3 + day.words }
    : null;
}

const readAny = (tokens: readonly Token[], at: number, today: Today): ReadDay =>
  weekFrom(tokens, at, today) ??
  readSpan(tokens, at, today) ??
  endOfNamedDay(tokens, at, today) ??
  readNamed(tokens, at, today) ??
  readWeek(tokens, at, today) ??
  readBorder(tokens, at, today) ??
  readWeekend(tokens, at, today) ??
  readWeekday(tokens, at, today) ??
  readDate(tokens, at, today);

/** The date of a paper, the name of a street, a wish. */
function isOfSomething(tokens: readonly Token[], at: number): boolean {
  const [before, two] = [wordAt(tokens, at - 1), wordAt(tokens, at - 2)];
  if (before === 'of' && /^(morning|afternoon|evening|noon|week|commencing|night|day)$/.test(two)) {
    return false;
  }
  return (
    (namesPaper.test(before) && !isFromThen(tokens, at)) ||
    (wish.test(before) && !tokens[at]?.parted) ||
    (before === 'for' && paper.test(two)) ||
    /^(ночь на|night of)$/.test(`${two} ${before}`)
  );
}

/** «можем начать с понедельника», "available from Monday". */
function isFromThen(tokens: readonly Token[], at: number): boolean {
  const own = tokens.filter(({ clause }) => clause === tokens[at]?.clause).map(({ word }) => word);
  return (
    /^(с|со|from)$/.test(wordAt(tokens, at - 1)) &&
    own.some((word) => startsThen.test(word)) &&
    own.join(' ').search(absence) < 0
  );
}

/** «не завтра, а в пятницу», "not tomorrow", "rather on Friday than on Thursday". */
const isTurnedDown = (tokens: readonly Token[], at: number): boolean =>
  /(^| )(?:не|not|(?:rather|better|sooner) .*than)(?: (?:в|во|на|on))?$/.test(
    tokens
      .slice(Math.max(0, at - 8), at)
      .map(({ word }) => word)
      .join(' '),
  );

/** The last day of a time «с 1 по 8 января» is no appointment; where something is moved "from Wednesday to Friday", it is. */
const isRangeEnd = (tokens: readonly Token[], at: number): boolean =>
  /^(по|to|through|thru|till|until)$/.test(wordAt(tokens, at - 1)) &&
  tokens.slice(Math.max(0, at - 5), at).some(({ word }) => /^(с|со|from|за|for)$/.test(word)) &&
  !tokens.some(({ word }) => moves.test(word));

/** "EOD tomorrow", "COB Friday": the evening of that day. */
function endOfNamedDay(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const end = readEnd(tokens, at, today);
  if (!end) {
    return null;
  }
  const gap = /^(on|of|в|во)$/.test(wordAt(tokens, at + end.words)) ? 1 : 0;
  const next = at + end.words + gap;
  const other = readNamed(tokens, next, today) ?? readWeekday(tokens, next, today);
  return other
    ? {
        value: { ...end.value, ...other.value, hour: evening },
        words: end.words + gap + other.words,
      }
    : end;
}
