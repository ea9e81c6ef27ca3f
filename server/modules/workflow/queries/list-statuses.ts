import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { OwnStatus } from '../schema.ts';
import type { StatusRow } from '../rules/workflow.ts';
import type { WorkflowTables } from '../tables.ts';

export const toStatus = (row: StatusRow): OwnStatus => ({
  id: row.id,
  type: row.type,
  class: row.class,
  name: row.name,
  otherName: row.other_name,
  colour: row.colour,
  shape: row.shape,
  leaving: row.retired,
  version: row.version,
});

export async function readStatuses(db: Reader, workspaceId: string): Promise<OwnStatus[]> {
  const rows = await db
    .withTables<WorkflowTables>()
    .selectFrom('own_status')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toStatus);
}

export const listStatuses = defineQuery({
  name: 'workflow.list-statuses',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(OwnStatus) }),
  run: async ({ db, actor }) => ({ items: await readStatuses(db, actor.workspaceId) }),
});

const mostCounted = 10_000;

/** How many tickets would have to go elsewhere; at most 10,000: no more are counted. */
export const countInStatus = defineQuery({
  name: 'workflow.count-in-status',
  permission: 'workflow.change',
  input: z.strictObject({ statusId: id() }),
  output: z.object({ tickets: z.int() }),
  async run({ db, actor }, { statusId }) {
    const all = await readStatuses(db, actor.workspaceId);
    if (!all.some((each) => each.id === statusId)) {
      throw new Refusal('not_found', 'own_status.not_found');
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
      select from ticket where workspace_id = ${actor.workspaceId} and own_status_id = ${statusId}
      limit ${mostCounted}) counted`.execute(db);
    return { tickets: rows[0]?.n ?? 0 };
  },
});
