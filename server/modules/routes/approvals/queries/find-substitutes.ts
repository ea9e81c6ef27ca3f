import type { Reader } from '../../../../kernel/database.ts';
import { compileAvailability, readAvailabilitySettings } from '../../../availability/public.ts';

/** Who may decide in whose place now: substitute → those who are absent. */
export async function findSubstituted(
  db: Reader,
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
  now: Date,
): Promise<string[]> {
  if (userId === null) {
    return [];
  }
  const known = compileAvailability(await readAvailabilitySettings(db, workspaceId));
  return known.userIds.filter(
    (absent) => absent !== userId && known.absenceOf(absent, now)?.substituteId === userId,
  );
}
