const hour = /^(h|hr|hrs|hours?|ч|час|часа|часов)$/u;
const minute = /^(|m|min|mins|minutes?|м|мин|минут[аы]?)$/u;
/** One number with its unit. */
const part = /(\d+(?:\.\d+)?)\s*([a-zа-я]*)\.?/gu;

/** "25", "1:30", "2ч 15м", "1.5h", "90 мин" in minutes; null: not understood, or nothing. */
export function parseMinutes(text: string): number | null {
  const typed = text.trim().toLocaleLowerCase().replace(',', '.');
  const [, hours, minutes] = /^(\d{1,4}):([0-5]\d)$/.exec(typed) ?? [];
  const sum = hours === undefined ? sumOfParts(typed) : Number(hours) * 60 + Number(minutes);
  return sum > 0 && sum <= 100_000 ? sum : null;
}

function sumOfParts(typed: string): number {
  if (typed.replaceAll(part, '').trim() !== '') {
    return Number.NaN;
  }
  const minutes = [...typed.matchAll(part)].map(([, n = '', unit = '']) =>
    hour.test(unit) ? Number(n) * 60 : minute.test(unit) ? Number(n) : Number.NaN,
  );
  return Math.round(minutes.reduce((sum, each) => sum + each, 0));
}

/** `1:05:09` of a running timer, `5:09` in its first hour. */
export function runningFor(startedAt: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, '');
}
