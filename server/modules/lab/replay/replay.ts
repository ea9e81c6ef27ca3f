import type { LastGiven } from './ledger.ts';
import type { Past } from './past.ts';
import { openSweep, type Sweep } from './sweep.ts';
import type { Tally } from './tally.ts';
import { openWalk, walkAlone, type Sides, type Window } from './walk.ts';

/** A replay takes tickets in the order in which they began, and yields whenever somebody else may have a turn. */
export type Replay = {
  add(pasts: readonly Past[]): Iterable<void>;
  finish(): Iterable<void>;
};

type Asked = {
  readonly settings: Sides;
  readonly window: Window;
  readonly tally: Tally;
  readonly given: readonly LastGiven[];
};

/** Where routing decides anew all tickets in the order of time, else each by itself. */
export function openReplay({ settings, window, tally, given }: Asked): Replay {
  const { today, draft } = settings;
  if (!today.routing || !draft.routing) {
    return alone({ settings, window, tally });
  }
  const routing = { was: today.routing, would: draft.routing };
  const sweep = openSweep({ sides: settings, routing, window, tell: tally.add });
  const { was, would } = sweep.desks;
  for (const each of given) {
    was.ledger.lastGiven(each);
    would.ledger.lastGiven(each);
  }
  return {
    add: (pasts) => enterAll(sweep, pasts),
    *finish() {
      yield* catchUp(sweep, null);
      sweep.finish();
      tally.addDesks({ was: was.ledger.most, would: would.ledger.most });
    },
  };
}

function alone({ settings, window, tally }: Omit<Asked, 'given'>): Replay {
  return {
    *add(pasts) {
      for (const past of pasts) {
        tally.add(walkAlone(openWalk(past, { sides: settings, window, desks: null }), window));
        yield;
      }
    },
    finish: () => [],
  };
}

function* enterAll(sweep: Sweep, pasts: readonly Past[]): Iterable<void> {
  for (const past of pasts) {
    yield* catchUp(sweep, past);
    sweep.enter(past);
    yield;
  }
}

function* catchUp(sweep: Sweep, next: Past | null): Iterable<void> {
  while (sweep.isBehind(next)) {
    sweep.step();
    yield;
  }
}
