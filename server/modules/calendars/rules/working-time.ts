import { dayMs, type CalendarHours } from './hours.ts';
import { workingDaysOf, type WorkingDays } from './working-days.ts';
import { lastUpTo, openTimeline, pieceMs, type Piece, type Timeline } from './timeline.ts';

/** Instants and lengths are milliseconds (since 1970-01-01T00:00Z); fractions are kept. */
export type Period = { readonly from: number; readonly to: number };

export type WorkingTime = WorkingDays & {
  isOpen(at: number): boolean;
  /** Strictly after `at`; null when that never happens. */
  nextOpen(at: number): number | null;
  nextClose(at: number): number | null;
  /** Strictly before `at`. */
  previousOpen(at: number): number | null;
  previousClose(at: number): number | null;
  /** `at` itself while open, else the next opening. */
  advanceToOpen(at: number): number | null;
  /** `at` itself when work went on until it, else the closing before it. */
  retreatToOpen(at: number): number | null;
  /**
   * The first moment by which so much was worked since `at`; of a negative length, the last moment from which so much was worked
   * until `at`; of none, `at` or the next opening. Null when two hundred years are not enough.
   */
  add(at: number, workingMs: number): number | null;
  /** Negative when `to` lies before `from`. */
  between(from: number, to: number): number;
  /** Whole open periods, the first of them cut at `from`. */
  periods(from: number, take: number): Period[];
  periodsWithin(from: number, to: number): Period[];
  /** No day of any year has working time. */
  readonly empty: boolean;
};

/** Two leap years may lie eight years apart (1896 and 1904); beyond that, and named dates, the years repeat. */
const repeatsAfterMs = 9 * 366 * dayMs;
const reachMs = 200 * 366 * dayMs;

/** Throws RangeError for an unknown zone. Cheap to make; the time line is laid out when first asked for. */
export function compileWorkingTime(hours: CalendarHours): WorkingTime {
  const line = openTimeline(hours);
  const isOpen = (at: number): boolean => {
    const { starts, ends } = line.pieceOf(at);
    return (ends[lastUpTo(starts, at)] ?? at) > at;
  };
  const nextOpen = (at: number) => seekForward(line, at, openingIn);
  const nextClose = (at: number) => seekForward(line, at, closingIn);
  const previousClose = (at: number) => seekBack(line, at, closingBefore);
  const advanceToOpen = (at: number) => (isOpen(at) ? at : nextOpen(at));
  const periodAfter = (at: number, until: number): Period | null => {
    const from = advanceToOpen(at);
    return from === null || from >= until ? null : { from, to: nextClose(from) ?? until };
  };
  const collect = (from: number, take: number, until: number): Period[] => {
    const found: Period[] = [];
    let next = periodAfter(from, until);
    while (next && found.length < take) {
      found.push(next.to > until ? { from: next.from, to: until } : next);
      next = next.to >= until ? null : periodAfter(next.to, until);
    }
    return found;
  };
  return {
    empty: line.plan.empty,
    isOpen,
    nextOpen,
    nextClose,
    previousOpen: (at) => seekBack(line, at, openingBefore),
    previousClose,
    advanceToOpen,
    retreatToOpen(at) {
      const { starts, ends } = pieceEndingAt(line, at);
      return (ends[lastUpTo(starts, at, true)] ?? -Infinity) >= at ? at : previousClose(at);
    },
    add(at, workingMs) {
      if (workingMs === 0) {
        return advanceToOpen(at);
      }
      return workingMs > 0 ? addForward(line, at, workingMs) : addBack(line, at, -workingMs);
    },
    between: (from, to) => (from <= to ? worked(line, from, to) : 0 - worked(line, to, from)),
    periods: (from, take) => collect(from, take, Number.MAX_SAFE_INTEGER),
    periodsWithin: (from, to) => collect(from, Infinity, to),
    ...workingDaysOf(line.plan, line.zone),
  };
}

const pieceEndingAt = (line: Timeline, at: number): Piece => {
  const piece = line.pieceOf(at);
  return piece.from === at ? line.pieceOf(at - 1) : piece;
};

const workedIn = ({ starts, ends, before }: Piece, until: number): number => {
  const index = lastUpTo(starts, until);
  const start = starts[index];
  return start === undefined
    ? 0
    : (before[index] ?? 0) + Math.min(until, ends[index] ?? until) - start;
};

function worked(line: Timeline, from: number, to: number): number {
  let piece = line.pieceOf(from);
  let sum = 0 - workedIn(piece, from);
  while (to >= piece.to) {
    sum += piece.total;
    piece = line.pieceOf(piece.to);
  }
  return sum + workedIn(piece, to);
}

/** Where in the piece so much was worked: the first such moment, or the last one. */
const momentOf = ({ starts, before }: Piece, workedMs: number, last: boolean): number => {
  const index = lastUpTo(before, workedMs, !last);
  return (starts[index] ?? 0) + workedMs - (before[index] ?? 0);
};

function addForward(line: Timeline, at: number, workingMs: number): number | null {
  if (line.plan.empty) {
    return null;
  }
  let piece = line.pieceOf(at);
  let left = workingMs + workedIn(piece, at);
  while (left > piece.total) {
    if (piece.from > at + reachMs) {
      return null;
    }
    left -= piece.total;
    piece = line.pieceOf(piece.to);
  }
  return momentOf(piece, left, false);
}

function addBack(line: Timeline, at: number, workingMs: number): number | null {
  if (line.plan.empty) {
    return null;
  }
  let piece = line.pieceOf(at);
  let left = workedIn(piece, at) - workingMs;
  while (left < 0) {
    if (piece.from < at - reachMs) {
      return null;
    }
    piece = line.pieceOf(piece.from - 1);
    left += piece.total;
  }
  return momentOf(piece, left, true);
}

type Seek = (line: Timeline, piece: Piece, at: number) => number | null;

function seekForward(line: Timeline, at: number, find: Seek): number | null {
  const lastNamed = ((line.plan.named?.last ?? 0) + 2) * dayMs;
  const end = Math.max(at, lastNamed) + repeatsAfterMs;
  for (let piece = line.pieceOf(at); piece.from <= end; piece = line.pieceOf(piece.to)) {
    const found = find(line, piece, at);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function seekBack(line: Timeline, at: number, find: Seek): number | null {
  const firstNamed = ((line.plan.named?.first ?? at / dayMs) - 2) * dayMs;
  const end = Math.min(at, firstNamed) - repeatsAfterMs;
  for (let piece = line.pieceOf(at); piece.to >= end; piece = line.pieceOf(piece.from - 1)) {
    const found = find(line, piece, at);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** A stretch that goes on in the next piece neither ends nor begins there. */
const goesOn = (line: Timeline, border: number): boolean =>
  line.pieceOf(border - pieceMs).ends.at(-1) === border &&
  line.pieceOf(border).starts[0] === border;

const openingIn: Seek = (line, piece, at) => {
  const index = lastUpTo(piece.starts, at) + 1;
  const [start, next] = [piece.starts[index], piece.starts[index + 1]];
  return (start === piece.from && goesOn(line, start) ? next : start) ?? null;
};

const closingIn: Seek = (line, piece, at) => {
  const end = piece.ends[lastUpTo(piece.ends, at) + 1];
  return end === undefined || (end === piece.to && goesOn(line, end)) ? null : end;
};

const openingBefore: Seek = (line, piece, at) => {
  const start = piece.starts[lastUpTo(piece.starts, at, true)];
  return start === undefined || (start === piece.from && goesOn(line, start)) ? null : start;
};

const closingBefore: Seek = (line, piece, at) => {
  const index = lastUpTo(piece.ends, at, true);
  const [end, earlier] = [piece.ends[index], piece.ends[index - 1]];
  return (end === piece.to && goesOn(line, end) ? earlier : end) ?? null;
};
