/** What the command line may use. Nothing else in this folder exists for it. */
export { loadDemo } from './commands/load-demo.ts';
export { removeDemo } from './commands/remove-demo.ts';
export { runDemo, type RunParts } from './jobs/run-demo.ts';
export { readDemoRow, toDemo } from './queries/read-demo.ts';
