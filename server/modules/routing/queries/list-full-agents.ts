import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { readLoads } from '../../tickets/public.ts';
import { weights } from '../deciding/weights.data.ts';

const FullAgent = z
  .object({ userId: z.string(), load: z.int(), capacity: z.int() })
  .meta({ id: 'FullAgent' });

/** Who has as much in hand as they may: for whoever is about to give them one more. */
export const listFullAgents = defineQuery({
  name: 'routing.list-full-agents',
  permission: 'ticket.assign',
  input: z.strictObject({}),
  output: z.object({ items: z.array(FullAgent), next: z.string().nullable() }),

  async run({ db, actor: { workspaceId } }) {
    const { rows } = await sql<{ userId: string; capacity: number }>`
      select user_id as "userId", capacity from agent_capacity where workspace_id = ${workspaceId}`.execute(
      db,
    );
    const loads = rows.length > 0 ? await readLoads(db, workspaceId, { weights }) : [];
    const weightOf = new Map(loads.map(({ userId, weight }) => [userId, weight]));
    const items = rows
      .map((row) => ({ ...row, load: weightOf.get(row.userId) ?? 0 }))
      .filter(({ load, capacity }) => load >= capacity);
    return { items, next: null };
  },
});
