import { momentAt, wallTime, type WallTime } from '../../../lib/zoned-time.ts';
import { condition, negation, politeNegation } from './agreement-words.data.ts';
import type { Day } from './days.ts';
import { isMeant, type Place } from './is-meant.ts';
import { ownWords } from './own-words.ts';
import { readDay } from './read-day.ts';
import { hourWithin, readHour, type Hour } from './read-hour.ts';
import { sentencesOf, type Sentence, type Token } from './sentences.ts';

export type Agreement = {
  readonly at: Date;
  /** As it was written. */
  readonly phrase: string;
};

export type Said = {
  /** When the message was written. */
  readonly at: Date;
  /** Of whoever wrote it, or the company's. */
  readonly timeZone: string;
};

const longestText = 20_000;
const nearBy = 5;
const workBegins = { hour: 9, minute: 0 };

/**
 * The first dated promise in a message: "call me back on Tuesday at 3pm", «завтра до обеда». Null: none, or only dates
 * that are told of. Pure; about a microsecond a word.
 */
export function recogniseAgreement(text: string, said: Said): Agreement | null {
  for (const sentence of sentencesOf(ownWords(text.slice(0, longestText)))) {
    const found = inSentence(sentence, said);
    if (found && found.at > said.at) {
      return found;
    }
  }
  return null;
}

function inSentence(sentence: Sentence, said: Said): Agreement | null {
  const { tokens, text } = sentence;
  const today = wallTime(said.at, said.timeZone);
  const day = firstDay(tokens, today);
  const hour = hourBeside(tokens, day);
  const places = [day, hour].filter((place) => place !== null);
  if (places.length === 0 || !isMeant(sentence, { day, hour })) {
    return null;
  }
  const at = momentOf(day?.value ?? null, hour?.value ?? null, { said, today });
  const from = Math.min(...places.map((place) => place.from));
  const to = Math.max(...places.map((place) => place.to));
  const phrase = text.slice(tokens[from]?.start, tokens[to - 1]?.end).trim();
  return at && { at, phrase };
}

/** The first day that is not one on which something is not to be done. */
function firstDay(tokens: readonly Token[], today: WallTime): Place<Day> | null {
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
    !negation.test(said.replaceAll(politeNegation, ' ').replaceAll(turnedDown, ' ')) &&
    !before.some(({ word }) => condition.test(word))
  );
}

/** Another day of the same part that is not meant: "not tomorrow". */
const turnedDown =
  /(?<!\p{L})(не|not) (в |во |на |on )?(завтра|сегодня|tomorrow|today|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|\p{L}+day)(?!\p{L})/gu;

/** The hour that stands by the day, whichever comes first; without a day, the first one. */
function hourBeside(tokens: readonly Token[], day: Place<Day> | null): Place<Hour> | null {
  if (day?.value.isExact) {
    return null;
  }
  const found = hoursIn(tokens, day);
  const clock = found.find(({ value }) => !value.isPart);
  const part = found.find(({ value }) => value.isPart)?.value ?? partOf(day);
  return clock && part ? { ...clock, value: hourWithin(part, clock.value) } : (found[0] ?? null);
}

const partOf = (day: Place<Day> | null): Hour | null =>
  day?.value.hour?.isPart ? day.value.hour : null;

function hoursIn(tokens: readonly Token[], day: Place<Day> | null): Place<Hour>[] {
  const found: Place<Hour>[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read = readHour(tokens, at);
    const place = read && { value: read.value, from: at, to: at + read.words };
    if (place && (day ? isBeside(place, day) : !place.value.isWeak && isTaken(tokens, at))) {
      found.push(place);
    }
    at += read?.words ?? 1;
  }
  return found;
}

function isBeside(place: Place<Hour>, day: Place<Day>): boolean {
  const gap = place.from >= day.to ? place.from - day.to : day.from - place.to;
  return gap >= 0 && gap <= nearBy;
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
