import type { DutyTurn } from '../../../parts/availability/types.ts';
import { addDays, momentIn } from './wall-inputs.ts';

export type ShownTurn = {
  readonly turn: DutyTurn;
  /** Shares of the day, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Beside how many others it stands, and at which place. */
  readonly lane: number;
  readonly lanes: number;
};

export type ShownDay = { readonly day: string; readonly turns: readonly ShownTurn[] };

/** The seven days from `monday`, each with what falls on it; a night is cut at midnight, a day of 23 hours is as tall as others. */
export function layOutWeek(
  turns: readonly DutyTurn[],
  monday: string,
  timeZone: string,
): ShownDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(monday, index);
    const [begins, ends] = [day, addDays(day, 1)].map((each) =>
      Date.parse(momentIn(each, timeZone) ?? ''),
    ) as [number, number];
    const share = (moment: string) =>
      Math.min(1, Math.max(0, (Date.parse(moment) - begins) / (ends - begins)));
    const own = turns
      .map((turn) => ({ turn, from: share(turn.from), to: share(turn.to) }))
      .filter(({ from, to }) => to > from)
      .toSorted((a, b) => a.from - b.from);
    return { day, turns: inLanes(own) };
  });
}

type Placed = Omit<ShownTurn, 'lane' | 'lanes'>;

/** Whatever goes on at the same time stands side by side, in the first place that is free. */
function inLanes(turns: readonly Placed[]): ShownTurn[] {
  const ends: number[] = [];
  const placed = turns.map((turn) => {
    const free = ends.findIndex((end) => end <= turn.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = turn.to;
    return { ...turn, lane };
  });
  return placed.map((turn) => ({ ...turn, lanes: ends.length }));
}
