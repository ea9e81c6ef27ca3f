import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { fileCard } from '../files.ts';
import type { FileCard, Message } from '../schema.ts';
import type { TicketTables } from '../tables.ts';
import type { MessageRecord } from '../store.ts';
import { visibleTo } from '../visibility.ts';

export async function readMessage(db: Reader, actor: Actor, messageId: string): Promise<Message> {
  const { row, files } = await readMessageRow(db, actor, messageId);
  return toMessage(row, files.map(fileCard));
}

export type MessageFile = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  inline: boolean;
  contentId: string | null;
  hash: string;
};

export async function readMessageRow(db: Reader, actor: Actor, messageId: string) {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('message')
    .innerJoin('ticket', (join) =>
      join
        .onRef('ticket.workspace_id', '=', 'message.workspace_id')
        .onRef('ticket.id', '=', 'message.ticket_id'),
    )
    .selectAll('message')
    .select(attachedFiles.as('attached'))
    .where('message.workspace_id', '=', actor.workspaceId)
    .where('message.id', '=', messageId)
    .where(visibleTo(actor))
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'message.not_found');
  }
  return { row, files: row.attached };
}

/** In the statement of its message: one snapshot of both, and one way to the database. For use on a query over `message`. */
export const attachedFiles = sql<MessageFile[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'contentType', file.content_type,
      'size', file.size, 'hash', file.hash, 'inline', message_file.inline, 'contentId', message_file.content_id)
    order by message_file.position)
  from message_file join file on file.workspace_id = message_file.workspace_id and file.id = message_file.file_id
  where message_file.workspace_id = message.workspace_id and message_file.message_id = message.id), '[]')`;

export function toMessage(row: MessageRecord, files: readonly FileCard[]): Message {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    visibility: row.visibility,
    direction: row.direction,
    author: {
      kind: row.author_kind,
      id: row.author_id,
      name: row.author_name,
      email: row.author_address,
    },
    isNewParticipant: row.is_new_participant,
    channel: { id: row.channel_id, kind: row.channel_kind },
    text: row.body,
    html: row.html !== null,
    folded: row.quoted === null ? null : { text: row.quoted },
    signature: row.signature,
    blockedImages: row.blocked_images,
    files: [...files],
    mail: row.mail,
    invitation: row.invitation,
    automatic: row.automatic,
    delivery: row.delivery,
    bounces: row.bounces ?? [],
    hasSource: row.source_id !== null,
    createdAt: row.created_at.toISOString(),
  };
}
