import type { Database } from '../../kernel/database.ts';
import { openKnown, type Known } from '../../kernel/known.ts';
import { calendarNotice } from '../calendars/public.ts';
import { compileAvailability, type Availabilities } from './deciding/compile-availability.ts';
import { availabilityNotice } from './notice.ts';
import { readAvailabilitySettings } from './queries/read-settings.ts';

/** Compiled. */
export type AvailabilityMemory = Known<Availabilities>;

export const openAvailabilityMemory = (db: Database): AvailabilityMemory =>
  openKnown(db, {
    channels: [availabilityNotice, calendarNotice],
    read: async (reader, workspaceId) =>
      compileAvailability(await readAvailabilitySettings(reader, workspaceId)),
  });
