/** What the command line and the start may use. Nothing else in this folder exists for them. */
export { beginWhereNone } from './begin-where-none.ts';
export { loadDemo } from './commands/load-demo.ts';
export { removeDemo } from './commands/remove-demo.ts';
export { runDemo, type RunParts } from './jobs/run-demo.ts';
