import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { TicketTables } from '../tables.ts';

const longest = 6_000;

/** The beginning of what somebody from outside has written last in a ticket; empty when nobody has. */
export async function findLastRequest(
  db: Reader,
  { workspaceId, ticketId }: { workspaceId: string; ticketId: string },
): Promise<string> {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('message')
    .select(sql<string>`left(body, ${sql.lit(longest)})`.as('text'))
    .where('workspace_id', '=', workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('direction', '=', 'in')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? '';
}
