/** What other modules may use. Nothing else in this folder exists for them. */
export { startRuleTimers } from './timers/rule-timers.ts';
export type { KnownRules } from './known-rules.ts';
