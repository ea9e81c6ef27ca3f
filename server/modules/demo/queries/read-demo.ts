import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { Demo, type DemoRow, type DemoTables, type Mark, type MarkKind } from '../schema.ts';

export const getDemo = defineQuery({
  name: 'demo.get',
  permission: 'self',
  input: z.strictObject({}),
  output: Demo,
  async run({ db, actor }) {
    return toDemo(await readDemoRow(db, actor.workspaceId));
  },
});

export function toDemo(row: DemoRow | undefined): Demo {
  return {
    state: row && row.state !== 'removed' ? row.state : 'absent',
    done: row?.done ?? 0,
    total: row?.total ?? 0,
    changedAt: row?.changed_at.toISOString() ?? null,
  };
}

export async function readDemoRow(db: Reader, workspaceId: string): Promise<DemoRow | undefined> {
  return db
    .withTables<DemoTables>()
    .selectFrom('demo_company')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
}

export async function readMarks(
  db: Reader,
  workspaceId: string,
  { kind, limit }: { kind?: MarkKind; limit?: number } = {},
): Promise<Mark[]> {
  let query = db
    .withTables<DemoTables>()
    .selectFrom('demo_mark')
    .select(['kind', 'key', 'id'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id');
  query = kind ? query.where('kind', '=', kind) : query;
  return (limit ? query.limit(limit) : query).execute();
}

export async function countMarks(db: Reader, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from demo_mark
    where workspace_id = ${workspaceId}`.execute(db);
  return rows[0]?.n ?? 0;
}
