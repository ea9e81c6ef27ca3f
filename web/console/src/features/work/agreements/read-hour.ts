import { dayParts, numbers, ordinalHours } from './agreement-words.data.ts';
import type { Token } from './sentences.ts';

export type Hour = { readonly hour: number; readonly minute: number };
type Read = { value: Hour; words: number } | null;

const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? '';

/** An hour as words say it, from `at` on: "at 3pm", «после трёх», «в половине третьего», «до обеда». */
export function readHour(tokens: readonly Token[], at: number): Read {
  return readPart(tokens, at) ?? readHalf(tokens, at) ?? readClock(tokens, at);
}

function readPart(tokens: readonly Token[], at: number): Read {
  for (const words of [3, 2, 1]) {
    const said = tokens
      .slice(at, at + words)
      .map(({ word }) => word)
      .join(' ');
    const part = dayParts.find(([form]) => form.test(said));
    if (part && tokens.length >= at + words) {
      return { value: { hour: part[1], minute: 0 }, words };
    }
  }
  return null;
}

const textFrom = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at, at + 4)
    .map(({ word }) => word)
    .join(' ');
const wordsIn = (found: RegExpExecArray): number => found[0].split(' ').length;

/** «в половине третьего», «полтретьего», "half past three". */
function readHalf(tokens: readonly Token[], at: number): Read {
  const text = textFrom(tokens, at);
  const russian = /^пол(?:овин[еуы] )?(\p{L}+)(?= |$)/u.exec(text);
  const next = ordinalHours[russian?.[1] ?? ''];
  if (russian && next !== undefined) {
    return { value: { hour: inWork(next - 1 || 12), minute: 30 }, words: wordsIn(russian) };
  }
  const english = /^half past (\S+)(?= |$)/.exec(text);
  const hour = numbers[english?.[1] ?? ''];
  return english && hour !== undefined
    ? { value: { hour: inWork(hour), minute: 30 }, words: wordsIn(english) }
    : null;
}

/** Nobody means the night unless they say so. */
const inWork = (hour: number): number => (hour >= 1 && hour <= 7 ? hour + 12 : hour);

const lead = /^(?:(?:во?|ко?|до|после|около|с|at|by|after|before|around|about|until|till|from) )/;

function readClock(tokens: readonly Token[], at: number): Read {
  const text = textFrom(tokens, at);
  const led = lead.exec(text)?.[0] ?? '';
  const leads = led === '' ? 0 : 1;
  const clock = clockIn(text.slice(led.length), led);
  return clock && withHalf(tokens, at + leads + 1, { ...clock, leads });
}

type Seen = Hour & {
  readonly half: string | undefined;
  /** With its minutes or its half of the day, so that it can be nothing else. */
  readonly exact: boolean;
};

function clockIn(text: string, led: string): Seen | null {
  const found = /^(\d{1,2})(?:([:.-])(\d{2}))?(am|pm)?(?= |$)/.exec(text);
  return found ? ofDigits(found, led) : ofWord(/^\S+/.exec(text)?.[0] ?? '', led);
}

function ofDigits([, digits, sign, minutes, half]: RegExpExecArray, led: string): Seen | null {
  const hour = Number(digits);
  const minute = Number(minutes ?? 0);
  const exact = minutes !== undefined || half !== undefined;
  // «до 15.12» is a day.
  const isDay = sign === '.' && !/^(00|15|30|45)$/.test(minutes ?? '');
  const isHour = hour < 24 && minute < 60 && !isDay && (led !== '' || exact);
  return isHour ? { hour, minute, half, exact } : null;
}

function ofWord(word: string, led: string): Seen | null {
  if (word === 'часу' || (word === 'час' && led !== '' && led !== 'с ')) {
    return { hour: 1, minute: 0, half: undefined, exact: true };
  }
  const hour = numbers[word];
  return led !== '' && hour !== undefined && Number.isInteger(hour)
    ? { hour, minute: 0, half: undefined, exact: false }
    : null;
}

/** «часов», «дня», «вечера», "pm", "o'clock" behind the number, or what says that it is no hour at all. */
function withHalf(tokens: readonly Token[], next: number, clock: Seen & { leads: number }): Read {
  const { hour, minute, half, leads, exact } = clock;
  const hours = /^(час|часа|часов|часам|o'clock)$/.test(wordAt(tokens, next)) ? 1 : 0;
  const behind = wordAt(tokens, next + hours);
  const said = /^(утра|дня|вечера|ночи|am|pm)$/.test(behind) ? behind : undefined;
  const isHour = exact || hours === 1 || said !== undefined;
  if (!isHour && !isEnding(behind) && !isParted(tokens, next + hours)) {
    return null;
  }
  const words = leads + 1 + hours + (said === undefined ? 0 : 1);
  return { value: { hour: hourOf(hour, half ?? said), minute }, words };
}

/** After a bare number there must be nothing that it counts: "after 3", but not "after 3 attempts". */
const isEnding = (word: string): boolean =>
  word === '' ||
  /^(на|во?|по|и|или|завтра|сегодня|послезавтра|я|мы|вы|мне|если|но|чтобы|пожалуйста|до|московского|мск|on|in|to|and|or|tomorrow|today|please|i|if|but|when|so|until|till|this|next|for|the|msk|moscow|sharp|monday|tuesday|wednesday|thursday|friday|saturday|sunday|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)$/.test(
    word,
  );

/** A comma ends what a number could count. */
const isParted = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0) > 1;

function hourOf(hour: number, said: string | undefined): number {
  if (said === 'pm' || said === 'вечера' || said === 'дня') {
    return hour < 12 ? hour + 12 : hour;
  }
  if (said === 'am' || said === 'утра' || said === 'ночи') {
    return hour === 12 ? 0 : hour;
  }
  return inWork(hour);
}
