import {
  answers,
  days,
  fillers,
  months,
  partsOfDay,
  units,
  weekdays,
  type Unit,
} from './when-words.data.ts';
import { momentAt, wallTime, type WallTime } from '../../lib/zoned-time.ts';

export type When = Date | 'answer';
export type Clock = { now: Date; timeZone: string };

type Said = {
  /** Of a day; the hour, when it is not said, is the morning's. */
  day?: { year: number; month: number; day: number };
  hour?: { hour: number; minute: number };
  /** From now on, in minutes. */
  after?: number;
  /** Whole days ahead, at the hour that is said or at this one. */
  ahead?: number;
};

const morning = { hour: 9, minute: 0 };
const minutesIn = { minute: 1, hour: 60 } as const;
const daysIn = { day: 1, week: 7 } as const;

/**
 * "завтра 9:00", "2h", "Mon 14:00", «через полчаса», "25.12 10:00", "Dec 25", "18:00", «до ответа»: in either language,
 * in the company's zone. Null: not understood, or past.
 */
export function parseWhen(text: string, clock: Clock): When | null {
  const words = wordsOf(text);
  if (words.length === 0) {
    return null;
  }
  if (words.every((word) => answers.test(word) || word === 'клиента' || word === 'клиент')) {
    return 'answer';
  }
  const said = understand(words, wallTime(clock.now, clock.timeZone));
  const at = said && momentOf(said, clock);
  return at && at > clock.now ? at : null;
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/(\d)\s*(am|pm)\b/g, '$1$2')
    .replaceAll(/[,]/g, ' ')
    .replaceAll(/(\d)([a-zа-я]+)/gu, (whole, digit: string, letters: string) =>
      /^(am|pm)$/.test(letters) ? whole : `${digit} ${letters}`,
    )
    .split(/\s+/)
    .filter((word) => word !== '' && !fillers.has(word));
}

/** Each word or pair of words must say something; what nobody understands is not guessed. */
function understand(words: readonly string[], today: WallTime): Said | null {
  let said: Said = {};
  for (let at = 0; at < words.length;) {
    const rest = words.slice(at);
    const found = readers.map((read) => read(rest, today)).find((each) => each !== null);
    if (!found) {
      return null;
    }
    said = { ...said, ...found.said };
    at += found.words;
  }
  return said;
}

type Reader = (words: readonly string[], today: WallTime) => { said: Said; words: number } | null;

const unitOf = (word: string) => units.find(([pattern]) => pattern.test(word))?.[1];

function spanOf(n: number, unit: Unit): Said {
  if (unit === 'minute' || unit === 'hour') {
    return { after: Math.round(n * minutesIn[unit]) };
  }
  return { ahead: unit === 'month' ? Math.round(n * 30) : n * daysIn[unit] };
}

/** "2h", «3 дня», «полчаса», "week". */
const readSpan: Reader = ([first = '', second = '']) => {
  if (first === 'полчаса') {
    return { said: { after: 30 }, words: 1 };
  }
  if (/^\d{1,4}([.,]5)?$/.test(first)) {
    const unit = unitOf(second);
    return unit ? { said: spanOf(Number(first.replace(',', '.')), unit), words: 2 } : null;
  }
  const unit = first.length < 3 ? undefined : unitOf(first);
  return unit ? { said: spanOf(1, unit), words: 1 } : null;
};

const readClock: Reader = ([first = '']) => {
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(first) ?? [];
  const hour = Number(hours) + (half === 'pm' && Number(hours) < 12 ? 12 : 0);
  const isTime = hours !== undefined && hour < 24 && Number(minutes) < 60;
  return isTime ? { said: { hour: { hour, minute: Number(minutes) } }, words: 1 } : null;
};

const readDay: Reader = ([first = ''], today) => {
  const ahead = days[first];
  if (ahead !== undefined) {
    return { said: { ahead, ...(ahead === 0 && { day: today }) }, words: 1 };
  }
  const named = partsOfDay[first];
  if (named !== undefined) {
    return { said: { hour: { hour: named, minute: 0 } }, words: 1 };
  }
  const weekday = weekdays.findIndex((pattern) => pattern.test(first));
  return weekday < 0
    ? null
    : { said: { ahead: ((weekday - today.weekday + 6) % 7) + 1 }, words: 1 };
};

/** 2026-12-25 */
const readIsoDate: Reader = ([first = '']) => {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(first) ?? [];
  return year ? dated(Number(year), Number(month), Number(day), 1) : null;
};

/** 25.12, 25.12.2026; "9.30" is an hour. */
const readNumericDate: Reader = ([first = ''], today) => {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2,4}))?$/.exec(first) ?? [];
  if (!day || Number(month) > 12 || /^\d{1,2}\.(00|30)$/.test(first)) {
    return null;
  }
  const whole = year ? Number(year.length === 2 ? `20${year}` : year) : undefined;
  return datedAhead(today, { year: whole, month: Number(month), day: Number(day), words: 1 });
};

/** «25 декабря», "Dec 25" */
const readNamedDate: Reader = ([first = '', second = ''], today) => {
  const [number, name] = /^\d{1,2}$/.test(first) ? [first, second] : [second, first];
  const month = months.findIndex((pattern) => pattern.test(name)) + 1;
  return month > 0 && /^\d{1,2}$/.test(number)
    ? datedAhead(today, { year: undefined, month, day: Number(number), words: 2 })
    : null;
};

/** A day that is over this year is next year's. */
function datedAhead(
  today: WallTime,
  asked: { year: number | undefined; month: number; day: number; words: number },
) {
  const isOver =
    asked.month < today.month || (asked.month === today.month && asked.day < today.day);
  return dated(asked.year ?? today.year + (isOver ? 1 : 0), asked.month, asked.day, asked.words);
}

function dated(year: number, month: number, day: number, words: number) {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return exists ? { said: { day: { year, month, day } }, words } : null;
}

const readers: readonly Reader[] = [
  readSpan,
  readIsoDate,
  readNumericDate,
  readNamedDate,
  readDay,
  readClock,
];

function momentOf({ day, hour, after, ahead }: Said, { now, timeZone }: Clock): Date | null {
  if (after !== undefined) {
    return new Date(now.getTime() + after * 60_000);
  }
  const today = wallTime(now, timeZone);
  const date = day ?? (ahead === undefined ? undefined : { ...today, day: today.day + ahead });
  if (date) {
    return momentAt({ ...date, ...(hour ?? morning) }, timeZone);
  }
  if (!hour) {
    return null;
  }
  // An hour that is over today is tomorrow's.
  const at = momentAt({ ...today, ...hour }, timeZone);
  return at > now ? at : momentAt({ ...today, day: today.day + 1, ...hour }, timeZone);
}
