import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { TicketRecord } from '../../tickets/public.ts';
import type { WorkflowTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type StatusRecord = Selectable<WorkflowTables['own_status']>;
type Columns = Omit<Insertable<WorkflowTables['own_status']>, 'workspace_id'>;

/** What is undefined stays. */
type Changed = { readonly [K in keyof Columns]?: Columns[K] | undefined };

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<WorkflowTables>();

/** One change of the statuses of a workspace at a time: names and places follow each other. */
export async function lockStatuses({ tx, actor }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`own statuses ${actor.workspaceId}`}, 0))`.execute(
    tx,
  );
}

export async function allStatuses(ctx: Context): Promise<StatusRecord[]> {
  return tables(ctx)
    .selectFrom('own_status')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** As it is now, by whoever holds the lock of them all. */
export async function statusOf(ctx: Context, id: string): Promise<StatusRecord> {
  const found = (await allStatuses(ctx)).find((row) => row.id === id);
  if (!found || found.retired) {
    throw new Refusal('not_found', 'own_status.not_found');
  }
  return found;
}

export async function insertStatus(ctx: Context, row: Columns): Promise<void> {
  await tables(ctx)
    .insertInto('own_status')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
}

export async function saveStatus(ctx: Context, id: string, columns: Changed): Promise<void> {
  await tables(ctx)
    .updateTable('own_status')
    .set(columns as Partial<Columns>)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** In the order given; those not named follow as they stood. */
export async function saveOrder(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update own_status set position = placed.at from (
      select id, row_number() over (order by array_position(${sql.val(ids)}::uuid[], id) nulls last, position, id)::int as at
      from own_status where workspace_id = ${ctx.actor.workspaceId}
    ) placed
    where own_status.workspace_id = ${ctx.actor.workspaceId} and own_status.id = placed.id`.execute(
    ctx.tx,
  );
}

export async function deleteStatus(ctx: Context, id: string): Promise<void> {
  const { workspaceId } = ctx.actor;
  // Nobody goes there any more: whoever was on the way to it goes where a ticket of its class begins.
  await sql`update own_status set moves_to = null where workspace_id = ${workspaceId} and moves_to = ${id}`.execute(
    ctx.tx,
  );
  await tables(ctx)
    .deleteFrom('own_status')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function isInUse(ctx: Context, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ticket where workspace_id = ${ctx.actor.workspaceId}
    and own_status_id = ${id} limit 1`.execute(ctx.tx);
  return rows.length > 0;
}

/** Some of the living tickets that still have it; `unless`: those of another class only. Whoever works on one keeps it. */
export async function lockSomeIn(
  ctx: Context,
  id: string,
  { unless, limit }: { readonly unless: string | null; readonly limit: number },
): Promise<TicketRecord[]> {
  const other = unless === null ? sql`true` : sql`status <> ${unless}`;
  const { rows } = await sql<TicketRecord>`
    select * from ticket where workspace_id = ${ctx.actor.workspaceId} and own_status_id = ${id}
      and status <> 'spam' and merged_into is null and ${other}
    order by updated_at desc limit ${limit} for update`.execute(ctx.tx);
  return rows;
}

/** Spam and merged tickets change no more; they only lose what is going away. */
export async function forgetInTheDead(ctx: Context, id: string): Promise<void> {
  await sql`update ticket set own_status_id = null where workspace_id = ${ctx.actor.workspaceId}
    and own_status_id = ${id} and (status = 'spam' or merged_into is not null)`.execute(ctx.tx);
}
