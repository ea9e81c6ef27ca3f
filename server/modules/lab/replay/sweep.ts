import { isOpen } from '../../tickets/public.ts';
import type { Compared } from './compare.ts';
import { openHeap, type Heap } from './heap.ts';
import type { Both } from './observe.ts';
import { openDesk, type OpenDesk } from './open-desk.ts';
import type { Past } from './past.ts';
import { mostFirings, nextOf, type Coming } from './pass-time.ts';
import { probeDesk } from './probe-desk.ts';
import type { Run, RoutingVariant } from './run.ts';
import { beginAnew } from './simulate.ts';
import {
  comparedOf,
  happen,
  openWalk,
  walkAlone,
  type Sides,
  type Walk,
  type Window,
} from './walk.ts';

/**
 * A replay of all tickets in the order of time, for where one ticket matters to another: whom routing finds depends on what everybody has
 * in hand at that moment, on either side. Tickets are entered in the order in which they were opened; whatever comes before that is done
 * first. In memory are those that something will still happen to.
 */
export type Sweep = {
  /** Whether something is to be done before this ticket is entered; null: before the end. */
  isBehind(next: Past | null): boolean;
  /** Does what comes next. */
  step(): void;
  enter(past: Past): void;
  /** After all: what is left waits in a queue. */
  finish(): void;
  readonly desks: Both<OpenDesk>;
};

type Asked = {
  readonly sides: Sides;
  readonly routing: Both<RoutingVariant>;
  readonly window: Window;
  /** Told of every ticket as it ends. */
  readonly tell: (compared: Compared) => void;
};

/** Of several things at one moment: what comes by itself, the queue, what somebody does. */
const ranks = { itself: 0, queue: 1, act: 2 } as const;

type Moment = { readonly at: number; readonly rank: number; readonly order: string };
/** Null: a look at the queues. `edition`: of the walk; older ones were replaced. */
type Entry = Moment & { readonly going: Going | null; readonly edition: number };

/** A ticket on its way, and what comes next of it. */
type Going = {
  readonly walk: Walk;
  edition: number;
  /** So many of its acts. */
  done: number;
  /** What came by itself since the last act; see `mostFirings`. */
  firings: number;
  coming: Both<Coming | null>;
};

type Field = Asked & {
  readonly heap: Heap<Entry>;
  readonly desks: Both<OpenDesk>;
  readonly byRun: Map<Run, Going>;
  /** For when a look at the queues is planned. */
  lookAt: number;
};

const isBefore = (a: Moment, b: Moment): boolean =>
  a.at === b.at ? (a.rank === b.rank ? a.order < b.order : a.rank < b.rank) : a.at < b.at;

export function openSweep(asked: Asked): Sweep {
  const { routing } = asked;
  const field: Field = {
    ...asked,
    heap: openHeap<Entry>(isBefore),
    desks: { was: openDesk(routing.was), would: openDesk(routing.would) },
    byRun: new Map(),
    lookAt: Infinity,
  };
  return {
    desks: field.desks,
    isBehind(next) {
      const first = field.heap.peek();
      return first !== undefined && (next === null || isBefore(first, openingOf(next)));
    },
    step: () => step(field),
    enter: (past) => enter(field, past),
    finish: () => [...new Set(field.byRun.values())].forEach((going) => end(field, going)),
  };
}

const openingOf = ({ opening, order }: Past): Moment => ({
  at: opening.createdAt.getTime(),
  rank: ranks.act,
  order,
});

function enter(field: Field, past: Past): void {
  const { window, sides, desks, tell } = field;
  const at = past.opening.createdAt.getTime();
  if (at < window.from) {
    const alone = aloneIfItMay(field, past);
    if (alone) {
      tell(alone);
      return;
    }
  }
  const walk = openWalk(past, { sides, window, desks });
  const none = { was: null, would: null };
  const going: Going = { walk, edition: 0, done: 0, firings: 0, coming: none };
  field.byRun.set(walk.was, going).set(walk.would, going);
  if (walk.openedInside) {
    walk.observer.look();
    plan(field, going);
    planLook(field, at);
  } else {
    const come = () => beginAnew(walk.would, window.from);
    going.coming = { was: null, would: { at: window.from, come } };
    push(field, going, { at: window.from, rank: ranks.itself });
  }
}

/** What was over before the window need not wait for its turn, if nobody has it in hand in all the time that is left. */
function aloneIfItMay({ sides, window }: Field, past: Past): Compared | null {
  const probe = probeDesk();
  const walk = openWalk(past, { sides, window, desks: { was: probe, would: probe } });
  if (isOpen(walk.was.ticket.status)) {
    return null;
  }
  const alone = walkAlone(walk, window);
  return probe.wasAsked() ? null : alone;
}

function step(field: Field): void {
  const entry = field.heap.pop();
  if (entry?.going && entry.edition === entry.going.edition) {
    advance(entry.going, entry.at);
    plan(field, entry.going);
    planLook(field, entry.at);
  } else if (entry && entry.going === null && entry.at === field.lookAt) {
    lookAtQueues(field, entry.at);
  }
}

/** Does what comes next for one ticket. */
function advance(going: Going, at: number): void {
  const { walk, coming } = going;
  const [was, would] = [coming.was?.at === at, coming.would?.at === at];
  const act = walk.acts[going.done];
  if (was || would) {
    going.firings += 1;
    if (was) {
      coming.was?.come();
    }
    if (would) {
      coming.would?.come();
    }
    walk.observer.look();
  } else if (act) {
    going.done += 1;
    going.firings = 0;
    happen(walk, act);
  }
}

/** When something happens to it next, on either side; of what nothing will happen to, the end is told. */
function plan(field: Field, going: Going): void {
  const { walk } = going;
  const act = walk.acts[going.done];
  const until = act ? act.at.getTime() : field.window.until;
  const at = nextAt(going, until);
  if (at !== null) {
    push(field, going, { at, rank: ranks.itself });
  } else if (act) {
    push(field, going, { at: until, rank: ranks.act, order: act.order });
  } else if (isWaiting(walk.was) || isWaiting(walk.would)) {
    going.edition += 1;
  } else {
    end(field, going);
  }
}

const isWaiting = ({ placed }: Run): boolean => placed?.waiting === true;

/** What comes by itself until then; null: nothing. */
function nextAt(going: Going, until: number): number | null {
  const { walk, firings } = going;
  const next = (run: Run) => (firings < 2 * mostFirings ? nextOf(run, until) : null);
  const [was, would] = [next(walk.was), next(walk.would)];
  going.coming = { was, would };
  const at = Math.min(was?.at ?? Infinity, would?.at ?? Infinity);
  return at === Infinity ? null : at;
}

function push(
  { heap }: Field,
  going: Going,
  { order = going.walk.past.order, ...moment }: Omit<Moment, 'order'> & { order?: string },
): void {
  going.edition += 1;
  heap.push({ ...moment, order, going, edition: going.edition });
}

function end({ byRun, tell, window }: Field, going: Going): void {
  const { walk } = going;
  going.edition += 1;
  byRun.delete(walk.was);
  byRun.delete(walk.would);
  tell(comparedOf(walk, window));
}

/** Who has become free is given what waits for them; then those tickets go on otherwise. */
function lookAtQueues(field: Field, at: number): void {
  const { desks, byRun } = field;
  field.lookAt = Infinity;
  for (const run of new Set([...desks.was.look(at), ...desks.would.look(at)])) {
    const going = byRun.get(run);
    if (going) {
      going.walk.observer.look();
      plan(field, going);
    }
  }
  planLook(field, at);
}

/** Not before all that comes by itself at this moment: they are looked at a moment later. */
function planLook(field: Field, at: number): void {
  const { desks, heap, window } = field;
  const next = Math.min(desks.was.nextLook(at) ?? Infinity, desks.would.nextLook(at) ?? Infinity);
  if (next < field.lookAt && next <= window.until) {
    field.lookAt = next;
    heap.push({ at: next, rank: ranks.queue, order: '', going: null, edition: 0 });
  }
}
