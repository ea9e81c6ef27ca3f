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
  { workspaceId: 'uuid', inboundId: 'uuid' },
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
  readonly inboundId: string;
  readonly outcome: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
  readonly sender: string;
  readonly subject: string;
};

/** The letters are dealt with: their rows are the receipts. */
export function saveProcessed(ctx: Context, letters: readonly Processed[]): void {
  if (letters.length > 0) {
    savedProcessed.later(ctx.tx, {
      workspaceId: ctx.actor.workspaceId,
      at: ctx.now,
      ids: letters.map(({ inboundId }) => inboundId),
      outcomes: letters.map(({ outcome }) => outcome),
      ticketIds: letters.map(({ ticketId }) => ticketId),
      messageIds: letters.map(({ messageId }) => messageId),
      senders: letters.map(({ sender }) => sender),
      subjects: letters.map(({ subject }) => subject),
    });
  }
}

type ProcessedRows = {
  workspaceId: string;
  at: Date;
  ids: readonly string[];
  outcomes: readonly string[];
  ticketIds: readonly (string | null)[];
  messageIds: readonly (string | null)[];
  senders: readonly string[];
  subjects: readonly string[];
};

const savedProcessed = preparedWrite<ProcessedRows, unknown>(
  { table: 'inbound', by: 'change' },
  (db, slot) =>
    sql`update inbound set state = 'processed', outcome = done.outcome, ticket_id = done.ticket_id,
        message_id = done.message_id, sender = done.sender, subject = done.subject,
        processed_at = ${slot.at}::timestamptz, error = null
      from unnest(${slot.ids}::uuid[], ${slot.outcomes}::text[], ${slot.ticketIds}::uuid[], ${slot.messageIds}::uuid[],
        ${slot.senders}::text[], ${slot.subjects}::text[])
        as done (id, outcome, ticket_id, message_id, sender, subject)
      where inbound.workspace_id = ${slot.workspaceId}::uuid and inbound.id = done.id`.compile(db),
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

const copies = preparedRead<LetterKey, FoundCopy>(
  (db, slot) =>
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
  { workspaceId: 'uuid', channelId: 'uuid', externalId: 'text' },
);
