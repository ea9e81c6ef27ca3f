/** What other modules may use. Nothing else in this folder exists for them. */
export { startSearchIndexing } from './follow-log.ts';
export { indexEverything } from './index-everything.ts';
