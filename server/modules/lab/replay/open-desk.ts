import { routingKey } from '../../routing/public.ts';
import { openLedger, type Ledger } from './ledger.ts';
import type { Desk, Place, Run, RoutingVariant } from './run.ts';
import { pass } from './simulate.ts';

/** One side of a replay over all its tickets: what people have in hand, and the queue of what waits for them. */
export type OpenDesk = Desk & {
  readonly ledger: Ledger;
  /** Hands out what waits, if somebody may have become free. @returns tickets that were asked about */
  look(at: number): readonly Run[];
  /** At once where somebody may have become free, else when somebody comes or goes; null: nothing waits. */
  nextLook(at: number): number | null;
};

/** As the product looks at each queue at once (routing/queries/list-waiting). */
const headsAtOnce = 20;
/** Who is handed a ticket may set others free by the rules that this calls. */
const mostRounds = 3;
const handingOut = { kind: 'time', key: routingKey } as const;

export function openDesk({ compiled, availability }: RoutingVariant): OpenDesk {
  const ledger = openLedger();
  const waiting = new Set<Run>();
  let isFreed = false;
  let nextAt = 0;
  return {
    ledger,
    loads: ledger.loads,
    count(run) {
      isFreed = ledger.count(run) || isFreed;
    },
    queue(run) {
      if (run.placed?.waiting) {
        waiting.add(run);
      } else {
        waiting.delete(run);
      }
    },
    look(at) {
      const asked: Run[] = [];
      isFreed ||= waiting.size > 0 && nextAt <= at;
      for (let round = 0; isFreed && round < mostRounds; round += 1) {
        isFreed = false;
        asked.push(...handOut(at));
      }
      return asked;
    },
    nextLook(at) {
      if (waiting.size > 0 && isFreed) {
        return at;
      }
      if (waiting.size > 0 && nextAt <= at) {
        nextAt = nextComing(at);
      }
      return waiting.size > 0 ? nextAt : null;
    },
  };

  function handOut(at: number): Run[] {
    const asked: Run[] = [];
    const queues = Map.groupBy(waiting, ({ placed }) => `${placed?.ruleId} ${placed?.teamId}`);
    for (const [, queue] of [...queues].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      for (const run of queue.toSorted(byRank).slice(0, headsAtOnce)) {
        pass(run, { at, changes: {}, occurrences: [handingOut], facts: run.opening, follows: [] });
        asked.push(run);
        if (run.placed?.waiting) {
          // All of one queue wait for the same people.
          break;
        }
      }
    }
    return asked;
  }

  function nextComing(at: number): number {
    const now = new Date(at);
    const times = [...compiled.agents.keys()].map(
      (id) => availability.of(id, now).until?.getTime() ?? Infinity,
    );
    return times.reduce((first, time) => (time > at && time < first ? time : first), Infinity);
  }
}

const rankOf = ({ placed }: Run): Pick<Place, 'urgency' | 'since'> =>
  placed ?? { urgency: 0, since: 0 };

/** The most urgent first, of them who waits longest. */
const byRank = (a: Run, b: Run): number =>
  rankOf(b).urgency - rankOf(a).urgency ||
  rankOf(a).since - rankOf(b).since ||
  (a.ticket.id < b.ticket.id ? -1 : 1);
