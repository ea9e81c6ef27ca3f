import { weights, type Loads } from '../../routing/public.ts';
import { isOpen } from '../../tickets/public.ts';
import type { Run } from './run.ts';

/** What everybody has in hand on one side, kept as the product keeps it (tickets/loads). */
export type Ledger = {
  readonly loads: Loads;
  /** @returns whether somebody has less than before */
  count(run: Run): boolean;
  /** Before the window: when somebody was last given a ticket. */
  lastGiven(userId: string, at: number): void;
  /** The most tickets that anybody had at once. */
  readonly most: ReadonlyMap<string, number>;
};

/** When somebody was given a ticket for the last time before the window. */
export type LastGiven = { readonly userId: string; readonly at: Date };

type Hand = { weight: number; n: number; turn: string };

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
    lastGiven(userId, at) {
      const hand = handOf(userId);
      const turn = `0${padded(at)}`;
      hand.turn = turn > hand.turn ? turn : hand.turn;
    },
    count(run) {
      const [had, has] = [run.held, heldBy(run)];
      const isOther = run.countedFor !== run.ticket.assigneeId;
      run.countedFor = run.ticket.assigneeId;
      if (had === has) {
        return false;
      }
      run.held = has;
      take(had);
      give(has, isOther);
      return had !== null && (had.userId !== has?.userId || had.weight > has.weight);
    },
  };

  function take(had: Run['held']): void {
    if (had) {
      add(handOf(had.userId), -had.weight, -1);
    }
  }

  function give(has: Run['held'], isOther: boolean): void {
    if (!has) {
      return;
    }
    const hand = handOf(has.userId);
    add(hand, has.weight, 1);
    if (isOther) {
      turns += 1;
      hand.turn = `1${padded(turns)}`;
    }
    most.set(has.userId, Math.max(most.get(has.userId) ?? 0, hand.n));
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
