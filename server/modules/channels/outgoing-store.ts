import type { Insertable, Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { ChannelTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type OutgoingRow = Selectable<ChannelTables['outgoing_letter']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ChannelTables>();

export async function insertOutgoing(
  ctx: Context,
  row: Insertable<ChannelTables['outgoing_letter']>,
): Promise<void> {
  await tables(ctx).insertInto('outgoing_letter').values(row).execute();
}

const locking = (ctx: Context) =>
  tables(ctx)
    .selectFrom('outgoing_letter')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .forUpdate();

/** Without a lock: the ticket is locked before its letters. Undefined when there is no such letter any more. */
export async function findOutgoing(
  ctx: Context,
  id: string,
): Promise<Pick<OutgoingRow, 'ticket_id' | 'message_id'> | undefined> {
  return tables(ctx)
    .selectFrom('outgoing_letter')
    .select(['ticket_id', 'message_id'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function deleteOutgoing(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('outgoing_letter')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function lockOutgoing(ctx: Context, { id }: { id: string }): Promise<OutgoingRow> {
  const row = await locking(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'letter.not_found');
  }
  return row;
}

/** The letter of a message, locked; undefined for an answer that never became one. */
export async function lockOutgoingOf(
  ctx: Context,
  messageId: string,
): Promise<OutgoingRow | undefined> {
  return locking(ctx).where('message_id', '=', messageId).executeTakeFirst();
}

export async function saveOutgoing(
  ctx: Context,
  id: string,
  columns: Partial<Insertable<ChannelTables['outgoing_letter']>>,
): Promise<void> {
  await tables(ctx)
    .updateTable('outgoing_letter')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
