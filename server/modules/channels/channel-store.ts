import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { later, type Reader } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import { preparedRead } from '../../kernel/prepared.ts';
import type { ChannelTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type ChannelRow = Selectable<ChannelTables['channel']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ChannelTables>();

/** Told on every change of a channel, so that running connections follow it. */
export const channelNotice = 'otklik_channel';

export async function notifyChannels(ctx: Context): Promise<void> {
  await sql`select pg_notify(${channelNotice}, ${ctx.actor.workspaceId})`.execute(ctx.tx);
}

export async function readChannel(ctx: Context, id: string): Promise<ChannelRow> {
  const [row] = await channelById.all(ctx.tx, { workspaceId: ctx.actor.workspaceId, id });
  return found(row);
}

const channelById = preparedRead<{ workspaceId: string; id: string }, ChannelRow>(
  (db, slot) =>
    db
      .withTables<ChannelTables>()
      .selectFrom('channel')
      .selectAll()
      .where('workspace_id', '=', slot.workspaceId)
      .where('id', '=', slot.id)
      .compile(),
  { workspaceId: 'uuid', id: 'uuid' },
);

/** A channel in use: one that was removed does not exist any more for whoever wants to change it. */
export async function lockChannel(ctx: Context, id: string): Promise<ChannelRow> {
  return found(
    await tables(ctx)
      .selectFrom('channel')
      .selectAll()
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .where('kind', '=', 'email')
      .where('removed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst(),
  );
}

function found(row: ChannelRow | undefined): ChannelRow {
  if (!row) {
    throw new Refusal('not_found', 'channel.not_found');
  }
  return row;
}

export async function insertChannel(
  ctx: Context,
  row: Insertable<ChannelTables['channel']>,
): Promise<void> {
  await tables(ctx).insertInto('channel').values(row).execute();
  await tables(ctx)
    .insertInto('channel_state')
    .values({
      workspace_id: row.workspace_id,
      channel_id: row.id,
      state: 'off',
      code: null,
      detail: null,
      at: null,
      last_letter_at: null,
      position: null,
      import: null,
    })
    .execute();
  await notifyChannels(ctx);
}

export async function saveChannel(
  ctx: Context,
  id: string,
  columns: Partial<Insertable<ChannelTables['channel']>>,
): Promise<void> {
  await tables(ctx)
    .updateTable('channel')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
  await notifyChannels(ctx);
}

/** Without a notice: the connection that renewed its tokens goes on with them. */
export async function saveChannelSecrets(ctx: Context, id: string, secrets: string): Promise<void> {
  await tables(ctx)
    .updateTable('channel')
    .set({ secrets })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function saveChannelState(
  ctx: Context,
  id: string,
  columns: Partial<Insertable<ChannelTables['channel_state']>>,
): Promise<void> {
  await tables(ctx)
    .updateTable('channel_state')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('channel_id', '=', id)
    .execute();
}

const arrivalEveryMs = 10_000;

/** When letters were last handed over. Written now and then only: hundreds of letters a second would queue for one row. */
export function noteArrival(ctx: Context, channelIds: readonly string[]): void {
  const due = new Date(ctx.now.getTime() - arrivalEveryMs);
  const update = tables(ctx)
    .updateTable('channel_state')
    .set({ last_letter_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('channel_id', '=', sql<string>`any(${[...channelIds]}::uuid[])`)
    .where((or) => or.or([or('last_letter_at', 'is', null), or('last_letter_at', '<', due)]));
  later(ctx.tx, update);
}

export async function lockChannelState(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('channel_state')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('channel_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'channel.not_found');
  }
  return row;
}

/** Active mail channels; the built-in one last, so that a mailbox of the company's own is preferred for sending. */
export async function mailChannels(db: Reader, workspaceId: string): Promise<ChannelRow[]> {
  return db
    .withTables<ChannelTables>()
    .selectFrom('channel')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'email')
    .where('active', '=', true)
    .orderBy('built_in')
    .orderBy('created_at')
    .execute();
}
