import { sql, type Insertable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { later } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { mostTickets, type Outcome, type Selection } from './schema.ts';
import type { DeskTables } from '../desk-tables.ts';
import { conditionsOf } from '../queries/filter-conditions.ts';
import type { TicketTables } from '../tables.ts';
import { visibleTo } from '../visibility.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
type Columns = Omit<Insertable<DeskTables['bulk_act']>, 'workspace_id'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<DeskTables & TicketTables>();

/** How long the results of an act stay readable, and the act can be undone. */
const keptDays = 30;

export async function insertAct(ctx: Context, row: Columns): Promise<void> {
  await tables(ctx)
    .insertInto('bulk_act')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
}

/** The tickets as they are chosen now, the latest first; one more than may be, when there are too many. */
export async function insertTargets(
  ctx: Context,
  actId: string,
  chosen: Selection,
): Promise<number> {
  const { workspaceId } = ctx.actor;
  const conditions =
    'ids' in chosen
      ? [sql<boolean>`ticket.id = any(${sql.val(chosen.ids)}::uuid[])`]
      : [
          ...conditionsOf(chosen.matching, ctx),
          sql<boolean>`ticket.id <> all(${sql.val(chosen.except)}::uuid[])`,
        ];
  const { numAffectedRows = 0n } = await sql`
    insert into bulk_ticket (workspace_id, bulk_act_id, position, ticket_id, outcome)
    select ${workspaceId}::uuid, ${actId}::uuid, row_number() over (), id, 'waiting' from (
      select ticket.id from ticket where ticket.workspace_id = ${workspaceId} and ${visibleTo(ctx.actor)}
        and ${sql.join(conditions, sql` and `)}
      order by ticket.updated_at desc, ticket.id desc limit ${mostTickets + 1}) as chosen`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows);
}

/** Those that an act has changed, for its undo; the last changed first. */
export async function insertTargetsOfUndo(ctx: Context, actId: string, undoOf: string) {
  const { numAffectedRows = 0n } = await sql`
    insert into bulk_ticket (workspace_id, bulk_act_id, position, ticket_id, outcome, before, after)
    select workspace_id, ${actId}::uuid, row_number() over (order by position desc), ticket_id, 'waiting', before, after
    from bulk_ticket where workspace_id = ${ctx.actor.workspaceId} and bulk_act_id = ${undoOf}
      and outcome = 'changed'`.execute(ctx.tx);
  return Number(numAffectedRows);
}

export async function lockAct(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('bulk_act')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  // An act and its results are their maker's; nobody else knows of it.
  if (!row || (ctx.actor.id !== null && row.user_id !== ctx.actor.id)) {
    throw new Refusal('not_found', 'bulk.not_found');
  }
  return row;
}

export async function saveAct(ctx: Context, id: string, columns: Partial<Columns>): Promise<void> {
  await tables(ctx)
    .updateTable('bulk_act')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteOldActs(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000);
  await tables(ctx)
    .deleteFrom('bulk_act')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('created_at', '<', before)
    .where('state', 'in', ['done', 'cancelled'])
    .execute();
}

export type Place = { readonly actId: string; readonly position: number };

/** Nothing when another run has done it already. */
export async function lockWaiting(ctx: Context, { actId, position }: Place) {
  return tables(ctx)
    .selectFrom('bulk_ticket')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('bulk_act_id', '=', actId)
    .where('position', '=', position)
    .where('outcome', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
}

export type Result = {
  outcome: Outcome;
  before?: object;
  after?: object;
  code?: string;
  kept?: unknown[];
};

export function saveOutcome(ctx: Context, at: Place, result: Result): void {
  const { before, after, kept } = result;
  const saved = tables(ctx)
    .updateTable('bulk_ticket')
    .set({
      outcome: result.outcome,
      at: ctx.now,
      code: result.code ?? null,
      ...(before && { before: JSON.stringify(before) }),
      ...(after && { after: JSON.stringify(after) }),
      ...(kept && { kept: JSON.stringify(kept) }),
    })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('bulk_act_id', '=', at.actId)
    .where('position', '=', at.position);
  later(ctx.tx, saved);
}

/** Whatever still waits gets this outcome. */
export async function closeWaiting(ctx: Context, actId: string, result: Result): Promise<void> {
  await tables(ctx)
    .updateTable('bulk_ticket')
    .set({ outcome: result.outcome, code: result.code ?? null, at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('bulk_act_id', '=', actId)
    .where('outcome', '=', 'waiting')
    .execute();
}
