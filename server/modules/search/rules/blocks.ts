/**
 * Tickets carry marks of the weeks they came in, so that a word that half of them have is looked for among the newest
 * only: the index then reads the part of its list that lies in those weeks. Levels: 1, 4, 16 and 64 weeks.
 */
const weekMs = 7 * 86_400_000;
const levels = [1, 4, 16, 64] as const;

/** Companies share the index; a mark belongs to one of them. */
export const markOf = (workspaceId: string): string => workspaceId.slice(-8);

const blockMark = (workspaceId: string, level: number, index: number) =>
  `b${level}~${markOf(workspaceId)}~${index}`;

const indexOf = (at: Date, weeks: number) => Math.floor(at.getTime() / (weeks * weekMs));

export const workspaceMark = (workspaceId: string): string => `w~${markOf(workspaceId)}`;

export function timeMarks(workspaceId: string, at: Date): string[] {
  return levels.map((weeks, level) => blockMark(workspaceId, level, indexOf(at, weeks)));
}

export type Stretch = {
  /** Any of them. */
  readonly marks: readonly string[];
  /** Everything before this is outside; null: nothing is. */
  readonly from: Date | null;
};

/** Longer and longer stretches that end at `until`, the last one without a beginning. */
export function stretchesBefore(workspaceId: string, until: Date): Stretch[] {
  const stretches: Stretch[] = levels.map((weeks, level) => {
    const last = indexOf(until, weeks);
    return {
      marks: [blockMark(workspaceId, level, last), blockMark(workspaceId, level, last - 1)],
      from: new Date((last - 1) * weeks * weekMs),
    };
  });
  return [...stretches, { marks: [workspaceMark(workspaceId)], from: null }];
}
