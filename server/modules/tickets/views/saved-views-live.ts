import type { Actor } from '../../../kernel/actor.ts';
import type { EventLine } from '../../../kernel/event-line.ts';
import type { LiveView } from '../../../kernel/live.ts';
import { countByTallies, countOpen, readOpenCounts } from './queries/count-views.ts';
import { isViewOf, readViewsOf } from './queries/read-views.ts';
import { readTally } from '../tally/queries/tally.ts';

/** Counting rests twenty times as long as it took: never more than a twentieth of one connection. */
const restFactor = 20;

type Payload = { sharing: string; ownerId: string; teamId: string | null };

const isTold = ({ payload }: EventLine, actor: Actor): boolean => {
  const { sharing, ownerId, teamId } = payload as Payload;
  const ref = (id: string | null) => (id === null ? null : { id, name: '' });
  return isViewOf(
    { sharing: sharing as 'own' | 'team' | 'everybody', owner: ref(ownerId), team: ref(teamId) },
    actor,
  );
};

/** Saved views on live screens: that there is a new one, and how many tickets are in each. */
export function savedViewsLive(now: () => Date = () => new Date()): LiveView {
  const restUntil = new Map<string, number>();
  return {
    covers: (name) => name.startsWith('view.'),
    enrich: async (_db, _workspaceId, events) =>
      events.map((event) => ({
        event,
        extra: {},
        visibleTo: (actor) => actor.permissions.has('ticket.read') && isTold(event, actor),
      })),

    restMs: (workspaceId) => Math.max(0, (restUntil.get(workspaceId) ?? 0) - performance.now()),

    async counts(db, workspaceId, watching) {
      const began = performance.now();
      const userIds = [...new Set(watching.flatMap(({ id }) => id ?? []))];
      const views = await readViewsOf(db, workspaceId, userIds);
      if (views.length === 0) {
        return () => ({});
      }
      const tally = await readTally(db, workspaceId);
      const open = await readOpenCounts(db, workspaceId, { views, now: now() });
      restUntil.set(workspaceId, performance.now() + restFactor * (performance.now() - began));
      return (actor) =>
        actor.permissions.has('ticket.read')
          ? { ...countByTallies(views, tally, actor), ...countOpen(open, actor) }
          : {};
    },
  };
}
