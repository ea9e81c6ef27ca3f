import type { TicketState } from '../../tickets/public.ts';
import { comparedFields, same, type Compared } from './compare.ts';
import { observe, type Both, type Observer } from './observe.ts';
import type { Act, Past } from './past.ts';
import { passTime } from './pass-time.ts';
import type { Desk, Run, Variant } from './run.ts';
import { beginAnew, copyFor, doAct, openRun } from './simulate.ts';

export type Window = { readonly from: number; readonly until: number };

/** What is compared: settings as they are, and as they would be. */
export type Sides = {
  readonly today: Variant;
  readonly draft: Variant;
  /** Rules of routing that the draft changes. */
  readonly changedRouting: ReadonlySet<string>;
};

/** One ticket on its way by today's settings and by the draft, side by side. */
export type Walk = Both<Run> & {
  readonly past: Past;
  readonly openedInside: boolean;
  /** What is done to it within the window. */
  readonly acts: readonly Act[];
  readonly observer: Observer;
};

/** `desks`: of a ticket that is opened within the window; older ones sit down when it begins. */
type Opening = {
  readonly sides: Sides;
  readonly window: Window;
  readonly desks: Both<Desk> | null;
};

/**
 * A ticket that was open when the window begins has its time before it by today's settings on both sides, and by what routing really
 * decided: the draft is switched on at that moment.
 */
export function openWalk(past: Past, { sides, window, desks }: Opening): Walk {
  const { today, draft, changedRouting } = sides;
  const { from, until } = window;
  const openedInside = past.opening.createdAt.getTime() >= from;
  const acts = past.acts.filter(
    ({ at }) => at.getTime() <= until && (openedInside || at.getTime() >= from),
  );
  const runs = openedInside
    ? {
        was: openRun(today, past, desks?.was ?? null),
        would: openRun(draft, past, desks?.would ?? null),
      }
    : atBeginning(past, sides, from);
  return { past, openedInside, acts, ...runs, observer: observe(runs, changedRouting) };
}

function atBeginning(past: Past, { today, draft }: Sides, from: number): Both<Run> {
  const was = openRun(today, past, null);
  for (const act of past.acts) {
    if (act.at.getTime() < from) {
      passTime(was, act.at.getTime());
      doAct(was, act);
    }
  }
  passTime(was, from);
  was.seen = [];
  was.isNew = false;
  return { was, would: copyFor(was, draft) };
}

/** From now on routing decides about it, and it counts. */
export function sitDown({ was, would, past }: Walk, desks: Both<Desk>): void {
  sitDownAt(was, desks.was, past);
  sitDownAt(would, desks.would, past);
}

function sitDownAt(run: Run, desk: Desk, { placed }: Past): void {
  run.desk = desk;
  run.countedFor = run.ticket.assigneeId;
  if (placed) {
    const { at, ...place } = placed;
    const waiting = place.waiting && run.ticket.assigneeId === null;
    run.placed = { ...place, waiting, byHand: place.waiting && !waiting, since: at, urgency: 0 };
    desk.queue(run);
  }
  desk.count(run);
}

/** To its end, where no other ticket matters to it. */
export function walkAlone(walk: Walk, window: Window): Compared {
  const { was, would, observer, openedInside, acts } = walk;
  if (!openedInside) {
    beginAnew(would, window.from);
  }
  observer.look();
  for (const act of acts) {
    passTime(was, act.at.getTime());
    passTime(would, act.at.getTime());
    observer.look();
    happen(walk, act);
  }
  passTime(was, window.until);
  passTime(would, window.until);
  observer.look();
  return comparedOf(walk, window);
}

/** Somebody does on both sides what they really did. */
export function happen({ was, would, observer }: Walk, act: Act): void {
  const hands = observer.handsOf(act);
  doAct(was, act);
  doAct(would, act);
  observer.noteHands(hands);
  observer.look();
}

export function comparedOf(walk: Walk, { until }: Window): Compared {
  const { past, openedInside, observer, was } = walk;
  const isKnown = past.isWhole && past.acts.every(({ at }) => at.getTime() <= until);
  return {
    past,
    openedInside,
    ...observer.found(until),
    isFaithful: isKnown ? endsAs(was, past.end) : null,
    hasSamePerson: isKnown && was.desk ? was.ticket.assigneeId === past.end.assigneeId : null,
  };
}

/** Whom routing would have found is said of its own. */
const endsAs = ({ ticket, desk }: Run, end: TicketState): boolean =>
  comparedFields.every(
    (field) => same(ticket[field], end[field]) || (field === 'assigneeId' && desk !== null),
  );
