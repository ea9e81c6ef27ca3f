import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { later, notifyAfterCommit } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import { preparedRead, preparedWrite } from '../../kernel/prepared.ts';
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
  const { workspaceId } = ctx.actor;
  const [row] = await lockedIfFree.all(ctx.tx, { workspaceId, inboundId });
  return row?.state === 'received' ? row : null;
}

const lockedIfFree = preparedRead<{ workspaceId: string; inboundId: string }, InboundRow>(
  (db, slot) =>
    db
      .withTables<ChannelTables>()
      .selectFrom('inbound')
      .selectAll()
      .where('workspace_id', '=', slot.workspaceId)
      .where('id', '=', slot.inboundId)
      .forUpdate()
      .skipLocked()
      .compile(),
);

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

export type Processed = {
  readonly outcome: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
  readonly sender: string;
  readonly subject: string;
};

/** The letter is dealt with: its row is the receipt. */
export function saveProcessed(ctx: Context, inboundId: string, processed: Processed): void {
  const { workspaceId } = ctx.actor;
  savedProcessed.later(ctx.tx, { ...processed, workspaceId, inboundId, at: ctx.now });
}

const savedProcessed = preparedWrite<
  Processed & { workspaceId: string; inboundId: string; at: Date },
  unknown
>({ table: 'inbound', by: 'change' }, (db, slot) =>
  db
    .withTables<ChannelTables>()
    .updateTable('inbound')
    .set({
      state: 'processed',
      outcome: slot.outcome,
      ticket_id: slot.ticketId,
      message_id: slot.messageId,
      sender: slot.sender,
      subject: slot.subject,
      processed_at: slot.at,
      error: null,
    })
    .where('workspace_id', '=', slot.workspaceId)
    .where('id', '=', slot.inboundId)
    .compile(),
);

export type LetterCopy = { readonly ticketId: string; readonly messageId: string | null };

/**
 * The same letter, word for word, that came by another mailbox of ours and is in a ticket already. Asked by the whole
 * unique key: on a young database, without statistics, PostgreSQL would else walk another index.
 */
export async function findCopy(
  ctx: Context,
  { channelId, externalId }: { channelId: string; externalId: string },
): Promise<LetterCopy | null> {
  const { workspaceId } = ctx.actor;
  const rows = await copies.all(ctx.tx, { workspaceId, channelId, externalId });
  for (const { state, ticketId, messageId } of rows) {
    if (state === 'processed' && ticketId !== null) {
      return { ticketId, messageId };
    }
  }
  return null;
}

type LetterKey = { workspaceId: string; channelId: string; externalId: string };
type FoundCopy = { state: string; ticketId: string | null; messageId: string | null };

const copies = preparedRead<LetterKey, FoundCopy>((db, slot) =>
  db
    .withTables<ChannelTables>()
    .selectFrom('inbound')
    .select(['state', 'ticket_id as ticketId', 'message_id as messageId'])
    .where('workspace_id', '=', slot.workspaceId)
    .where('external_id', '=', slot.externalId)
    .where(
      sql<boolean>`channel_id = any(array(select id from channel
        where workspace_id = ${slot.workspaceId} and id <> ${slot.channelId}))`,
    )
    .compile(),
);

export type Known = { messageId: string; ticketId: string; ticketMessageId: string | null };

export async function findReferences(
  ctx: Context,
  messageIds: readonly string[],
): Promise<Known[]> {
  if (messageIds.length === 0) {
    return [];
  }
  return references.all(ctx.tx, { workspaceId: ctx.actor.workspaceId, messageIds });
}

const references = preparedRead<{ workspaceId: string; messageIds: readonly string[] }, Known>(
  (db, slot) =>
    db
      .withTables<ChannelTables>()
      .selectFrom('mail_reference')
      .select([
        'message_id as messageId',
        'ticket_id as ticketId',
        'ticket_message_id as ticketMessageId',
      ])
      .where('workspace_id', '=', slot.workspaceId)
      // As a sub-select: with a list at hand the server plans the statement anew for every length of it.
      .where(sql<boolean>`message_id = any(array(select unnest(${slot.messageIds}::text[])))`)
      .compile(),
);

/**
 * Makes Message-IDs lead to a ticket; the first claim stays. Ids without a message of ours are awaited: when that letter
 * comes late, it belongs here.
 */
export function insertReferences(
  ctx: Context,
  at: { ticketId: string; ticketMessageId: string },
  ids: { own: string | null; awaited: readonly string[] },
): void {
  const awaited = ids.awaited.filter((id) => id !== ids.own);
  const messageIds = [...new Set([...(ids.own ? [ids.own] : []), ...awaited])].toSorted();
  if (messageIds.length > 0) {
    claimedReferences.later(ctx.tx, {
      workspaceId: ctx.actor.workspaceId,
      ticketId: at.ticketId,
      messageIds,
      ticketMessageIds: messageIds.map((id) => (id === ids.own ? at.ticketMessageId : null)),
    });
  }
}

type Claim = {
  workspaceId: string;
  ticketId: string;
  messageIds: readonly string[];
  ticketMessageIds: readonly (string | null)[];
};

const claimedReferences = preparedWrite<Claim, unknown>(
  { table: 'mail_reference', by: 'change' },
  (db, slot) =>
    sql`insert into mail_reference (workspace_id, message_id, ticket_id, ticket_message_id)
      select ${slot.workspaceId}::uuid, claim.id, ${slot.ticketId}::uuid, claim.ticket_message_id
      from unnest(${slot.messageIds}::text[], ${slot.ticketMessageIds}::uuid[]) as claim (id, ticket_message_id)
      on conflict (workspace_id, message_id) do update
      set ticket_message_id = excluded.ticket_message_id, ticket_id = excluded.ticket_id
      where mail_reference.ticket_message_id is null and excluded.ticket_message_id is not null`.compile(
      db,
    ),
);

/** Letters of one address within the running hour, this one included. */
export async function countLetter(ctx: Context, address: string, at: Date): Promise<number> {
  const hour = new Date(at);
  hour.setUTCMinutes(0, 0, 0);
  const { workspaceId } = ctx.actor;
  const [rate] = await counted.all(ctx.tx, { workspaceId, address, hour });
  return rate?.n ?? 1;
}

const counted = preparedWrite<{ workspaceId: string; address: string; hour: Date }, { n: number }>(
  { table: 'letter_rate', by: 'change' },
  (db, slot) =>
    db
      .withTables<ChannelTables>()
      .insertInto('letter_rate')
      .values({ workspace_id: slot.workspaceId, address: slot.address, hour: slot.hour, n: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'address', 'hour'])
          .doUpdateSet({ n: sql`letter_rate.n + 1` }),
      )
      .returning('n')
      .compile(),
);

/** Hours that are over tell nothing any more. */
export async function deleteRatesBefore(ctx: Context, hour: Date): Promise<void> {
  await tables(ctx)
    .deleteFrom('letter_rate')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('hour', '<', hour)
    .execute();
}
