import { routingKey } from '../../routing/public.ts';
import type { Place, Run, RoutingVariant } from './run.ts';
import { pass } from './simulate.ts';

/** Tickets of one side for which nobody was free. */
export type WaitingQueue = {
  /** Whether it waits may have changed. */
  keep(run: Run): void;
  isEmpty(): boolean;
  /** Gives to whoever is free now. @returns tickets that were asked about */
  handOut(at: number): readonly Run[];
  /** When somebody comes or goes next; Infinity: never, as far as is known. */
  nextComing(at: number): number;
};

/** As the product looks at each queue at once (routing/queries/list-waiting). */
const headsAtOnce = 20;
const handingOut = { kind: 'time', key: routingKey } as const;

export function openQueue({ compiled, availability }: RoutingVariant): WaitingQueue {
  const waiting = new Set<Run>();
  return {
    keep(run) {
      if (run.placed?.waiting) {
        waiting.add(run);
      } else {
        waiting.delete(run);
      }
    },
    isEmpty: () => waiting.size === 0,
    handOut(at) {
      const queues = Map.groupBy(waiting, ({ placed }) => `${placed?.ruleId} ${placed?.teamId}`);
      const inOrder = [...queues].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return inOrder.flatMap(([, queue]) => handOutOf(queue, at));
    },
    nextComing(at) {
      const now = new Date(at);
      const times = [...compiled.agents.keys()].map(
        (id) => availability.of(id, now).until?.getTime() ?? Infinity,
      );
      return times.reduce((first, time) => (time > at && time < first ? time : first), Infinity);
    },
  };
}

/** All of one queue wait for the same people: behind one that goes on waiting nobody is asked about. */
function handOutOf(queue: readonly Run[], at: number): Run[] {
  const asked: Run[] = [];
  for (const run of queue.toSorted(byRank).slice(0, headsAtOnce)) {
    pass(run, { at, changes: {}, occurrences: [handingOut], facts: run.opening, follows: [] });
    asked.push(run);
    if (run.placed?.waiting) {
      break;
    }
  }
  return asked;
}

const rankOf = ({ placed }: Run): Pick<Place, 'urgency' | 'since'> =>
  placed ?? { urgency: 0, since: 0 };

/** The most urgent first, of them who waits longest. */
const byRank = (a: Run, b: Run): number =>
  rankOf(b).urgency - rankOf(a).urgency ||
  rankOf(a).since - rankOf(b).since ||
  (a.ticket.id < b.ticket.id ? -1 : 1);
