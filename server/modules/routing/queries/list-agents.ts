import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { text } from '../../../kernel/text.ts';
import { readLoads } from '../../tickets/public.ts';
import { weights } from '../deciding/weights.data.ts';
import type { RoutingMemory } from '../memory.ts';
import { RoutingAgent } from '../schema.ts';
import { readAgents } from './read-routing.ts';
import { readNames } from './read-names.ts';

const Cursor = z.tuple([text({ max: 1_000 }), z.uuid()]);

/** Everybody who works here, as routing sees them now. */
export const listAgents = (memory: RoutingMemory) =>
  defineQuery({
    name: 'routing.list-routing-agents',
    permission: 'routing.change',
    input: z.strictObject(pageInput),
    output: pageOf(RoutingAgent),
    async run({ db, actor: { workspaceId }, now }, { limit, after }) {
      const agents = await readAgents(db, workspaceId, {
        after: after === undefined ? null : decodeCursor(after, Cursor),
        atMost: limit + 1,
      });
      const loads = await readLoads(db, workspaceId, { weights });
      const byUser = new Map(loads.map((load) => [load.userId, load]));
      const availability = await memory.availability.of(workspaceId, db);
      const teams = await readNames(db, workspaceId, { teams: agents.flatMap((a) => a.teamIds) });
      return toPage(agents, limit, {
        cursor: ({ id, nameKey }) => [nameKey, id],
        item({ id, name, teamIds, capacity, skills, mayTake }) {
          const own = byUser.get(id);
          const { state, until, onDuty } = availability.of(id, now);
          return {
            user: { id, name },
            teams: teamIds.map((teamId) => ({ id: teamId, name: teams[teamId] ?? '' })),
            capacity,
            skills: [...skills].map(([skillId, level]) => ({ skillId, level })),
            load: own?.weight ?? 0,
            tickets: own?.n ?? 0,
            mayTake,
            state,
            until: until?.toISOString() ?? null,
            onDuty,
          };
        },
      });
    },
  });
