import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { later, notifyAfterCommit } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { ChannelTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type InboundRow = Selectable<ChannelTables['inbound']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ChannelTables>();

export const inboundChannel = 'otklik_inbound';

/** How many of them are new. The others are here already: their sender has come twice, nothing more is to be done. */
export async function insertInbound(
  ctx: Context,
  rows: readonly Insertable<ChannelTables['inbound']>[],
): Promise<number> {
  const inserted = await tables(ctx)
    .insertInto('inbound')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'external_id', 'channel_id']).doNothing(),
    )
    .returning('id')
    .execute();
  if (inserted.length > 0) {
    notifyInbound(ctx);
  }
  return inserted.length;
}

export function notifyInbound(ctx: Context): void {
  notifyAfterCommit(ctx.tx, inboundChannel, ctx.actor.workspaceId);
}

/** Null when somebody else has dealt with it meanwhile, or is just doing so. */
export async function lockWaiting(ctx: Context, inboundId: string): Promise<InboundRow | null> {
  const row = await tables(ctx)
    .selectFrom('inbound')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', inboundId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.state === 'received' ? row : null;
}

export async function lockInbound(ctx: Context, inboundId: string): Promise<InboundRow> {
  const row = await tables(ctx)
    .selectFrom('inbound')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', inboundId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'inbound.not_found');
  }
  return row;
}

export function saveInbound(
  ctx: Context,
  inboundId: string,
  columns: Partial<Insertable<ChannelTables['inbound']>>,
): void {
  later(
    ctx.tx,
    tables(ctx)
      .updateTable('inbound')
      .set(columns)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', inboundId),
  );
}

export type LetterCopy = { readonly ticketId: string; readonly messageId: string | null };

/**
 * The same letter, word for word, that came by another mailbox of ours and is in a ticket already. Asked by the whole
 * unique key: on a young database, without statistics, PostgreSQL would else walk another index.
 */
export async function findCopy(
  ctx: Context,
  { channelId, externalId }: { channelId: string; externalId: string },
): Promise<LetterCopy | null> {
  const rows = await tables(ctx)
    .selectFrom('inbound')
    .select(['state', 'ticket_id as ticketId', 'message_id as messageId'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('external_id', '=', externalId)
    .where(
      sql<boolean>`channel_id = any(array(select id from channel
        where workspace_id = ${ctx.actor.workspaceId} and id <> ${channelId}))`,
    )
    .execute();
  for (const { state, ticketId, messageId } of rows) {
    if (state === 'processed' && ticketId !== null) {
      return { ticketId, messageId };
    }
  }
  return null;
}

export type Known = { messageId: string; ticketId: string; ticketMessageId: string | null };

export async function findReferences(
  ctx: Context,
  messageIds: readonly string[],
): Promise<Known[]> {
  if (messageIds.length === 0) {
    return [];
  }
  return tables(ctx)
    .selectFrom('mail_reference')
    .select([
      'message_id as messageId',
      'ticket_id as ticketId',
      'ticket_message_id as ticketMessageId',
    ])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('message_id', 'in', messageIds)
    .execute();
}

/**
 * Makes Message-IDs lead to a ticket; the first claim stays. Ids without a message of ours are awaited: when that letter
 * comes late, it belongs here.
 */
export function insertReferences(
  ctx: Context,
  at: { ticketId: string; ticketMessageId: string },
  ids: { own: string | null; awaited: readonly string[] },
): void {
  const row = (messageId: string, ticketMessageId: string | null) => ({
    workspace_id: ctx.actor.workspaceId,
    message_id: messageId,
    ticket_id: at.ticketId,
    ticket_message_id: ticketMessageId,
  });
  const rows = [
    ...(ids.own ? [row(ids.own, at.ticketMessageId)] : []),
    ...ids.awaited.filter((awaited) => awaited !== ids.own).map((awaited) => row(awaited, null)),
  ].toSorted((a, b) => (a.message_id < b.message_id ? -1 : 1));
  if (rows.length === 0) {
    return;
  }
  const insert = tables(ctx)
    .insertInto('mail_reference')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'message_id'])
        .doUpdateSet({
          ticket_message_id: sql`excluded.ticket_message_id`,
          ticket_id: sql`excluded.ticket_id`,
        })
        .where('mail_reference.ticket_message_id', 'is', null)
        .where(sql<boolean>`excluded.ticket_message_id is not null`),
    );
  later(ctx.tx, insert);
}

/** Letters of one address within the running hour, this one included. */
export async function countLetter(ctx: Context, address: string, at: Date): Promise<number> {
  const hour = new Date(at);
  hour.setUTCMinutes(0, 0, 0);
  const { n } = await tables(ctx)
    .insertInto('letter_rate')
    .values({ workspace_id: ctx.actor.workspaceId, address, hour, n: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'address', 'hour'])
        .doUpdateSet({ n: sql`letter_rate.n + 1` }),
    )
    .returning('n')
    .executeTakeFirstOrThrow();
  return n;
}
