import { ranks, type Moment } from './moments.ts';
import type { Both } from './observe.ts';
import type { Act } from './past.ts';
import { mostFirings, nextOf, type Coming } from './pass-time.ts';
import type { Run } from './run.ts';
import { happen, type Walk, type Window } from './walk.ts';

/** A ticket on its way, and what comes next of it. */
export type Going = {
  readonly walk: Walk;
  /** Of what is planned for it: older plans were replaced. */
  edition: number;
  /** So many of its acts. */
  done: number;
  /** What came by itself since the last act; see `mostFirings`. */
  firings: number;
  coming: Both<Coming | null>;
};

export const begin = (walk: Walk): Going => ({
  walk,
  edition: 0,
  done: 0,
  firings: 0,
  coming: { was: null, would: null },
});

export const momentOf = ({ walk }: Going, at: number): Moment => ({
  at,
  rank: ranks.itself,
  order: walk.past.order,
});

export const isWaiting = ({ placed }: Run): boolean => placed?.waiting === true;

/** What waits may be given to somebody in the meantime; and of an absence it is known that somebody will be looked for. */
export function isFree({ walk, done }: Going, { rank }: Moment): boolean {
  const act = rank === ranks.act ? walk.acts[done] : undefined;
  return !isWaiting(walk.was) && !isWaiting(walk.would) && !(act && isLeft(act));
}

/** An absence has left it to its team. */
const isLeft = ({ occurrences }: Act): boolean => occurrences.some(({ kind }) => kind === 'time');

/** Does what comes next for one ticket. */
export function advance(going: Going, at: number): void {
  const { walk, coming } = going;
  const came = [coming.was, coming.would].filter((each) => each?.at === at);
  const act = walk.acts[going.done];
  if (came.length > 0) {
    going.firings += 1;
    came.forEach((each) => each?.come());
    walk.observer.look();
  } else if (act) {
    going.done += 1;
    going.firings = 0;
    happen(walk, act);
  }
}

/** When something happens to it next, on either side; null: nothing will. */
export function planOf(going: Going, window: Window): Moment | null {
  const { walk, firings } = going;
  const act = walk.acts[going.done];
  const until = act ? act.at.getTime() : window.until;
  const next = (run: Run) => (firings < 2 * mostFirings ? nextOf(run, until) : null);
  const [was, would] = [next(walk.was), next(walk.would)];
  going.coming = { was, would };
  const at = Math.min(was?.at ?? Infinity, would?.at ?? Infinity);
  if (at < Infinity) {
    return momentOf(going, at);
  }
  return act ? { at: until, rank: ranks.act, order: act.order } : null;
}
