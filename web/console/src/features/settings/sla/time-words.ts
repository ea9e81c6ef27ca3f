const longestMinutes = 366 * 24 * 60;

const hourWord = '(?:ч|час|часа|часов|h|hr|hour|hours)\\.?';
const minuteWord = '(?:м|мин|минут|минута|минуты|m|min|minute|minutes)\\.?';
const number = '(\\d{1,6}(?:[.,]\\d{1,2})?)';
const clockTime = /^(\d{1,5}):([0-5]\d)$/;
const inWords = new RegExp(`^(?:${number}\\s*${hourWord})?\\s*(?:(\\d{1,6})\\s*${minuteWord})?$`);
const bare = new RegExp(`^${number}$`);

const decimal = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'));

/** Minutes of «4 ч», "30 min", "1:30"; a number alone is hours. Null where it cannot be read, or is no time that can be promised. */
export function readMinutes(text: string): number | null {
  const said = text.trim().toLowerCase().replaceAll('\u00A0', ' ');
  const [, hours, minutes] = clockTime.exec(said) ?? bare.exec(said) ?? inWords.exec(said) ?? [];
  const found = Math.round(decimal(hours) * 60) + decimal(minutes);
  return found >= 1 && found <= longestMinutes ? found : null;
}

/** Hours and minutes of a time, to be said: 90 is one and thirty. Never days: a working day has no one length. */
export const hoursAndMinutes = (all: number): { hours: number; minutes: number } => ({
  hours: Math.floor(all / 60),
  minutes: all % 60,
});

/** Shares of "50, 80" in percent; null where it cannot be read. */
export function readShares(text: string): number[] | null {
  const parts = text.split(/[\s,;%]+/).filter((part) => part !== '');
  const percents = parts.map(Number);
  const isRead = percents.every((each) => Number.isInteger(each) && each >= 1 && each <= 99);
  const unique = [...new Set(percents)].toSorted((a, b) => a - b);
  return isRead && unique.length <= 5 ? unique.map((each) => each / 100) : null;
}

export const percentOf = (share: number): number => Math.round(share * 100);
