import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import type { TicketTables } from '../tables.ts';

/** Whether somebody else has written into the ticket after the last message that the actor has seen. */
export async function hasUnseenMessage(
  db: Reader,
  actor: Actor,
  { ticketId, lastSeenId }: { ticketId: string; lastSeenId: string },
): Promise<boolean> {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('message')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('id', '>', lastSeenId)
    .where(
      sql<boolean>`not (author_kind = 'user' and author_id is not distinct from ${actor.id}::uuid)`,
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the customer, or anybody else from outside, has written since. A machine's answer does not count. */
export async function customerWroteSince(
  db: Reader,
  { workspaceId, ticketId, since }: { workspaceId: string; ticketId: string; since: Date },
): Promise<boolean> {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('message')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('direction', '=', 'in')
    .where('automatic', 'is', null)
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
