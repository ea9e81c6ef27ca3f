import { weekdayForms } from './agreement-words.data.ts';
import { later, textFrom, wordAt, wordsIn, type Day, type ReadDay, type Today } from './days.ts';
import { readDate } from './read-date.ts';
import type { Token } from './sentences.ts';

const nextWeek = /^(?:следующей недел[еи]|следующей недельке|той неделе|next week)(?= |$)/;

/** «на следующей неделе», "next week": its Monday, or the day that is named beside it. */
export function readWeek(tokens: readonly Token[], at: number, today: Today): ReadDay {
  if (!nextWeek.test(textFrom(tokens, at))) {
    return null;
  }
  const gap = /^(в|во|on)$/.test(wordAt(tokens, at + 2)) ? 1 : 0;
  const weekday = weekdayAt(tokens, at + 2 + gap);
  return weekday < 0
    ? { value: { date: later(today, 7 - today.weekday), isAhead: true }, words: 2 }
    : { value: { date: later(today, 7 - today.weekday + weekday), isAhead: true }, words: 3 + gap };
}

function weekdayAt(tokens: readonly Token[], at: number): number {
  const word = wordAt(tokens, at);
  const isShort = /^(sun|sat|mon|wed|fri|tues?|thu|thurs|пн|вт|ср|чт|пт|сб|вс)$/.test(word);
  const isAfterWord =
    /^(on|by|this|next|until|before|till|for|cob|eod|в|во|к|ко|до|на|эту|этот)$/.test(
      wordAt(tokens, at - 1),
    );
  const isBeforeHour =
    !/^(sun|sat)$/.test(word) &&
    /^(at|morning|afternoon|evening|\d.*)$/.test(wordAt(tokens, at + 1));
  return isShort && !isAfterWord && !isBeforeHour
    ? -1
    : weekdayForms.findIndex((form) => form.test(word));
}

/** The coming one; of two on the same name the later. "Next Tuesday" is that of the week to come. */
export function readWeekday(tokens: readonly Token[], at: number, today: Today): ReadDay {
  const first = wordAt(tokens, at);
  const isNext = /^(следующ(ий|ую|ее|ей|его)|next)$/.test(first);
  const isThis = /^(ближайш(ий|ую|ее)|эт(от|у|о)|this|coming)$/.test(first);
  const skipped = isNext || isThis ? 1 : 0;
  const weekday = weekdayAt(tokens, at + skipped);
  if (weekday < 0) {
    return null;
  }
  const end = at + skipped + 1;
  return (
    withDate(tokens, at, { end, today }) ??
    withWeek(tokens, at, { end, today, weekday }) ?? {
      value: {
        date: later(today, isNext ? 7 - today.weekday + weekday : coming(weekday, today)),
        isAhead: isNext,
      },
      words: skipped + 1,
    }
  );
}

const coming = (weekday: number, today: Today): number => ((weekday - today.weekday + 6) % 7) + 1;

type Behind = { end: number; today: Today; weekday?: number };

/** "Thursday the 26th", «в понедельник, 7 декабря»: the date says which. */
function withDate(tokens: readonly Token[], at: number, { end, today }: Behind): ReadDay {
  const date = readDate(tokens, end, today);
  return date && { value: date.value, words: end - at + date.words };
}

/** «в среду на следующей неделе», "Wednesday next week". */
function withWeek(
  tokens: readonly Token[],
  at: number,
  { end, today, weekday = 0 }: Behind,
): ReadDay {
  const gap = wordAt(tokens, end) === 'на' ? 1 : 0;
  const found = nextWeek.exec(textFrom(tokens, end + gap));
  const value: Day = { date: later(today, 7 - today.weekday + weekday), isAhead: true };
  return found && { value, words: end - at + gap + wordsIn(found) };
}
