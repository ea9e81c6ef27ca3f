/** What other modules may use. */
export { usedBy, type Clock, type Terms } from './rules/clock.ts';
export { afterThat, type Clocks, type Happening, type Promises } from './rules/promises.ts';
export { startClocks } from './watch-clocks.ts';
export {
  slaApplied,
  slaBreached,
  slaEscalated,
  slaMet,
  slaPaused,
  slaResumed,
  slaWarned,
} from './events.ts';
export { addPolicy, changePolicy, removePolicy } from './commands/policies.ts';
export { orderPolicies } from './commands/order-policies.ts';
export {
  decideKeeping,
  nextMoment,
  noClocks,
  slaClocks,
  type TicketClocks,
} from './ticket-clocks.ts';
export { readOpenCalendars, type OpenCalendars } from './queries/open-calendars.ts';
export { slaFactsAhead, slaFactsOf } from './queries/sla-facts.ts';
export { changesOfStep } from './escalation/changes-of-step.ts';
export { reasonOfStep } from './escalation/reason-of-step.ts';
export type { FiredStep } from './escalation/decide-escalation.ts';
export type { Told } from './rules/decide.ts';
export { policyFields } from './schema.ts';
export { readSettings as readSlaSettings, type SlaSettings } from './settings.ts';
export type { PolicyRow as SlaPolicyRow } from './queries/read-policies.ts';
