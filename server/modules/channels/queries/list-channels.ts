import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import {
  Channel,
  type ChannelTables,
  type ImportProgress,
  type StoredSettings,
} from '../schema.ts';

export const listChannels = defineQuery({
  name: 'channels.list',
  permission: 'channel.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Channel), next: z.string().nullable() }),
  async run({ db, actor }) {
    const rows = await selectChannels(db, actor.workspaceId)
      .where('channel.removed_at', 'is', null)
      .orderBy('channel.built_in', 'desc')
      .orderBy('channel.created_at')
      .execute();
    return { items: rows.map(toChannel), next: null };
  },
});

export const getChannel = defineQuery({
  name: 'channels.get',
  permission: 'channel.read',
  input: z.strictObject({ channelId: id() }),
  output: Channel,
  run: ({ db, actor }, { channelId }) => readChannelCard(db, actor.workspaceId, channelId),
});

/** `removed`: also one that was put out of use for good. */
export async function readChannelCard(
  db: Reader,
  workspaceId: string,
  channelId: string,
  { removed = false } = {},
) {
  const row = await selectChannels(db, workspaceId)
    .where('channel.id', '=', channelId)
    .executeTakeFirst();
  if (!row || (row.removed_at !== null && !removed)) {
    throw new Refusal('not_found', 'channel.not_found');
  }
  return toChannel(row);
}

function selectChannels(db: Reader, workspaceId: string) {
  return (
    db
      .withTables<ChannelTables>()
      .selectFrom('channel')
      .innerJoin('channel_state', (join) =>
        join
          .onRef('channel_state.workspace_id', '=', 'channel.workspace_id')
          .onRef('channel_state.channel_id', '=', 'channel.id'),
      )
      .selectAll('channel')
      .select([
        'channel_state.state',
        'channel_state.code',
        'channel_state.detail',
        'channel_state.at',
        'channel_state.last_letter_at',
        'channel_state.import',
        sql<string | null>`(select name from team where team.workspace_id = channel.workspace_id
        and team.id = channel.team_id)`.as('team_name'),
      ])
      .where('channel.workspace_id', '=', workspaceId)
      // Forms are channels too, with settings of their own.
      .where('channel.kind', '=', 'email')
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof selectChannels>['execute']>>[number];

function toChannel(row: Row): Channel {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    address: row.address,
    active: row.active,
    builtIn: row.built_in,
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
    settings: toSettings(row.settings, row.built_in),
    status: {
      ...statusOf(row),
      at: row.at?.toISOString() ?? null,
      lastLetterAt: row.last_letter_at?.toISOString() ?? null,
    },
    import: row.import as ImportProgress | null,
    version: row.version,
  };
}

/** No connection is held to a mailbox that only sends, nor to the built-in one: there is nothing to be lost. */
function statusOf({ active, settings, state, code, detail }: Row) {
  if (!active) {
    return { state: 'off' as const, code: null, detail: null };
  }
  return settings.imap
    ? { state, code, detail }
    : { state: 'connected' as const, code: null, detail: null };
}

export const replyTokenOf = ({ replyToken }: StoredSettings, builtIn: boolean) =>
  replyToken ?? (builtIn ? 'address' : 'subject');

function toSettings(settings: StoredSettings, builtIn: boolean): Channel['settings'] {
  const card = (server: StoredSettings['imap']) =>
    server ? { ...server, hasPassword: server.hasPassword ?? false } : null;
  return {
    imap: card(settings.imap),
    smtp: card(settings.smtp),
    oauth: settings.oauth ?? null,
    senderName: settings.senderName ?? '',
    folder: settings.folder ?? 'INBOX',
    afterReading: settings.afterReading ?? 'seen',
    moveTo: settings.moveTo ?? null,
    replyToken: replyTokenOf(settings, builtIn),
  };
}
