import type { Task } from './workflow-queries.ts';

const order = ['late', 'today', 'later', 'whenever'] as const;
export type Deadline = (typeof order)[number];

export function deadlineOf({ dueAt }: Pick<Task, 'dueAt'>, now: Date): Deadline {
  if (dueAt === null) {
    return 'whenever';
  }
  const due = new Date(dueAt);
  if (due < now) {
    return 'late';
  }
  return due.toDateString() === now.toDateString() ? 'today' : 'later';
}

/** In the order in which they press; inside a group as the server gives them, the nearest first. */
export function groupByDeadline(tasks: readonly Task[], now: Date) {
  const groups = Map.groupBy(tasks, (task) => deadlineOf(task, now));
  return order.flatMap((name) => {
    const list = groups.get(name);
    return list ? [{ name, list }] : [];
  });
}
