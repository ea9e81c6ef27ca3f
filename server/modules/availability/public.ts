/** What other modules may use. */
export {
  compileAvailability,
  type Availabilities,
  type Availability,
  type AvailabilitySettings,
} from './deciding/compile-availability.ts';
export type { DutyEntry } from './deciding/compile-duty.ts';
export { absenceBegan, absenceMoved, absenceOver, availabilityChanged } from './events.ts';
export { openAvailabilityMemory, type AvailabilityMemory } from './memory.ts';
export { leftToTheTeam } from './moving/left-to-the-team.data.ts';
export { substitutePolicy } from './moving/substitute-policy.ts';
export { findRecipients, type CallOut } from './queries/find-recipients.ts';
export { readAvailabilitySettings } from './queries/read-settings.ts';
export { startAbsences } from './watch-absences.ts';
