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
const monthFirst = /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})\b(?:.*?\b(\d{4})\b)?/;
const clock = /(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:[.,]\d+)?\s*([AaPp][Mm])?/;
const numericZone = /(?:^|[\s\d:]|GMT|UTC)([+-])\s?(\d{1,2}):?(\d{2})?(?![\d:])/i;
const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]|$)/;

type Day = { readonly year: number; readonly month: number; readonly day: number };

/** RFC 5322 §4.3: two digits below 50 are of this century, three digits count from 1900. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 3) {
    return year;
  }
  return text.length === 2 && year < 50 ? year + 2000 : year + 1900;
};

const monthIndex = (name: string | undefined): number => months.indexOf((name ?? '').toLowerCase());

const readDay = (text: string): Day | null => {
  const isoDay = iso.exec(text);
  if (isoDay !== null) {
    return { year: Number(isoDay[1]), month: Number(isoDay[2]) - 1, day: Number(isoDay[3]) };
  }
  const usual = dayFirst.exec(text);
  if (usual !== null && monthIndex(usual[2]) >= 0) {
    return { year: fullYear(usual[3] ?? ''), month: monthIndex(usual[2]), day: Number(usual[1]) };
  }
  // ctime: `Wed Jun 13 14:30:00 2012`
  for (const match of text.matchAll(new RegExp(monthFirst, 'g'))) {
    if (monthIndex(match[1]) >= 0 && match[3] !== undefined) {
      return { year: Number(match[3]), month: monthIndex(match[1]), day: Number(match[2]) };
    }
  }
  return null;
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

/** The instant of a Date field (RFC 5322 §3.3, its old forms, ISO 8601, ctime); null when unreadable. */
export const readDate = (value: string): Date | null => {
  const text = value.slice(0, MAX_LENGTH);
  const day = readDay(text);
  if (day === null || day.month > 11 || day.day < 1 || day.day > 31) {
    return null;
  }
  const isoMatch = iso.exec(text);
  const clockText = isoMatch === null ? text : text.slice(isoMatch.index + 8);
  const time = clock.exec(clockText);
  const afterClock = time === null ? '' : clockText.slice(time.index + time[0].length);
  const instant = Date.UTC(
    day.year,
    day.month,
    day.day,
    hourOf(Number(time?.[1] ?? 0), time?.[4]),
    Number(time?.[2] ?? 0),
    Number(time?.[3] ?? 0),
  );
  const date = new Date(instant - readZone(` ${afterClock}`) * 60_000);
  const year = date.getUTCFullYear();
  return Number.isFinite(instant) && year >= 1970 && year < 10_000 ? date : null;
};
