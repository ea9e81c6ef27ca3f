/** What other modules may use. Nothing else in this folder exists for them. */
export { staysHere, type StaysHere } from './points.ts';
