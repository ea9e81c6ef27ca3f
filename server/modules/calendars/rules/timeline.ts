import { dayMs, planDays, type CalendarHours, type DayPlan } from './hours.ts';
import { zoneNamed, type Stretch, type Zone } from './zone.ts';

/**
 * The open time of a calendar as stretches on the line of instants, made piece by piece when first asked for. With sums beside
 * them every question is a search by halves in one piece.
 */
export type Piece = {
  readonly from: number;
  readonly to: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds of this piece before the stretch of the same index. */
  readonly before: Float64Array;
  readonly total: number;
};

export type Timeline = {
  readonly plan: DayPlan;
  readonly zone: Zone;
  pieceOf(instant: number): Piece;
};

export const pieceMs = 128 * dayMs;

export function openTimeline(hours: CalendarHours): Timeline {
  const plan = planDays(hours);
  const zone = zoneNamed(hours.zone);
  const pieces = new Map<number, Piece>();
  return {
    plan,
    zone,
    pieceOf(instant) {
      const index = Math.floor(instant / pieceMs);
      const known = pieces.get(index);
      if (known) {
        return known;
      }
      // A search through pieces of no time at all would never end.
      if (!Number.isFinite(instant)) {
        throw new RangeError('not an instant');
      }
      const made = layOut(plan, zone, index * pieceMs);
      pieces.set(index, made);
      return made;
    },
  };
}

function layOut(plan: DayPlan, zone: Zone, from: number): Piece {
  const to = from + pieceMs;
  const days = { first: Math.floor(from / dayMs) - 3, last: Math.floor(to / dayMs) + 2 };
  const open = stretches(days, (day) => plan.spansOf(day), zone);
  const closed = stretches(days, (day) => plan.breaksOf(day), zone);
  const within = without(open, closed)
    .map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
    .filter((one) => one.to > one.from);
  const before = new Float64Array(within.length);
  let total = 0;
  within.forEach((one, index) => {
    before[index] = total;
    total += one.to - one.from;
  });
  return {
    from,
    to,
    starts: Float64Array.from(within, (one) => one.from),
    ends: Float64Array.from(within, (one) => one.to),
    before,
    total,
  };
}

/** In order, with those that touch made one. */
function stretches(
  { first, last }: { first: number; last: number },
  spansOf: DayPlan['spansOf'],
  zone: Zone,
): Stretch[] {
  const found: Stretch[] = [];
  for (let day = first; day <= last; day += 1) {
    for (const span of spansOf(day)) {
      found.push(...zone.stretchesOf(day * dayMs + span.from, day * dayMs + span.to));
    }
  }
  const merged: { from: number; to: number }[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before && one.from <= before.to) {
      before.to = Math.max(before.to, one.to);
    } else {
      merged.push({ ...one });
    }
  }
  return merged;
}

function without(open: readonly Stretch[], closed: readonly Stretch[]): Stretch[] {
  let left: Stretch[] = [...open];
  for (const { from, to } of closed) {
    left = left.flatMap((one) =>
      one.to <= from || one.from >= to
        ? [one]
        : [
            { from: one.from, to: from },
            { from: to, to: one.to },
          ].filter((part) => part.to > part.from),
    );
  }
  return left;
}

/** Index of the last value that is at most `limit` (or below it, when `strictly`), or −1. */
export function lastUpTo(values: Float64Array, limit: number, strictly = false): number {
  let [low, high] = [-1, values.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    const value = values[middle] ?? 0;
    if (strictly ? value < limit : value <= limit) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
