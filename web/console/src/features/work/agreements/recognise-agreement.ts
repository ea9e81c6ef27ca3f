import { momentAt, wallTime, type WallTime } from '../../../lib/zoned-time.ts';
import { courtesy, intent, past } from './agreement-words.data.ts';
import { readDay, type Day } from './read-day.ts';
import { readHour, type Hour } from './read-hour.ts';
import { sentencesOf, type Token } from './sentences.ts';

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
const mostWordsBeside = 4;
const nearBy = 5;
const workBegins = { hour: 9, minute: 0 };

/**
 * The first dated promise in a message: "call me back on Tuesday at 3pm", «завтра до обеда». Null: none, or only dates
 * that are told of. Pure; about a microsecond a word.
 */
export function recogniseAgreement(text: string, said: Said): Agreement | null {
  for (const sentence of sentencesOf(text.slice(0, longestText))) {
    const found = inSentence(sentence.tokens, sentence.text, said);
    if (found && found.at > said.at) {
      return found;
    }
  }
  return null;
}

type Place<T> = { readonly value: T; readonly from: number; readonly to: number };

function firstOf<T>(
  tokens: readonly Token[],
  read: (at: number) => { value: T; words: number } | null,
  begin = 0,
): Place<T> | null {
  for (let at = begin; at < tokens.length; at += 1) {
    const found = read(at);
    if (found) {
      return { value: found.value, from: at, to: at + found.words };
    }
  }
  return null;
}

function inSentence(tokens: readonly Token[], text: string, said: Said): Agreement | null {
  const today = wallTime(said.at, said.timeZone);
  const day = firstOf(tokens, (at) => readDay(tokens, at, today));
  const hour = hourBeside(tokens, day);
  const places = [day, hour].filter((place) => place !== null);
  if (places.length === 0 || !isMeant(tokens, text, { day, hour })) {
    return null;
  }
  const at = momentOf(day?.value ?? null, hour?.value ?? null, { said, today });
  const from = Math.min(...places.map((place) => place.from));
  const to = Math.max(...places.map((place) => place.to));
  const phrase = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return at && { at, phrase };
}

/** The hour that stands by the day, whichever comes first; without a day, the first one. */
function hourBeside(tokens: readonly Token[], day: Place<Day> | null): Place<Hour> | null {
  if (day?.value.isExact) {
    return null;
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const found = readHour(tokens, at);
    const place = found && { value: found.value, from: at, to: at + found.words };
    if (place && isBeside(place, day)) {
      return place;
    }
  }
  return null;
}

function isBeside(place: Place<Hour>, day: Place<Day> | null): boolean {
  if (!day) {
    return true;
  }
  const gap = place.from >= day.to ? place.from - day.to : day.from - place.to;
  return gap >= 0 && gap <= nearBy;
}

type Found = { readonly day: Place<Day> | null; readonly hour: Place<Hour> | null };

function isMeant(tokens: readonly Token[], text: string, { day, hour }: Found): boolean {
  const taken = (at: number) =>
    [day, hour].some((place) => place && at >= place.from && at < place.to);
  const others = tokens.filter((_, at) => !taken(at));
  const rest = others.map(({ word }) => word).join(' ');
  if (past.test(rest)) {
    return false;
  }
  if (intent.test(rest)) {
    return true;
  }
  const telling = others.filter(({ word }) => !courtesy.test(word));
  return day !== null && isSaidAlone(day.value, { telling, others, text });
}

type Rest = { telling: readonly Token[]; others: readonly Token[]; text: string };

/** A short answer that is a date and little else. */
function isSaidAlone({ isPromise = false }: Day, { telling, others, text }: Rest): boolean {
  const isAllThereIs = telling.length === 0 && others.length <= mostWordsBeside;
  return isAllThereIs || (isPromise && telling.length <= 1 && text.length < 60);
}

function momentOf(
  day: Day | null,
  hour: Hour | null,
  { said, today }: { said: Said; today: WallTime },
): Date | null {
  if (day?.afterMinutes !== undefined) {
    return new Date(said.at.getTime() + day.afterMinutes * 60_000);
  }
  const clock = hour ?? day?.hour ?? workBegins;
  const date = day?.date ?? today;
  const at = momentAt({ ...date, ...clock }, said.timeZone);
  return day === null && at <= said.at
    ? momentAt({ ...today, day: today.day + 1, ...clock }, said.timeZone)
    : at;
}
