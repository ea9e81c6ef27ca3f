import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { ChannelTables } from '../schema.ts';

export async function readChannelState(db: Reader, at: { workspace_id: string; id: string }) {
  return db
    .withTables<ChannelTables>()
    .selectFrom('channel_state')
    .select(['position', 'import'])
    .where('workspace_id', '=', at.workspace_id)
    .where('channel_id', '=', at.id)
    .executeTakeFirst();
}

export async function readChannelRow(db: Reader, workspaceId: string, channelId: string) {
  const row = await db
    .withTables<ChannelTables>()
    .selectFrom('channel')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', channelId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'channel.not_found');
  }
  return row;
}
