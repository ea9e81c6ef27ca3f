import type { Loads } from '../../routing/public.ts';
import { mustNotBeAhead, type Ahead } from './ahead.ts';
import { handingOf, openLedger, type Ledger } from './ledger.ts';
import type { Desk, Run, RoutingVariant } from './run.ts';
import { openQueue } from './waiting-queue.ts';

/** One side of a replay over all its tickets: what people have in hand, and the queue of what waits for them. */
export type OpenDesk = Desk & {
  readonly ledger: Ledger;
  /** Hands out what waits, if somebody may have become free. @returns tickets that were asked about */
  look(at: number): readonly Run[];
  /** At once where somebody may have become free, else when somebody comes or goes; null: nothing waits. */
  nextLook(at: number): number | null;
};

/** Who is handed a ticket may set others free by the rules that this calls. */
const mostRounds = 3;

export function openDesk(routing: RoutingVariant, ahead: Ahead): OpenDesk {
  const ledger = openLedger();
  const queue = openQueue(routing);
  let isFreed = false;
  let nextAt = 0;
  return {
    ledger,
    loads: atTheirTime(ledger.loads, ahead),
    count(run) {
      const handing = handingOf(run);
      if (handing) {
        ahead.when(() => {
          isFreed = ledger.enter(handing) || isFreed;
        });
      }
    },
    queue(run) {
      if (run.placed?.waiting) {
        mustNotBeAhead(ahead);
      }
      queue.keep(run);
    },
    look(at) {
      const asked: Run[] = [];
      isFreed ||= !queue.isEmpty() && nextAt <= at;
      for (let round = 0; isFreed && round < mostRounds; round += 1) {
        isFreed = false;
        asked.push(...queue.handOut(at));
      }
      return asked;
    },
    nextLook(at) {
      if (queue.isEmpty()) {
        return null;
      }
      if (!isFreed && nextAt <= at) {
        nextAt = queue.nextComing(at);
      }
      return isFreed ? at : nextAt;
    },
  };
}

/** Who is ahead of the others does not know what people will have in hand then. */
const atTheirTime = ({ weightOf, turnOf, gone }: Loads, ahead: Ahead): Loads => ({
  weightOf(userId) {
    mustNotBeAhead(ahead);
    return weightOf(userId);
  },
  turnOf(userId) {
    mustNotBeAhead(ahead);
    return turnOf(userId);
  },
  gone,
});
