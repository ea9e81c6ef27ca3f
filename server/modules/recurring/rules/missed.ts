import type { Occurrence } from './occurrences.ts';

/** Later than this after its time, an occurrence was missed: nobody was there to open it. */
export const graceMs = 3_600_000;

export type Missed = 'newest' | 'all' | 'none';

/**
 * Which of those that are due is opened now, and which are let go before it. `open` null: none is opened. Those after
 * `open` stay due.
 */
export function choose(
  due: readonly Occurrence[],
  missed: Missed,
  now: Date,
): { readonly open: Occurrence | null; readonly missed: readonly Occurrence[] } {
  const isFresh = ({ at }: Occurrence) => now.getTime() - at.getTime() <= graceMs;
  const first = { all: 0, newest: due.length - 1, none: due.findIndex(isFresh) }[missed];
  const open = due[first] ?? null;
  return { open, missed: open ? due.slice(0, first) : due };
}
