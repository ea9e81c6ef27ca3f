import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { TicketTables } from '../tables.ts';

export type Picture = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly hash: string;
};

/**
 * Of the files that an answer shows inside its text, those that may leave with it: of the same ticket, or uploaded by its
 * author. Anything else could be somebody's whom the reader has nothing to do with.
 */
export async function findPictures(
  db: Reader,
  at: { workspaceId: string; ticketId: string; authorId: string | null },
  ids: readonly string[],
): Promise<Picture[]> {
  if (ids.length === 0) {
    return [];
  }
  return db
    .withTables<TicketTables>()
    .selectFrom('file')
    .select(['id', 'name', 'content_type as contentType', 'hash'])
    .where('workspace_id', '=', at.workspaceId)
    .where('id', 'in', ids)
    .where('content_type', 'like', 'image/%')
    .where(
      sql<boolean>`(created_by = ${at.authorId}::uuid or exists (select from message_file mf
        join message m on m.workspace_id = mf.workspace_id and m.id = mf.message_id
        where mf.workspace_id = ${at.workspaceId} and mf.file_id = file.id and m.ticket_id = ${at.ticketId}))`,
    )
    .execute();
}
