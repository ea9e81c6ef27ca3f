import { useState, type FocusEvent, type KeyboardEvent } from 'react';

const dayMs = 86_400_000;

/** Where a key leads from a day, `YYYY-MM-DD`; null: it is no key of the year. */
function ledBy(key: string, date: string): string | null {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = Date.UTC(year, month - 1, day);
  const inMonth = (by: number) => {
    const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
    return Date.UTC(year, month - 1 + by, Math.min(day, last));
  };
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  const to: Readonly<Record<string, () => number>> = {
    ArrowLeft: () => at - dayMs,
    ArrowRight: () => at + dayMs,
    ArrowUp: () => at - 7 * dayMs,
    ArrowDown: () => at + 7 * dayMs,
    Home: () => at - weekday * dayMs,
    End: () => at + (6 - weekday) * dayMs,
    PageUp: () => inMonth(-1),
    PageDown: () => inMonth(1),
  };
  const lead = to[key];
  return lead ? new Date(lead()).toISOString().slice(0, 10) : null;
}

export const focusDay = (grid: HTMLElement | null, date: string): void =>
  grid?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();

const dateOf = ({ target }: { target: EventTarget }) => (target as HTMLElement).dataset['date'];

export type DayKeys = {
  /** The one day that Tab reaches; arrows lead to the others. */
  readonly reached: string;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/** A year of days is one stop of Tab, and is walked by arrows, by weeks and by months. */
export function useDayKeys(year: number): DayKeys {
  const [at, setAt] = useState(() => new Date().toISOString().slice(0, 10));
  return {
    reached: at.startsWith(`${year}-`) ? at : `${year}-01-01`,
    onFocus: (event) => setAt(dateOf(event) ?? at),
    onKeyDown(event) {
      const from = dateOf(event);
      const to = from === undefined ? null : ledBy(event.key, from);
      if (to !== null) {
        event.preventDefault();
        focusDay(event.currentTarget, to);
      }
    },
  };
}
