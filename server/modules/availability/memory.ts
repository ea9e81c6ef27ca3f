import type { Database, Reader } from '../../kernel/database.ts';
import { calendarNotice } from '../calendars/public.ts';
import { compileAvailability, type Availabilities } from './deciding/compile-availability.ts';
import { availabilityNotice } from './notice.ts';
import { readAvailabilitySettings } from './queries/read-settings.ts';

export type AvailabilityMemory = {
  /** Compiled; read by `reader` when they are not known yet. */
  of(workspaceId: string, reader: Reader): Promise<Availabilities>;
  close(): Promise<void>;
};

/**
 * Asked for every ticket, changed seldom: kept until somebody changes it, in whatever process. It is read in the transaction that
 * asks, since waiting there for another connection could leave everybody waiting.
 */
export function openAvailabilityMemory(db: Database): AvailabilityMemory {
  const known = new Map<string, Availabilities>();
  /** Grows with every change heard of: what was read before it must not be kept. */
  let edition = 0;
  const forget = (workspaceId?: string) => {
    edition += 1;
    if (workspaceId === undefined) {
      known.clear();
    } else {
      known.delete(workspaceId);
    }
  };
  const listeners = [availabilityNotice, calendarNotice].map((channel) =>
    db.listen(
      channel,
      (workspaceId) => forget(workspaceId),
      () => forget(),
    ),
  );
  return {
    async of(workspaceId, reader) {
      const found = known.get(workspaceId);
      if (found) {
        return found;
      }
      const begun = edition;
      const compiled = compileAvailability(await readAvailabilitySettings(reader, workspaceId));
      if (begun === edition) {
        known.set(workspaceId, compiled);
      }
      return compiled;
    },
    async close() {
      await Promise.all(listeners.map((each) => each.close()));
    },
  };
}
