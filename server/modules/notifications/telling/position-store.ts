import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { Happened } from '../rules/happened.ts';
import type { NoticeTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;
type Place = { readonly tx: string; readonly event_id: string };

const firstId = '00000000-0000-0000-0000-000000000000';
/** Gone past now and then, so that nobody looks through ever more facts that concern nobody. */
const passedBy = 2_000n;
const atOnce = 250;

export type Stretch = {
  readonly events: readonly Happened[];
  readonly more: boolean;
  /** Where to go on; null: nothing to remember. */
  readonly next: Place | null;
};

/** One worker at a time tells a workspace; a lock that writes nothing, so it holds up no reader of the log. */
export async function takesTurn({ tx, actor }: Context): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${actor.workspaceId}, 32)) as taken`.execute(
    tx,
  );
  return rows[0]?.taken ?? false;
}

/** What has happened since the last time and can no longer be preceded by anything. A new workspace begins now. */
export async function readStretch(ctx: Context, names: readonly string[]): Promise<Stretch> {
  const known = await ctx.tx
    .withTables<NoticeTables>()
    .selectFrom('notification_position')
    .select(['tx', 'event_id'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .executeTakeFirst();
  const { settled, future } = await readBounds(ctx, known?.tx ?? '0');
  const present = { tx: settled, event_id: firstId };
  if (!known || future) {
    return { events: [], more: false, next: present };
  }
  const events = await readHappened(ctx, { from: known, settled, names });
  const more = events.length === atOnce;
  const last = events.at(-1);
  if (last) {
    return { events, more, next: more ? { tx: last.tx, event_id: last.id } : present };
  }
  const isFar = BigInt(settled) - BigInt(known.tx) > passedBy;
  return { events, more, next: isFar ? present : null };
}

async function readBounds({ tx }: Context, from: string) {
  const { rows } = await sql<{ settled: string; future: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as settled,
      ${from}::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as future`.execute(tx);
  return rows[0] ?? { settled: '0', future: false };
}

type Asked = { from: Place; settled: string; names: readonly string[] };

async function readHappened({ tx, actor }: Context, { from, settled, names }: Asked) {
  const { rows } = await sql<Happened>`
    select tx::text as tx, id, name, payload, ticket_id as "ticketId", coalesce(changes, '[]') as changes,
      reason ->> 'code' as "reasonCode", actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", at
    from event
    where workspace_id = ${actor.workspaceId} and (tx, id) > (${from.tx}::xid8, ${from.event_id}::uuid)
      and tx < ${settled}::xid8 and name = any(${sql.val(names)}::text[])
    order by event.tx, event.id limit ${atOnce}`.execute(tx);
  return rows;
}

export async function savePosition({ tx, actor }: Context, { tx: to, event_id }: Place) {
  await tx
    .withTables<NoticeTables>()
    .insertInto('notification_position')
    .values({ workspace_id: actor.workspaceId, tx: to, event_id })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ tx: to, event_id }))
    .execute();
}

/** From what happens next on. */
export async function beginNow(ctx: Context): Promise<void> {
  const { settled } = await readBounds(ctx, '0');
  await savePosition(ctx, { tx: settled, event_id: firstId });
}
