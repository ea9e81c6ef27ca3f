const MAX_LENGTH = 200;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Minutes east of Greenwich; RFC 5322 §4.3 and those met in mail. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  msd: 240,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  ist: 330,
  akst: -540,
  akdt: -480,
  hst: -600,
};

const dayFirst = /(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]*\.?,?[\s-]+(\d{2,4})\b/;
const monthFirst = /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})\b(?:.*?\b(\d{4})\b)?/g;
const digitsOnly = /^\D*(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b/;
const clock = /(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:[.,]\d+)?\s*([AaPp][Mm])?/;
const numericZone = /(?:^|[\s\d:]|GMT|UTC)([+-])\s?(\d{1,2}):?(\d{2})?(?![\d:])/i;
const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]|$)/;

/** `end`: where in the text the clock may begin. */
type Day = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly end: number;
};

/** RFC 5322 §4.3: two digits below 50 are of this century, three digits count from 1900. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 3) {
    return year;
  }
  return text.length === 2 && year < 50 ? year + 2000 : year + 1900;
};

const monthIndex = (name: string | undefined): number => months.indexOf((name ?? '').toLowerCase());

const named = (match: RegExpExecArray | null): Day | null => {
  const month = monthIndex(match?.[2]);
  return match === null || month < 0
    ? null
    : {
        year: fullYear(match[3] ?? ''),
        month,
        day: Number(match[1]),
        end: match.index + match[0].length,
      };
};

/** ctime: `Wed Jun 13 14:30:00 2012`. The clock stands between day and year. */
const ofCtime = (text: string): Day | null => {
  for (const match of text.matchAll(monthFirst)) {
    const month = monthIndex(match[1]);
    if (month >= 0 && match[3] !== undefined) {
      return { year: Number(match[3]), month, day: Number(match[2]), end: match.index };
    }
  }
  return null;
};

const ofDigits = (text: string): Day | null => {
  const isoDay = iso.exec(text);
  if (isoDay !== null) {
    const [, year, month, day] = isoDay;
    return {
      year: Number(year),
      month: Number(month) - 1,
      day: Number(day),
      end: isoDay.index + 8,
    };
  }
  const match = digitsOnly.exec(text);
  return match === null
    ? null
    : {
        year: fullYear(match[3] ?? ''),
        month: Number(match[2]) - 1,
        day: Number(match[1]),
        end: match[0].length,
      };
};

const readDay = (text: string): Day | null => {
  const day = named(dayFirst.exec(text)) ?? ofCtime(text) ?? ofDigits(text);
  return day === null || day.month < 0 || day.month > 11 || day.day < 1 || day.day > 31
    ? null
    : day;
};

/** Minutes east of Greenwich; 0 when none is named. */
const readZone = (afterClock: string): number => {
  const numeric = numericZone.exec(afterClock);
  if (numeric !== null) {
    const hours = Number(numeric[2]);
    const minutes = hours * 60 + Number(numeric[3] ?? 0);
    return minutes > 15 * 60 ? 0 : minutes * (numeric[1] === '-' ? -1 : 1);
  }
  for (const word of afterClock.toLowerCase().match(/[a-z]+/g) ?? []) {
    const zone = zones[word];
    if (zone !== undefined) {
      return zone;
    }
  }
  return 0;
};

const hourOf = (hour: number, half: string | undefined): number => {
  const isAfternoon = half?.toLowerCase() === 'pm';
  return half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
};

/** Milliseconds since midnight UTC of what the clock shows, its zone taken off. */
const readClock = (text: string): number => {
  const time = clock.exec(text);
  if (time === null) {
    return 0;
  }
  const [, hour, minute, second, half] = time;
  const minutes =
    hourOf(Number(hour), half) * 60 +
    Number(minute) -
    readZone(` ${text.slice(time.index + time[0].length)}`);
  return (minutes * 60 + Number(second ?? 0)) * 1000;
};

/** Comments count only where they name the zone, at the end. */
const withoutComments = (text: string): string =>
  text
    .replace(/\((?![A-Z]{1,5}\)\s*$)[^()]*\)/g, ' ')
    .replace(/\((?![A-Z]{1,5}\)\s*$)[^()]*\)/g, ' ');

/** The instant of a Date field (RFC 5322 §3.3, its old forms, ISO 8601, ctime), or of a Received field; null when unreadable. */
export const readDate = (value: string): Date | null => {
  const stamp = value.slice(value.lastIndexOf(';') + 1).slice(0, MAX_LENGTH);
  const text = withoutComments(stamp);
  const day = readDay(text);
  if (day === null) {
    return null;
  }
  const date = new Date(Date.UTC(day.year, day.month, day.day) + readClock(text.slice(day.end)));
  const year = date.getUTCFullYear();
  return year >= 1900 && year < 10_000 ? date : null;
};
