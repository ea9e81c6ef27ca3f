import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { TicketTables } from '../tables.ts';
import { isNamed, visibleTo } from '../visibility.ts';

/** The id behind an id or number, for an actor who may see the ticket; for everybody else it does not exist. */
export async function requireTicketId(db: Reader, actor: Actor, ref: string): Promise<string> {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('ticket')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where(isNamed(ref))
    .where(visibleTo(actor))
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'ticket.not_found');
  }
  return row.id;
}
