import type { Reader } from '../../../../kernel/database.ts';
import type { ChannelTables } from '../../schema.ts';
import type { FormTables } from '../schema.ts';

/** The forms of a company, each with the channel that it is. */
export const selectForms = (db: Reader, workspaceId: string) =>
  db
    .withTables<ChannelTables & FormTables>()
    .selectFrom('form')
    .innerJoin('channel', (join) =>
      join
        .onRef('channel.workspace_id', '=', 'form.workspace_id')
        .onRef('channel.id', '=', 'form.channel_id'),
    )
    .select([
      'channel.id',
      'channel.active',
      'channel.team_id as teamId',
      'form.category_id as categoryId',
      'form.settings',
    ])
    .where('form.workspace_id', '=', workspaceId);
