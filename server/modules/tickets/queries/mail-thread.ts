import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { TicketTables } from '../tables.ts';

export type ThreadLetter = {
  readonly mailMessageId: string;
  readonly direction: 'in' | 'out';
  readonly personId: string | null;
  readonly address: string | null;
};

/** The letters of a ticket before a message, oldest first: what its threading headers name, and who wrote last. */
export async function readMailThread(
  db: Reader,
  at: { workspaceId: string; ticketId: string; before: string },
): Promise<ThreadLetter[]> {
  const rows = await db
    .withTables<TicketTables>()
    .selectFrom('message')
    .select(['direction', 'author_id as personId', 'author_address as address'])
    .select(sql<string>`mail ->> 'messageId'`.as('mailMessageId'))
    .where('workspace_id', '=', at.workspaceId)
    .where('ticket_id', '=', at.ticketId)
    .where('visibility', '=', 'public')
    .where('id', '<', at.before)
    .where(sql<boolean>`mail ->> 'messageId' is not null`)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.toReversed();
}
