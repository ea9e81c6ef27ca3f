import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { readLoads } from '../../tickets/public.ts';
import { weights } from '../deciding/weights.data.ts';
import type { RoutingMemory } from '../memory.ts';
import { RoutingAgent } from '../schema.ts';
import { readAgents } from './read-routing.ts';
import { readNames } from './read-names.ts';

/** Everybody who works here, as routing sees them now. */
export const listAgents = (memory: RoutingMemory) =>
  defineQuery({
    name: 'routing.list-routing-agents',
    permission: 'routing.change',
    input: z.strictObject({}),
    output: z.object({ items: z.array(RoutingAgent), next: z.null() }),
    async run({ db, actor: { workspaceId }, now }) {
      const agents = (await readAgents(db, workspaceId)).filter(({ active }) => active);
      const byUser = Map.groupBy(await readLoads(db, workspaceId), ({ userId }) => userId);
      const availability = await memory.availability.of(workspaceId, db);
      const teams = await readNames(db, workspaceId, { teams: agents.flatMap((a) => a.teamIds) });
      return {
        next: null,
        items: agents.map(({ id, name, teamIds, capacity, skills, mayTake }) => {
          const own = byUser.get(id) ?? [];
          const { state, until, onDuty } = availability.of(id, now);
          return {
            user: { id, name },
            teams: teamIds.map((teamId) => ({ id: teamId, name: teams[teamId] ?? '' })),
            capacity,
            skills: [...skills].map(([skillId, level]) => ({ skillId, level })),
            load: own.reduce((sum, { priority, n }) => sum + n * weights[priority], 0),
            tickets: own.reduce((sum, { n }) => sum + n, 0),
            mayTake,
            state,
            until: until?.toISOString() ?? null,
            onDuty,
          };
        }),
      };
    },
  });
