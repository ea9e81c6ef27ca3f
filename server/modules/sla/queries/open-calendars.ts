import type { Reader } from '../../../kernel/database.ts';
import type { Known } from '../../../kernel/known.ts';
import { compileWorkingTime, readWorkspaceCalendars } from '../../calendars/public.ts';
import type { FactSource } from '../../tickets/public.ts';

type KnownCalendars = { readonly calendars: Known<OpenCalendars> };

/** For conditions: by which calendars work goes on now; the same for every ticket. */
export const workingTimeSource = (memory: KnownCalendars): FactSource => ({
  answers: 'workingTime',
  async read(db, { workspaceId, ticketIds, now }) {
    const openCalendars = (await memory.calendars.of(workspaceId, db)).openAt(now);
    return new Map(ticketIds.map((id) => [id, { openCalendars }]));
  },
});

export type OpenCalendars = { openAt(now: Date): ReadonlySet<string> };

export async function readOpenCalendars(db: Reader, workspaceId: string): Promise<OpenCalendars> {
  const { hours } = await readWorkspaceCalendars(db, workspaceId);
  const compiled = [...hours].map(([id, own]) => [id, compileWorkingTime(own)] as const);
  return {
    openAt: (now) =>
      new Set(compiled.filter(([, time]) => time.isOpen(now.getTime())).map(([id]) => id)),
  };
}
