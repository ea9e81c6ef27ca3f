import {
  dayOf,
  firstDayFrom,
  marksBetween,
  roundedDown,
  startOfDay,
  workspaceMark,
} from './blocks.ts';

/** A stretch of time in which hits are looked for. */
export type Window = {
  /** Any of these marks. */
  readonly marks: readonly string[];
  /** Nothing before this is in it; null: it has no beginning. */
  readonly from: Date | null;
};

/** When the first ticket of a workspace came, and the last. */
export type Span = { readonly workspaceId: string; readonly oldest: Date; readonly newest: Date };

/** Of a window no more hits are taken; it then ends where they end. */
export const mostOfWindow = 2_000;

/** All of time at once: for what is rare. */
export const wholeTime = (workspaceId: string): Window => ({
  marks: [workspaceMark(workspaceId)],
  from: null,
});

/** As long as it takes to find `wanted`, if `expected` hits are spread evenly; they may be fewer by far. */
export function firstWindow(
  span: Span,
  until: Date,
  { expected, wanted }: { expected: number; wanted: number },
): Window {
  const days = dayOf(span.newest) - dayOf(span.oldest) + 1;
  const enough = Number.isFinite(expected) ? (days * wanted) / expected : 1;
  return windowBefore(span, dayOf(until) + 1, Math.ceil(enough));
}

const mostGrowth = 8;

export type Looked = {
  /** From where the window began to where its hits ended. */
  readonly from: Date;
  readonly until: Date;
  readonly found: number;
  readonly inspected: number;
};

/** The next window back, as long as the last one says it takes to find `wanted` more without looking at too much. */
export function nextWindow(span: Span, looked: Looked, wanted: number): Window {
  const { from, until, found, inspected } = looked;
  const days = (until.getTime() - from.getTime()) / 86_400_000;
  const growth = Math.min(
    mostGrowth,
    found === 0 ? mostGrowth : (1.2 * wanted) / found,
    inspected === 0 ? mostGrowth : mostOfWindow / inspected,
  );
  return windowBefore(span, firstDayFrom(from), Math.max(1, Math.ceil(days * growth)));
}

function windowBefore({ workspaceId, oldest }: Span, end: number, days: number): Window {
  const first = Math.min(dayOf(oldest), end - 1);
  const start = roundedDown(end - days, days);
  return start <= first
    ? { marks: marksBetween(workspaceId, first, end), from: null }
    : { marks: marksBetween(workspaceId, start, end), from: startOfDay(start) };
}
