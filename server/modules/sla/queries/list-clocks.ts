import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { readTicket, ticketRef } from '../../tickets/public.ts';
import { usedBy } from '../rules/clock.ts';
import { builtInTargets } from '../rules/promises.ts';
import { Clock } from '../schema.ts';
import { readSettings } from '../settings.ts';
import { readClocks, toClock } from './read-clocks.ts';

const placeOf = (target: string): number => {
  const at = (builtInTargets as readonly string[]).indexOf(target);
  return at === -1 ? builtInTargets.length : at;
};

/** As promises come due in the life of a ticket; the company's own behind them, by name. */
const inOrder = (a: { target: string }, b: { target: string }): number =>
  placeOf(a.target) - placeOf(b.target) || (a.target < b.target ? -1 : 1);

export const listClocks = defineQuery({
  name: 'sla.list-clocks',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({ items: z.array(Clock) }),

  async run({ db, actor, now }, { ticketId: ref }) {
    const ticket = await readTicket(db, actor, ref);
    const rows = (await readClocks(db, actor.workspaceId, ticket.id)).toSorted(inOrder);
    const settings = await readSettings(db, actor.workspaceId);
    const state = { priority: ticket.priority, teamId: ticket.team?.id ?? null };
    const iso = (at: Date | null) => at?.toISOString() ?? null;
    return {
      items: rows.map((row) => {
        const applied = settings.byId(row.policy_id, state);
        const keeper = applied?.terms.get(row.target)?.keeper;
        const usedMs = keeper ? usedBy(toClock(row), now.getTime(), keeper) : row.used_ms;
        return {
          target: row.target,
          state: row.state,
          policy: { id: row.policy_id, name: applied?.name ?? '' },
          goalMinutes: row.goal_ms / 60_000,
          usedMinutes: Math.floor(usedMs / 60_000),
          startedAt: row.started_at.toISOString(),
          dueAt: iso(row.due_at),
          stoppedAt: iso(row.stopped_at),
          breachedAt: iso(row.breached_at),
        };
      }),
    };
  },
});
