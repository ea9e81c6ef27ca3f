import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { TicketTables } from '../tables.ts';

/** Who said what, as far as it is quoted to others. */
export type Said = {
  readonly id: string;
  readonly visibility: 'public' | 'internal';
  readonly authorKind: 'person' | 'user' | 'system';
  readonly authorId: string | null;
  readonly authorName: string;
  readonly automatic: string | null;
  readonly createdAt: Date;
  /** The beginning of it. */
  readonly text: string;
};

const longest = 600;

/** Messages by id, whoever asks. */
export async function readSaid(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Said>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows = await db
    .withTables<TicketTables>()
    .selectFrom('message')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
    .select(['id', 'visibility', 'automatic', 'author_kind as authorKind'])
    .select(['author_id as authorId', 'author_name as authorName', 'created_at as createdAt'])
    .select(sql<string>`left(body, ${sql.lit(longest)})`.as('text'))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
