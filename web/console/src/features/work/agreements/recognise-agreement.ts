import { momentAt, wallTime, type WallTime } from '../../../lib/zoned-time.ts';
import { condition, negation, politeNegation, timeWord } from './agreement-words.data.ts';
import type { Day, Today } from './days.ts';
import { notBefore } from './future-words.data.ts';
import { isMeant, type Place } from './is-meant.ts';
import { ownWords } from './own-words.ts';
import { readDay } from './read-day.ts';
import { hourWithin, readHour, type Hour } from './read-hour.ts';
import { slashOrder } from './slash-order.ts';
import { sentencesOf, type Sentence, type Token } from './sentences.ts';

export type Agreement = {
  readonly at: Date;
  /** As it was written. */
  readonly phrase: string;
  /** All that was said with it: who is to do what. */
  readonly sentence: string;
};

export type Said = {
  /** When the message was written. */
  readonly at: Date;
  /** Of whoever wrote it, or the company's. */
  readonly timeZone: string;
};

const longestText = 20_000;
const nearBy = 10;
const workBegins = { hour: 9, minute: 0 };

/**
 * The first dated promise in a message that is still to come, at `now` if that is given: "call me back on Tuesday at 3pm", «завтра до обеда». Null: none, or only dates
 * that are told of. Pure; about a microsecond a word.
 */
export function recogniseAgreement(text: string, said: Said, now = said.at): Agreement | null {
  const today = { ...wallTime(said.at, said.timeZone), slash: slashOrder(said.timeZone) };
  for (const sentence of sentencesOf(ownWords(text).slice(0, longestText))) {
    const found = mayName(sentence) ? inSentence(sentence, said, today) : null;
    if (found && found.at > said.at && found.at > now) {
      return found;
    }
  }
  return null;
}

/** Most sentences have neither a number nor a word of time, and need no reading. */
const mayName = ({ text }: Sentence): boolean => timeWord.test(text);

function inSentence(sentence: Sentence, said: Said, today: Today): Agreement | null {
  const { tokens, text } = sentence;
  const day = firstDay(tokens, today);
  const hour = hourBeside(tokens, day, today);
  const places = [day, hour].filter((place) => place !== null);
  if (places.length === 0 || !isMeant(sentence, { day, hour })) {
    return null;
  }
  const at = momentOf(day?.value ?? null, hour?.value ?? null, { said, today });
  const from = Math.min(...places.map((place) => place.from));
  const to = Math.max(...places.map((place) => place.to));
  const phrase = text.slice(tokens[from]?.start, tokens[to - 1]?.end).trim();
  return at && { at, phrase, sentence: text.trim() };
}

/** The first day that is not one on which something is not to be done. */
function firstDay(tokens: readonly Token[], today: Today): Place<Day> | null {
  let at = 0;
  while (at < tokens.length) {
    const found = readDay(tokens, at, today);
    if (found && isTaken(tokens, at)) {
      return { value: found.value, from: at, to: at + found.words };
    }
    at += found?.words ?? 1;
  }
  return null;
}

/** In its part of the sentence nothing is denied, and nothing is supposed before it. */
function isTaken(tokens: readonly Token[], at: number): boolean {
  const clause = tokens.filter((token) => token.clause === tokens[at]?.clause);
  const said = clause.map(({ word }) => word).join(' ');
  const before = clause.filter((token) => token.start < (tokens[at]?.start ?? 0));
  return (
    !negation.test(
      said.replaceAll(notBefore, ' ').replaceAll(politeNegation, ' ').replaceAll(turnedDown, ' '),
    ) && !before.some(({ word }) => condition.test(word))
  );
}

/** Another day of the same part that is not meant: "not tomorrow". */
const turnedDown =
  /(?<!\p{L})(не|not) (в |во |на |on )?(завтра|сегодня|tomorrow|today|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|\p{L}+day)(?!\p{L})/gu;

/** The hour that stands by the day, whichever comes first; without a day, the first one. */
function hourBeside(
  tokens: readonly Token[],
  day: Place<Day> | null,
  today: Today,
): Place<Hour> | null {
  if (day?.value.isExact) {
    return null;
  }
  const found = hoursIn(tokens, day).filter(
    (place) => !day || !isOfAnother(tokens, place, { day, today }),
  );
  const clocks = found.filter(({ value }) => !value.isPart);
  const nearest = clocks.toSorted((a, b) => gapTo(day, a) - gapTo(day, b))[0];
  // Of "from 1pm to 5pm on Friday" the beginning.
  const clock = clocks.find(({ to }) => joins(tokens, to, nearest?.from)) ?? nearest;
  const part = found.find(({ value }) => value.isPart)?.value ?? partOf(day);
  if (clock && part) {
    return { ...clock, value: hourWithin(part, clock.value) };
  }
  return clock ?? found[0] ?? null;
}

const joins = (tokens: readonly Token[], end: number, start = -1): boolean =>
  end === start ||
  (end === start - 1 && /^(and|to|till|until|и|или|or)$/.test(tokens[end]?.word ?? ''));

/** Another day stands between: «сегодня …, завтра до 15». */
function isOfAnother(
  tokens: readonly Token[],
  hour: Place<Hour>,
  { day, today }: { day: Place<Day>; today: Today },
): boolean {
  for (let at = day.to; at < hour.from; at += 1) {
    const other = readDay(tokens, at, today)?.value.date;
    if (other && day.value.date && stamp(other) !== stamp(day.value.date)) {
      return true;
    }
  }
  return false;
}

const stamp = ({ year, month, day }: NonNullable<Day['date']>): number =>
  Date.UTC(year, month - 1, day);

const partOf = (day: Place<Day> | null): Hour | null =>
  day?.value.hour?.isPart ? day.value.hour : null;

function hoursIn(tokens: readonly Token[], day: Place<Day> | null): Place<Hour>[] {
  const found: Place<Hour>[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read = readHour(tokens, at);
    const place = read && { value: read.value, from: at, to: at + read.words };
    if (
      place &&
      (day
        ? isBeside(place, day)
        : (!place.value.isWeak || isThere(tokens, at)) && isTaken(tokens, at))
    ) {
      found.push(place);
    }
    at += read?.words ?? 1;
  }
  return found;
}

/** «с 14:00 буду», "I'll be there from 2pm": from then on, and not since. */
const isThere = (tokens: readonly Token[], at: number): boolean =>
  tokens.some(
    ({ word, clause }) =>
      clause === tokens[at]?.clause &&
      /^(буд(у|ем|ет)|свобод\p{L}+|will|can|\p{L}+'ll|free|available)$/u.test(word),
  );

function isBeside(place: Place<Hour>, day: Place<Day>): boolean {
  const gap = gapTo(day, place);
  return gap >= 0 && gap <= nearBy;
}

function gapTo(day: Place<Day> | null, place: Place<Hour>): number {
  if (!day) {
    return 0;
  }
  return place.from >= day.to ? place.from - day.to : day.from - place.to;
}

function momentOf(
  day: Day | null,
  hour: Hour | null,
  { said, today }: { said: Said; today: WallTime },
): Date | null {
  if (day?.afterMinutes !== undefined) {
    return new Date(said.at.getTime() + day.afterMinutes * 60_000);
  }
  const zone = hour?.zone === undefined ? said.timeZone : hour.zone;
  if (zone === null) {
    return null;
  }
  const clock = clockOf(day, hour, today);
  if (day?.date) {
    return momentIn({ ...day.date, ...clock }, zone);
  }
  const first = momentIn({ ...today, ...clock }, zone);
  return first > said.at ? first : momentIn({ ...today, day: today.day + 1, ...clock }, zone);
}

function clockOf(day: Day | null, hour: Hour | null, today: WallTime) {
  const own = (hour?.isSame ? today : hour) ?? day?.hour ?? workBegins;
  return { hour: own.hour, minute: own.minute };
}

/** `zone`: minutes east of Greenwich, or a name. */
function momentIn(wall: Omit<WallTime, 'weekday'>, zone: string | number): Date {
  return typeof zone === 'string'
    ? momentAt(wall, zone)
    : new Date(momentAt(wall, 'UTC').getTime() - zone * 60_000);
}
