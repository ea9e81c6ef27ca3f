/** What other modules may use. */
export { usedBy, type Clock, type Terms } from './rules/clock.ts';
export { afterThat, type Clocks, type Happening, type Promises } from './rules/promises.ts';
