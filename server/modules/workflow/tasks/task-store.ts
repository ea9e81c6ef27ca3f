import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { WorkflowTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type TaskRecord = Selectable<WorkflowTables['ticket_task']>;
type Changing =
  | 'text'
  | 'assignee_id'
  | 'team_id'
  | 'due_at'
  | 'done_at'
  | 'done_by_name'
  | 'position'
  | 'told_at';
/** What is undefined stays. */
export type TaskColumns = { readonly [K in Changing]?: TaskRecord[K] | undefined };

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<WorkflowTables>();

export async function lastPosition(ctx: Context, ticketId: string): Promise<number> {
  const row = await tables(ctx)
    .selectFrom('ticket_task')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function countTasks(ctx: Context, ticketId: string): Promise<number> {
  const { n } = await tables(ctx)
    .selectFrom('ticket_task')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow();
  return n;
}

export type NewTask = Omit<Insertable<WorkflowTables['ticket_task']>, 'workspace_id'>;

export const mostTasks = 300;

/** Steps that the ticket has already are left out. @returns how many were added */
export async function insertTasks(ctx: Context, rows: readonly NewTask[]): Promise<number> {
  const { workspaceId } = ctx.actor;
  const added = await tables(ctx)
    .insertInto('ticket_task')
    .values(rows.map((row) => ({ ...row, workspace_id: workspaceId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return added.length;
}

/** The ticket of a task; nothing: there is no such task. */
export async function findTask(ctx: Context, taskId: string): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('ticket_task')
    .select('ticket_id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', taskId)
    .executeTakeFirst();
  return row?.ticket_id;
}

/** The ticket of a task; it is locked before the task, so that nobody solves it meanwhile. */
export async function ticketOfTask(ctx: Context, taskId: string): Promise<string> {
  const ticketId = await findTask(ctx, taskId);
  if (ticketId === undefined) {
    throw taskNotFound();
  }
  return ticketId;
}

export const taskNotFound = () => new Refusal('not_found', 'task.not_found');

/** Where a merged ticket's work goes on. */
export async function livingTicket(ctx: Context, ticketId: string): Promise<string> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, merged_into from ticket where workspace_id = ${workspaceId} and id = ${ticketId}
      union all
      select ticket.id, ticket.merged_into from up join ticket on ticket.workspace_id = ${workspaceId} and ticket.id = up.merged_into
    ) select id from up where merged_into is null`.execute(ctx.tx);
  return rows[0]?.id ?? ticketId;
}

export async function lockTask(ctx: Context, taskId: string): Promise<TaskRecord> {
  const row = await tables(ctx)
    .selectFrom('ticket_task')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', taskId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw taskNotFound();
  }
  return row;
}

export async function saveTask(
  ctx: Context,
  before: TaskRecord,
  columns: TaskColumns,
): Promise<TaskRecord> {
  return tables(ctx)
    .updateTable('ticket_task')
    .set({ ...(columns as Partial<TaskRecord>), version: before.version + 1 })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** No change that anybody else's edit could collide with. */
export async function noteTold(ctx: Context, taskId: string): Promise<void> {
  await tables(ctx)
    .updateTable('ticket_task')
    .set({ told_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', taskId)
    .execute();
}

export async function deleteTask(ctx: Context, taskId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('ticket_task')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', taskId)
    .execute();
}

/** Those who have it to do: the one it is given to, else the team's people. */
export async function doersOf(
  ctx: Context,
  { assignee_id: assigneeId, team_id: teamId }: Pick<TaskRecord, 'assignee_id' | 'team_id'>,
): Promise<string[]> {
  if (assigneeId !== null || teamId === null) {
    return assigneeId === null ? [] : [assigneeId];
  }
  const { rows } = await sql<{ user_id: string }>`select user_id from team_member
    where workspace_id = ${ctx.actor.workspaceId} and team_id = ${teamId}`.execute(ctx.tx);
  return rows.map(({ user_id: userId }) => userId);
}

/** @throws Refusal when it is not a team of this workspace */
export async function requireTeam(ctx: Context, teamId: string): Promise<void> {
  const { rows } = await sql`select 1 from team where workspace_id = ${ctx.actor.workspaceId}
    and id = ${teamId}`.execute(ctx.tx);
  if (rows.length === 0) {
    throw new Refusal('not_allowed', 'team.not_found');
  }
}
