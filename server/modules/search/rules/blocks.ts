/**
 * Tickets carry marks of the days they came in, so that a word that half of them have is looked for among the newest
 * only: the index then reads the part of its list that lies in those days. A mark stands for a block of 1, 4, 16, 64 or
 * 256 days, so that a few of them cover any time.
 */
const dayMs = 86_400_000;
const levels = [1, 4, 16, 64, 256] as const;

/** Companies share the index; a mark belongs to one of them. */
const markOf = (workspaceId: string): string => workspaceId.slice(-8);

const blockMark = (workspaceId: string, level: number, block: number) =>
  `b${level}~${markOf(workspaceId)}~${block}`;

export const workspaceMark = (workspaceId: string): string => `w~${markOf(workspaceId)}`;

/** Days since 1970. */
export const dayOf = (at: Date): number => Math.floor(at.getTime() / dayMs);
/** The first day that begins at that time or later. */
export const firstDayFrom = (at: Date): number => Math.ceil(at.getTime() / dayMs);
export const startOfDay = (day: number): Date => new Date(day * dayMs);

export function timeMarks(workspaceId: string, at: Date): string[] {
  return levels.map((days, level) => blockMark(workspaceId, level, Math.floor(dayOf(at) / days)));
}

/** A day a little earlier than asked, from which few blocks cover the `length` days after it. */
export function roundedDown(day: number, length: number): number {
  const days = levels.findLast((each) => each * 4 <= length) ?? 1;
  return Math.floor(day / days) * days;
}

/** Marks of the blocks that cover the days from `from` to before `to`, the largest that fit. */
export function marksBetween(workspaceId: string, from: number, to: number): string[] {
  const marks: string[] = [];
  let at = from;
  while (at < to) {
    const start = at;
    const level = levels.findLastIndex((days) => start % days === 0 && start + days <= to);
    marks.push(blockMark(workspaceId, level, start / (levels[level] ?? 1)));
    at += levels[level] ?? 1;
  }
  return marks;
}
