import { weights, type Loads } from '../../routing/public.ts';
import { isOpen } from '../../tickets/public.ts';
import type { Run } from './run.ts';

/** What a change of a ticket takes from somebody and gives to somebody. */
export type Handing = {
  readonly had: Run['held'];
  readonly has: Run['held'];
  /** It came to somebody who did not have it, so it was their turn. */
  readonly isOther: boolean;
};

/** When somebody was given a ticket for the last time before the window. */
export type LastGiven = { readonly userId: string; readonly at: Date };

/** What everybody has in hand on one side, kept as the product keeps it (tickets/loads). */
export type Ledger = {
  readonly loads: Loads;
  /** @returns whether somebody has less than before */
  enter(handing: Handing): boolean;
  lastGiven(given: LastGiven): void;
  /** The most tickets that anybody had at once. */
  readonly most: ReadonlyMap<string, number>;
};

type Hand = { weight: number; n: number; turn: string };

/** How a ticket counts now, where that is different from when it was last asked; null: it is not. */
export function handingOf(run: Run): Handing | null {
  const { held: had, countedFor } = run;
  const has = heldBy(run);
  run.countedFor = run.ticket.assigneeId;
  run.held = has;
  return had === has ? null : { had, has, isOther: countedFor !== run.countedFor };
}

export function openLedger(): Ledger {
  const hands = new Map<string, Hand>();
  const most = new Map<string, number>();
  let turns = 0;
  const handOf = (userId: string): Hand => {
    const known = hands.get(userId) ?? { weight: 0, n: 0, turn: '' };
    hands.set(userId, known);
    return known;
  };
  return {
    most,
    loads: {
      weightOf: (userId) => hands.get(userId)?.weight ?? 0,
      turnOf: (userId) => hands.get(userId)?.turn ?? '',
      // Who has left since is told by the settings.
      gone: new Set(),
    },
    lastGiven({ userId, at }) {
      const hand = handOf(userId);
      const turn = `0${padded(at.getTime())}`;
      hand.turn = turn > hand.turn ? turn : hand.turn;
    },
    enter({ had, has, isOther }) {
      if (had) {
        add(handOf(had.userId), -had.weight, -1);
      }
      if (has) {
        give(has, isOther);
      }
      return had !== null && (had.userId !== has?.userId || had.weight > has.weight);
    },
  };

  function give({ userId, weight }: NonNullable<Run['held']>, isOther: boolean): void {
    const hand = handOf(userId);
    add(hand, weight, 1);
    if (isOther) {
      turns += 1;
      hand.turn = `1${padded(turns)}`;
    }
    most.set(userId, Math.max(most.get(userId) ?? 0, hand.n));
  }
}

const padded = (n: number): string => String(n).padStart(15, '0');

function add(hand: Hand, weight: number, n: number): void {
  hand.weight += weight;
  hand.n += n;
}

/** The same value as before, where nothing is different. */
function heldBy({ ticket, held }: Run): Run['held'] {
  const { assigneeId, status, priority, mergedInto } = ticket;
  if (assigneeId === null || mergedInto !== null || !isOpen(status)) {
    return null;
  }
  const weight = weights[priority];
  return held?.userId === assigneeId && held.weight === weight
    ? held
    : { userId: assigneeId, weight };
}
