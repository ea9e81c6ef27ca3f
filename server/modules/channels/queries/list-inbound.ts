import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { Inbound, InboundState, type ChannelTables } from '../schema.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

export const listInbound = defineQuery({
  name: 'channels.list-inbound',
  permission: 'letter.read',
  input: z.strictObject({
    ...pageInput,
    state: InboundState.default('quarantined'),
    channel: id().optional(),
  }),
  output: pageOf(Inbound),

  async run({ db, actor }, { state, channel, limit, after }) {
    let query = selectInbound(db, actor.workspaceId).where('inbound.state', '=', state);
    if (channel) {
      query = query.where('inbound.channel_id', '=', channel);
    }
    if (after) {
      const [at, lastId] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(inbound.received_at, inbound.id) < (${at}::timestamptz, ${lastId}::uuid)`,
      );
    }
    const rows = await query
      .orderBy('inbound.received_at', 'desc')
      .orderBy('inbound.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, {
      item: toInbound,
      cursor: (row) => [row.receivedAt.toISOString(), row.id],
    });
  },
});

export const getInbound = defineQuery({
  name: 'channels.get-inbound',
  permission: 'letter.read',
  input: z.strictObject({ inboundId: id() }),
  output: Inbound,
  run: ({ db, actor }, { inboundId }) => readInbound(db, actor.workspaceId, inboundId),
});

export async function readInbound(
  db: Reader,
  workspaceId: string,
  inboundId: string,
): Promise<Inbound> {
  const row = await selectInbound(db, workspaceId)
    .where('inbound.id', '=', inboundId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'inbound.not_found');
  }
  return toInbound(row);
}

/** Where the raw letter, or what was sent by a form, lies. */
export async function readRawKey(
  db: Reader,
  workspaceId: string,
  inboundId: string,
): Promise<{ raw: string; kind: 'email' | 'form' }> {
  const row = await db
    .withTables<ChannelTables>()
    .selectFrom('inbound')
    .select(['raw', 'envelope'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', inboundId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'inbound.not_found');
  }
  return { raw: row.raw, kind: row.envelope.kind ?? 'email' };
}

function selectInbound(db: Reader, workspaceId: string) {
  return db
    .withTables<ChannelTables>()
    .selectFrom('inbound')
    .innerJoin('channel', (join) =>
      join
        .onRef('channel.workspace_id', '=', 'inbound.workspace_id')
        .onRef('channel.id', '=', 'inbound.channel_id'),
    )
    .select([
      'inbound.id',
      'inbound.channel_id as channelId',
      'channel.name as channelName',
      'inbound.state',
      'inbound.received_at as receivedAt',
      'inbound.sender as from',
      'inbound.subject',
      'inbound.size',
      'inbound.attempts',
      'inbound.error',
      'inbound.outcome',
      'inbound.ticket_id as ticketId',
      'inbound.message_id as messageId',
    ])
    .where('inbound.workspace_id', '=', workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectInbound>['execute']>>[number];

const toInbound = ({ channelId, channelName, receivedAt, ...row }: Row): Inbound => ({
  ...row,
  channel: { id: channelId, name: channelName },
  receivedAt: receivedAt.toISOString(),
});
