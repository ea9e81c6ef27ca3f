import type { RemovedTask } from '../events.ts';
import type { NewTask, TaskRecord } from './task-store.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const date = (at: string | null): Date | null => (at === null ? null : new Date(at));

export const removedOf = (row: TaskRecord): RemovedTask => ({
  ticketId: row.ticket_id,
  text: row.text,
  assigneeId: row.assignee_id,
  teamId: row.team_id,
  dueAt: iso(row.due_at),
  doneAt: iso(row.done_at),
  doneBy: row.done_by_name,
  position: row.position,
  checklist:
    row.checklist_id === null
      ? null
      : { id: row.checklist_id, name: row.checklist_name ?? '', step: row.step ?? 0 },
  toldAt: iso(row.told_at),
  madeAt: row.made_at.toISOString(),
  madeBy: { id: row.made_by_id, name: row.made_by_name },
});

export const rowOf = (taskId: string, was: RemovedTask): NewTask => ({
  id: taskId,
  ticket_id: was.ticketId,
  text: was.text,
  assignee_id: was.assigneeId,
  team_id: was.teamId,
  due_at: date(was.dueAt),
  done_at: date(was.doneAt),
  done_by_name: was.doneBy,
  position: was.position,
  checklist_id: was.checklist?.id ?? null,
  checklist_name: was.checklist?.name ?? null,
  step: was.checklist?.step ?? null,
  told_at: date(was.toldAt),
  made_at: new Date(was.madeAt),
  made_by_id: was.madeBy.id,
  made_by_name: was.madeBy.name,
});
