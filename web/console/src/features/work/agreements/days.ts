import type { WallTime } from '../../../lib/zoned-time.ts';
import { numbers, unitForms } from './agreement-words.data.ts';
import type { Token } from './sentences.ts';

export type Day = {
  readonly date?: Pick<WallTime, 'year' | 'month' | 'day'>;
  /** From the moment of writing. */
  readonly afterMinutes?: number;
  /** When the words say it themselves: the end of the day. */
  readonly hour?: { readonly hour: number; readonly minute: number; readonly isPart?: boolean };
  /** No hour can stand beside it. */
  readonly isExact?: boolean;
  /** Says by itself that something is to come: "in two days", "by Friday". */
  readonly isPromise?: boolean;
  /** The last day for something, whatever it is: "by Friday". */
  readonly isDeadline?: boolean;
  /** Can be no day but one to come: "tomorrow", "in two days". */
  readonly isAhead?: boolean;
};
/** What the clock shows where it is said, and which number of "12/03" is the month there: absent where nobody can know. */
export type Today = WallTime & { readonly slash?: 'month-first' | 'day-first' | undefined };
export type ReadDay = { value: Day; words: number } | null;

export const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? '';

/** The next few words as one line. */
export const textFrom = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at, at + 7)
    .map(({ word }) => word)
    .join(' ');
export const wordsIn = (found: RegExpExecArray): number => found[0].split(' ').length;

/** Of "2-3" and «два-три» the later. */
export function numberOf(word: string): number | undefined {
  const last = word.split('-').at(-1) ?? '';
  return /^\d{1,3}$/.test(last) ? Number(last) : (numbers[word] ?? numbers[last]);
}
export const unitOf = (word: string) => unitForms.find(([form]) => form.test(word))?.[1];
export type Unit = NonNullable<ReturnType<typeof unitOf>>;

/** Days are given as they come: 32 November is 2 December. */
export const later = ({ year, month, day }: WallTime, days: number) => ({
  year,
  month,
  day: day + days,
});

export const evening = { hour: 18, minute: 0 };

export const isInCalendar = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
