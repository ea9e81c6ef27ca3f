import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../../kernel/database.ts';
import { time } from '../../../../kernel/text.ts';
import type { ComposerTables } from '../../composer-tables.ts';
import type { DraftRecord } from '../draft-store.ts';
import { fileCard } from '../../files.ts';
import { FileCard } from '../../schema.ts';
import type { TicketTables } from '../../tables.ts';

export const Draft = z
  .object({
    ticketId: z.string(),
    kind: z.enum(['reply', 'note']),
    edition: z.string(),
    body: z.string(),
    html: z.string().nullable(),
    cc: z.array(z.string()),
    files: z.array(FileCard),
    aside: z.object({ body: z.string(), html: z.string().nullable(), editedAt: time() }).nullable(),
    editedAt: time(),
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof Draft>;

/** What somebody is writing in a ticket. */
export async function readDrafts(
  db: Reader,
  at: { workspaceId: string; userId: string; ticketId: string },
): Promise<Draft[]> {
  const rows = await db
    .withTables<ComposerTables>()
    .selectFrom('draft')
    .selectAll()
    .where('workspace_id', '=', at.workspaceId)
    .where('user_id', '=', at.userId)
    .where('ticket_id', '=', at.ticketId)
    .orderBy('kind')
    .execute();
  return toDrafts(db, at.workspaceId, rows);
}

export async function toDrafts(
  db: Reader,
  workspaceId: string,
  rows: readonly DraftRecord[],
): Promise<Draft[]> {
  const ids = rows.flatMap(({ attachments }) => attachments);
  const files = await readFileCards(db, workspaceId, ids);
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    kind: row.kind,
    edition: row.edition,
    body: row.body,
    html: row.html,
    cc: row.cc,
    files: row.attachments.flatMap((id) => files.get(id) ?? []),
    aside: row.aside,
    editedAt: row.edited_at.toISOString(),
  }));
}

/** Uploaded files by id. */
export async function readFileCards(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, FileCard>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows = await db
    .withTables<TicketTables>()
    .selectFrom('file')
    .select(['id', 'name', 'content_type as contentType', 'size'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, fileCard({ ...row, inline: false })]));
}
