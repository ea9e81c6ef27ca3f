import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { Task } from '../schema.ts';
import type { TaskRecord } from '../tasks/task-store.ts';

type TaskLine = TaskRecord & {
  number: number;
  subject: string;
  status: Task['ticket']['status'];
  assignee_name: string | null;
  team_name: string | null;
};

/** Tasks with what a line shows of their tickets and of who has them. */
export async function selectTasks(
  db: Reader,
  workspaceId: string,
  rest: RawBuilder<unknown>,
): Promise<TaskLine[]> {
  const { rows } = await sql<TaskLine>`
    select task.*, ticket.number, ticket.subject, ticket.status,
      (select name from user_account where workspace_id = task.workspace_id and id = task.assignee_id) as assignee_name,
      (select name from team where workspace_id = task.workspace_id and id = task.team_id) as team_name
    from ticket_task task
    join ticket on ticket.workspace_id = task.workspace_id and ticket.id = task.ticket_id
    where task.workspace_id = ${workspaceId} ${rest}`.execute(db);
  return rows;
}

/** A team that is gone has left its tasks to everybody. */
const named = (id: string | null, name: string | null) =>
  id === null || name === null ? null : { id, name };

export const toTask = (row: TaskLine): Task => ({
  id: row.id,
  ticket: { id: row.ticket_id, number: row.number, subject: row.subject, status: row.status },
  text: row.text,
  assignee: named(row.assignee_id, row.assignee_name),
  team: named(row.team_id, row.team_name),
  dueAt: row.due_at?.toISOString() ?? null,
  doneAt: row.done_at?.toISOString() ?? null,
  doneBy: row.done_by_name,
  checklist:
    row.checklist_id === null ? null : { id: row.checklist_id, name: row.checklist_name ?? '' },
  position: row.position,
  version: row.version,
});

export async function readTask(db: Reader, workspaceId: string, taskId: string): Promise<Task> {
  const [row] = await selectTasks(db, workspaceId, sql`and task.id = ${taskId}`);
  return toTask(row as TaskLine);
}
