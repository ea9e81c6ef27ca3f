import { dayParts, numbers, ordinalHours, wish } from './agreement-words.data.ts';
import { readZone, type Zone } from './read-zone.ts';
import type { Token } from './sentences.ts';

export type Hour = {
  readonly hour: number;
  readonly minute: number;
  /** When it is not that of the conversation. */
  readonly zone?: Zone;
  /** A part of the day: an hour beside it is an hour of that part. */
  readonly isPart?: boolean;
  /** The hour at which it is said: "at the same time". */
  readonly isSame?: boolean;
  /** Only beside a day: «на пятницу, на 11». */
  readonly isWeak?: boolean;
  /** The number as it was said, when it does not say which half of the day. */
  readonly said?: number;
};
type Read = { value: Hour; words: number } | null;

const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? '';
const longestPart = 5;

/** An hour as words say it, from `at` on: "at 3pm", «после трёх», «в половине третьего», «до обеда». */
export function readHour(tokens: readonly Token[], at: number): Read {
  const read =
    readSame(tokens, at) ?? readPart(tokens, at) ?? readHalf(tokens, at) ?? readClock(tokens, at);
  if (
    !read ||
    (namesNumber.test(wordAt(tokens, at - 1)) && !/^(at|by|в|к)$/.test(wordAt(tokens, at)))
  ) {
    return null;
  }
  const zone = readZone(tokens, at + read.words);
  return zone
    ? { value: { ...read.value, zone: zone.value }, words: read.words + zone.words }
    : read;
}

/** Right before it: not an hour. */
const namesNumber =
  /^(самого|номер|номеру|тел|телефон|телефону|доб|добавочный|кабинет|кабинете|комната|комнате|number|phone|tel|ext|extension|room|step|page|version)$/;

/** An hour of "tonight" or «вечером» is one after noon, whatever its number; one of the morning is before. */
export function hourWithin(part: Hour, clock: Hour): Hour {
  const { said } = clock;
  if (said === undefined) {
    return clock;
  }
  return { ...clock, hour: part.hour >= 12 && said < 12 ? said + 12 : said };
}

const sameTime = /^(?:в (?:это|то) (?:же )?время|(?:at )?(?:the same|this) time)(?= |$)/;

function readSame(tokens: readonly Token[], at: number): Read {
  const found = sameTime.exec(textFrom(tokens, at));
  return found && { value: { hour: 0, minute: 0, isSame: true }, words: wordsIn(found) };
}

function readPart(tokens: readonly Token[], at: number): Read {
  for (let words = Math.min(longestPart, tokens.length - at); words > 0; words -= 1) {
    const said = tokens
      .slice(at, at + words)
      .map(({ word }) => word)
      .join(' ');
    const part = dayParts.find(([form]) => form.test(said));
    if (part && (!wish.test(wordAt(tokens, at - 1)) || tokens[at]?.parted)) {
      return {
        value: {
          hour: part[1],
          minute: 0,
          isPart: true,
          isWeak: /^(at )?night$/.test(said),
        },
        words,
      };
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
  const russian = /^пол(?:-|овин[еуы] )?(\p{L}+)(?= |$)/u.exec(text);
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

const lead =
  /^(?:(?:во?|ко?|до|после|около|раньше|ранее|позже|позднее|с|на|между|at|by|after|before|around|about|until|till|from|between|do) )/;

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
  /** Written as clocks show it, so that it says the half of the day: "02:00". */
  readonly isFull?: boolean;
};

function clockIn(text: string, led: string): Seen | null {
  const [, from, to, half] = /^(\d{1,2})-(\d{1,2})(am|pm)(?= |$)/.exec(text) ?? [];
  if (half !== undefined) {
    // "11-2pm" begins before noon.
    const own = half === 'pm' && Number(from) > Number(to) ? 'am' : half;
    return { hour: Number(from), minute: 0, half: own, exact: true };
  }
  const found =
    /^(\d{1,2})(?:([:.-])(\d{2})(?:-\d{1,2}[:.]\d{2})?)?(?:(am|pm)|(?= (am|pm|o'clock|утра|вечера|ночи)(?: |$))|)(?= |$)/.exec(
      text,
    );
  return found ? ofDigits(found, led) : ofWord(/^\S+/.exec(text)?.[0] ?? '', led);
}

function ofDigits(found: RegExpExecArray, led: string): Seen | null {
  const [, digits, sign, minutes, half] = found;
  const [hour, minute] = [Number(digits), Number(minutes ?? 0)];
  const exact = Boolean(minutes ?? half);
  const isClock = hour < 24 && minute < 60 && !isDayLike(sign, minutes);
  if (!isClock || !(led !== '' || isHourAlone(found))) {
    return null;
  }
  const isWeak = isWeakAfter(led, exact) || (led === '' && sign === '-');
  return { hour, minute, half, exact, isWeak, isFull: isWhole(digits, minutes) };
}

/** «07:30», «7:30»: with its minutes seven is of the morning. */
const isWhole = (digits: string | undefined, minutes: string | undefined): boolean =>
  String(digits).startsWith('0') || (digits === '7' && minutes !== undefined);

const isHourAlone = ([, , sign, minutes, half, behind]: RegExpExecArray): boolean =>
  sign === ':' || Boolean(half ?? behind) || isDashed(sign, minutes);

/** «завтра, 10-00» */
const isDashed = (sign: string | undefined, minutes: string | undefined): boolean =>
  sign === '-' && /^[03]0$/.test(minutes ?? '');

/** «с 8:30» may be since when, «на 11» how many: hours where a day stands beside them. */
const isWeakAfter = (led: string, exact: boolean): boolean =>
  /^(с|from) $/.test(led) || (led === 'на ' && !exact);

/** «до 15.12» is a day; "12-30" and "15.30" by themselves may be anything. */
const isDayLike = (sign: string | undefined, minutes = ''): boolean =>
  sign === '.' && !/^(00|15|30|45)$/.test(minutes);

function ofWord(word: string, led: string): Seen | null {
  if (word === 'часу' || (word === 'час' && led !== '' && led !== 'с ')) {
    return { hour: 1, minute: 0, half: undefined, exact: true };
  }
  const hour = numbers[word];
  return led !== '' && led !== 'на ' && hour !== undefined && Number.isInteger(hour) && hour < 24
    ? { hour, minute: 0, half: undefined, exact: false }
    : null;
}

/** «часов», «дня», «вечера», "pm", "o'clock" behind the number, or what says that it is no hour at all. */
function withHalf(tokens: readonly Token[], next: number, clock: Seen & { leads: number }): Read {
  const hours = /^(час|часа|часов|часам|ч|o'clock)$/.test(wordAt(tokens, next)) ? 1 : 0;
  const behind = wordAt(tokens, next + hours);
  const said = /^(утра|дня|вечера|ночи|am|pm)$/.test(behind) ? behind : undefined;
  const isHour = clock.exact || hours === 1 || said !== undefined;
  if (!isHour && !isEnding(tokens[next + hours])) {
    return null;
  }
  const words = clock.leads + 1 + hours + (said === undefined ? 0 : 1);
  return { value: valueOf(clock, clock.half ?? said), words };
}

const valueOf = (
  { hour, minute, isWeak = false, isFull = false, exact }: Seen,
  half: string | undefined,
): Hour => ({
  hour: isFull && exact && half === undefined ? hour : hourOf(hour, half),
  minute,
  isWeak,
  ...(half === undefined && !(isFull && exact) && { said: hour }),
});

/** After a bare number there must be nothing that it counts: "after 3", but not "after 3 attempts". A comma ends what it could count. */
const isEnding = (token: Token | undefined): boolean =>
  !token ||
  token.parted ||
  behindHour.test(token.word) ||
  verb.test(token.word) ||
  /^(utc|gmt|msk|мск)[+−-]/.test(token.word);

/** «в 12 заберу»: what somebody does then, and nothing that is counted. */
const verb =
  /^\p{L}{2,}(ем|им|ете|ите|йте)$|^(буду|смогу|заберу|приеду|подъеду|заеду|зайду|выйду|позвоню|напишу|пришлю)$/u;

const behindHour =
  /^(на|во?|у|к|с|по|и|или|завтра|сегодня|послезавтра|я|мы|вы|мне|если|но|чтобы|пожалуйста|до|за|жду|московского|мск|on|in|to|and|or|tomorrow|today|please|i|if|but|when|so|until|till|this|next|for|the|utc|gmt|msk|moscow|sharp|tonight|work|suit|should|then|ok|okay|fine|latest|as|with|утром|вечером|днем|it|we|you|they|works|suits|is|would|monday|tuesday|wednesday|thursday|friday|saturday|sunday|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)$/;

function hourOf(hour: number, said: string | undefined): number {
  if (said === 'pm' || said === 'вечера' || said === 'дня') {
    return hour < 12 ? hour + 12 : hour;
  }
  if (said === 'am' || said === 'утра' || said === 'ночи') {
    return hour === 12 ? 0 : hour;
  }
  return inWork(hour);
}
