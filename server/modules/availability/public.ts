/** What other modules may use. */
export {
  compileAvailability,
  type Availabilities,
  type Availability,
  type AvailabilitySettings,
} from './deciding/compile-availability.ts';
export type { DutyEntry } from './deciding/compile-duty.ts';
export { availabilityChanged } from './events.ts';
export { openAvailabilityMemory, type AvailabilityMemory } from './memory.ts';
export { readAvailabilitySettings } from './queries/read-settings.ts';
