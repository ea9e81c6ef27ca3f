/** What other modules may use. */
export { usedBy, type Clock, type Terms } from './rules/clock.ts';
export { afterThat, type Clocks, type Happening, type Promises } from './rules/promises.ts';
export { startClocks } from './watch-clocks.ts';
export { slaApplied, slaBreached, slaMet, slaPaused, slaResumed, slaWarned } from './events.ts';
