import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { visibleTo } from '../../tickets/public.ts';

type TicketKeys = { ticket: { workspace_id: string; id: string; status: string } };

/** A ticket to try a text with; null when there is none yet. */
export async function findNewestTicket(db: Reader, actor: Actor): Promise<string | null> {
  const row = await db
    .withTables<TicketKeys>()
    .selectFrom('ticket')
    .select('ticket.id')
    .where('ticket.workspace_id', '=', actor.workspaceId)
    .where('ticket.status', '<>', 'spam')
    .where(visibleTo(actor))
    .orderBy('ticket.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
