import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { TicketTables } from '../tables.ts';
import { visibleTo } from '../visibility.ts';

/** A file of a ticket that the actor may see, or one that they have uploaded themselves. */
export async function findVisibleFile(db: Reader, actor: Actor, fileId: string) {
  const tables = db.withTables<TicketTables>();
  const file = await tables
    .selectFrom('file')
    .select(['hash', 'name', 'content_type as contentType', 'size', 'created_by as createdBy'])
    .where('workspace_id', '=', actor.workspaceId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (file && (file.createdBy === null || file.createdBy !== actor.id)) {
    const owner = await tables
      .selectFrom('message_file')
      .innerJoin('message', (join) =>
        join
          .onRef('message.workspace_id', '=', 'message_file.workspace_id')
          .onRef('message.id', '=', 'message_file.message_id'),
      )
      .innerJoin('ticket', (join) =>
        join
          .onRef('ticket.workspace_id', '=', 'message.workspace_id')
          .onRef('ticket.id', '=', 'message.ticket_id'),
      )
      .select('ticket.id')
      .where('message_file.workspace_id', '=', actor.workspaceId)
      .where('message_file.file_id', '=', fileId)
      .where(visibleTo(actor))
      .limit(1)
      .executeTakeFirst();
    if (owner) {
      return file;
    }
  } else if (file) {
    return file;
  }
  throw new Refusal('not_found', 'file.not_found');
}
