import { sql, type Insertable, type Selectable, type SqlBool } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { later } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import { preparedWrite } from '../../kernel/prepared.ts';
import type { NameTables, TicketTables } from './tables.ts';
import { isNamed, visibleTo } from './visibility.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type TicketRecord = Selectable<TicketTables['ticket']>;
export type MessageRecord = Selectable<TicketTables['message']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<TicketTables>();

/** Takes the row lock. A ticket that the actor may not see does not exist for them. */
export async function lockTicket(ctx: Context, ref: string): Promise<TicketRecord> {
  const row = await tables(ctx)
    .selectFrom('ticket')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where(isNamed(ref))
    .where(visibleTo(ctx.actor))
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'ticket.not_found');
  }
  return row;
}

type NewMessageRow = Required<Insertable<TicketTables['message']>>;

const insertedMessage = preparedWrite<NewMessageRow, unknown>(
  { table: 'message', by: 'insert' },
  (db, slot) =>
    db
      .withTables<TicketTables>()
      .insertInto('message')
      .values({
        workspace_id: slot.workspace_id,
        id: slot.id,
        ticket_id: slot.ticket_id,
        visibility: slot.visibility,
        direction: slot.direction,
        author_kind: slot.author_kind,
        author_id: slot.author_id,
        author_name: slot.author_name,
        author_address: slot.author_address,
        is_new_participant: slot.is_new_participant,
        channel_kind: slot.channel_kind,
        channel_id: slot.channel_id,
        body: slot.body,
        quoted: slot.quoted,
        signature: slot.signature,
        html: slot.html,
        quoted_html: slot.quoted_html,
        blocked_images: slot.blocked_images,
        mail: slot.mail,
        invitation: slot.invitation,
        automatic: slot.automatic,
        delivery: slot.delivery,
        bounces: slot.bounces,
        source_id: slot.source_id,
        created_at: slot.created_at,
      })
      .compile(),
);

export function insertMessage(ctx: Context, row: Omit<NewMessageRow, 'workspace_id'>): void {
  insertedMessage.later(ctx.tx, { ...row, workspace_id: ctx.actor.workspaceId });
}

/** `ticketId` null: wherever it is now. */
export async function lockMessage(
  ctx: Context,
  ticketId: string | null,
  messageId: string,
): Promise<MessageRecord> {
  const row = await tables(ctx)
    .selectFrom('message')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where(sql<SqlBool>`(${ticketId}::uuid is null or ticket_id = ${ticketId}::uuid)`)
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'message.not_found');
  }
  return row;
}

/** Whether the person has a message in the ticket already. */
export async function hasWritten(
  ctx: Context,
  ticketId: string,
  personId: string | null,
): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('message')
    .select('id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('author_kind', '=', 'person')
    .where('author_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveMessageState(
  ctx: Context,
  messageId: string,
  state: { delivery?: string; bounces?: string; mail?: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('message')
    .set(state)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', messageId)
    .execute();
}

export function insertFile(ctx: Context, row: Omit<TicketTables['file'], 'workspace_id'>): void {
  later(
    ctx.tx,
    tables(ctx)
      .insertInto('file')
      .values({ ...row, workspace_id: ctx.actor.workspaceId }),
  );
}

export type AttachedFile = { fileId: string; inline: boolean; contentId: string | null };

export function attachFiles(ctx: Context, messageId: string, files: readonly AttachedFile[]): void {
  if (files.length > 0) {
    const insert = tables(ctx)
      .insertInto('message_file')
      .values(
        files.map(({ fileId, inline, contentId }, position) => ({
          workspace_id: ctx.actor.workspaceId,
          message_id: messageId,
          position,
          file_id: fileId,
          inline,
          content_id: contentId,
        })),
      );
    later(ctx.tx, insert);
  }
}

/** Files that this actor has uploaded and nobody has attached yet; anything else is not theirs to send. */
export async function findOwnFiles(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) {
    return [];
  }
  const rows = await tables(ctx)
    .selectFrom('file')
    .select('id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', 'in', ids)
    .where('created_by', '=', ctx.actor.id)
    .execute();
  return rows.map(({ id }) => id);
}

export async function addFollower(
  ctx: Context,
  ticketId: string,
  userId: string,
): Promise<boolean> {
  const added = await tables(ctx)
    .insertInto('ticket_follower')
    .values({ workspace_id: ctx.actor.workspaceId, ticket_id: ticketId, user_id: userId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function removeFollower(ctx: Context, ticketId: string, userId: string) {
  const { numDeletedRows } = await tables(ctx)
    .deleteFrom('ticket_follower')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function findUser(
  ctx: Context,
  userId: string,
): Promise<{ active: boolean } | undefined> {
  return ctx.tx
    .withTables<NameTables>()
    .selectFrom('user_account')
    .select('active')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', userId)
    .executeTakeFirst();
}

export async function requireActiveUser(ctx: Context, userId: string): Promise<void> {
  const row = await findUser(ctx, userId);
  if (!row) {
    throw new Refusal('not_allowed', 'user.not_found');
  }
  if (!row.active) {
    throw new Refusal('not_allowed', 'user.inactive');
  }
}
