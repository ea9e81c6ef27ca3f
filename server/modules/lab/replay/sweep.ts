import { isOpen } from '../../tickets/public.ts';
import { AsksOthers, type Ahead } from './ahead.ts';
import type { Compared } from './compare.ts';
import { openHeap, type Heap } from './heap.ts';
import { advance, begin, isFree, isWaiting, momentOf, planOf, type Going } from './going.ts';
import { isBefore, openingOf, ranks, type Moment } from './moments.ts';
import type { Both } from './observe.ts';
import { openDesk, type OpenDesk } from './open-desk.ts';
import type { Past } from './past.ts';
import { probeDesk } from './probe-desk.ts';
import type { Run, RoutingVariant } from './run.ts';
import { beginAnew, copyOf } from './simulate.ts';
import {
  comparedOf,
  openWalk,
  sitDown,
  walkAlone,
  type Sides,
  type Walk,
  type Window,
} from './walk.ts';

/**
 * A replay of all tickets in the order of time, for where one ticket matters to another: whom routing finds depends on what everybody has
 * in hand at that moment, on either side. Tickets are entered in the order in which they were opened; whatever comes before that is done
 * first.
 *
 * Only a step in which somebody is looked for has to wait until all others have come as far; mostly that is the opening. From there a
 * ticket goes ahead to its end at once, and what it gives to people and takes from them is noted for the time when it does. Where it turns
 * out that it asks for the others after all, the step is taken back and done in its time. So few tickets are in memory together, and the
 * words of each are read once.
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

type Entry = Moment & { come(): void };

type Field = Asked & {
  readonly heap: Heap<Entry>;
  readonly desks: Both<OpenDesk>;
  readonly byRun: Map<Run, Going>;
  /** For when a look at the queues is planned. */
  lookAt: number;
  /** A ticket is there already, ahead of the others; and what will come of it for them. */
  ahead: (() => void)[] | null;
};

export function openSweep(asked: Asked): Sweep {
  const heap = openHeap<Entry>(isBefore);
  const ahead: Ahead = {
    isAhead: () => field.ahead !== null,
    when(come) {
      if (field.ahead) {
        field.ahead.push(come);
      } else {
        come();
      }
    },
  };
  const { was, would } = asked.routing;
  const desks = { was: openDesk(was, ahead), would: openDesk(would, ahead) };
  const field: Field = { ...asked, heap, desks, byRun: new Map(), lookAt: Infinity, ahead: null };
  return {
    desks,
    isBehind(next) {
      const first = heap.peek();
      return first !== undefined && (next === null || isBefore(first, openingOf(next)));
    },
    step() {
      const entry = heap.pop();
      if (entry) {
        entry.come();
        planLook(field, entry.at);
      }
    },
    enter(past) {
      enter(field, past);
      planLook(field, past.opening.createdAt.getTime());
    },
    finish: () => [...new Set(field.byRun.values())].forEach((going) => end(field, going)),
  };
}

function enter(field: Field, past: Past): void {
  const { window, sides, desks } = field;
  if (past.opening.createdAt.getTime() < window.from) {
    enterOlder(field, past);
    return;
  }
  const walk = openWalk(past, { sides, window, desks });
  walk.observer.look();
  goOn(field, goingOf(field, walk));
}

function goingOf({ byRun }: Field, walk: Walk): Going {
  const going = begin(walk);
  byRun.set(walk.was, going).set(walk.would, going);
  return going;
}

function enterOlder(field: Field, past: Past): void {
  const { window, sides, desks, tell } = field;
  const open = () => openWalk(past, { sides, window, desks: null });
  const walk = open();
  const alone = isOpen(walk.was.ticket.status) ? null : aloneIfItMay(walk, window);
  if (alone) {
    tell(alone);
    return;
  }
  // One that was tried alone has gone its way already.
  const own = walk.was.desk === null ? walk : open();
  sitDown(own, desks);
  const going = goingOf(field, own);
  const { from } = window;
  going.coming = {
    was: null,
    would: { at: from, come: () => beginAnew(own.would, from) },
  };
  goOn(field, going, momentOf(going, from));
}

/** What was over before the window need not wait for its turn, if nobody has it in hand in all the time that is left. */
function aloneIfItMay(walk: Walk, window: Window): Compared | null {
  const probe = probeDesk();
  sitDown(walk, { was: probe, would: probe });
  const alone = walkAlone(walk, window);
  return probe.wasAsked() ? null : alone;
}

/** As far ahead as nothing of it asks for the others; then it waits for its time. */
function goOn(field: Field, going: Going, first = planOf(going, field.window)): void {
  for (let moment = first; moment !== null; moment = planOf(going, field.window)) {
    if (!isFree(going, moment) || !goAhead(field, going, moment)) {
      take(field, going, moment);
      return;
    }
  }
  const { was, would } = going.walk;
  going.edition += 1;
  if (!isWaiting(was) && !isWaiting(would)) {
    end(field, going);
  }
}

/** @returns false: it asks for the others, and nothing was done */
function goAhead(field: Field, going: Going, moment: Moment): boolean {
  const { walk, done, firings } = going;
  const [was, would] = [copyOf(walk.was), copyOf(walk.would)];
  const ahead: (() => void)[] = [];
  field.ahead = ahead;
  try {
    advance(going, moment.at);
  } catch (error) {
    if (!(error instanceof AsksOthers)) {
      throw error;
    }
    Object.assign(walk.was, was);
    Object.assign(walk.would, would);
    Object.assign(going, { done, firings });
    return false;
  } finally {
    field.ahead = null;
  }
  if (ahead.length > 0) {
    // Of both sides together: between them nobody looks at the queues.
    field.heap.push({ ...moment, come: () => ahead.forEach((come) => come()) });
  }
  return true;
}

/** Does it when all others have come as far. */
function take(field: Field, going: Going, moment: Moment): void {
  going.edition += 1;
  const { edition } = going;
  field.heap.push({
    ...moment,
    come() {
      if (edition === going.edition) {
        advance(going, moment.at);
        goOn(field, going);
      }
    },
  });
}

function end({ byRun, tell, window }: Field, { walk }: Going): void {
  byRun.delete(walk.was);
  byRun.delete(walk.would);
  tell(comparedOf(walk, window));
}

/** Who has become free is given what waits for them; then those tickets go on otherwise. */
function lookAtQueues(field: Field, at: number): void {
  const { desks, byRun } = field;
  for (const run of new Set([...desks.was.look(at), ...desks.would.look(at)])) {
    const going = byRun.get(run);
    if (going) {
      going.walk.observer.look();
      goOn(field, going);
    }
  }
}

/** Not before all that comes by itself at this moment: they are looked at a moment later. */
function planLook(field: Field, at: number): void {
  const { desks, heap, window } = field;
  const next = Math.min(desks.was.nextLook(at) ?? Infinity, desks.would.nextLook(at) ?? Infinity);
  if (next < field.lookAt && next <= window.until) {
    field.lookAt = next;
    heap.push({
      at: next,
      rank: ranks.queue,
      order: '',
      come() {
        if (field.lookAt === next) {
          field.lookAt = Infinity;
          lookAtQueues(field, next);
        }
      },
    });
  }
}
