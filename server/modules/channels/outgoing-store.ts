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

export async function lockOutgoing(
  ctx: Context,
  by: { id: string } | { messageId: string },
): Promise<OutgoingRow> {
  const query = tables(ctx)
    .selectFrom('outgoing_letter')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .forUpdate();
  const row = await (
    'id' in by ? query.where('id', '=', by.id) : query.where('message_id', '=', by.messageId)
  ).executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'letter.not_found');
  }
  return row;
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
