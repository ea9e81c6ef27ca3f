/** What other modules may use. */
export { usedBy, type Clock, type Terms } from './rules/clock.ts';
export { afterThat, type Clocks, type Happening, type Promises } from './rules/promises.ts';
export { startClocks } from './watch-clocks.ts';
export { slaApplied, slaBreached, slaMet, slaPaused, slaResumed, slaWarned } from './events.ts';
export { addPolicy, changePolicy, removePolicy } from './commands/policies.ts';
export { clocksAfter, slaClocks, type TicketClocks } from './ticket-clocks.ts';
export { ringing, type Decided, type Told } from './rules/decide.ts';
export { policyFields } from './schema.ts';
export { readSettings as readSlaSettings, type SlaSettings } from './settings.ts';
export type { PolicyRow as SlaPolicyRow } from './queries/read-policies.ts';
