/** What other modules may use. Nothing else in this folder exists for them. */
export { startRecurrences } from './watch-recurrences.ts';
