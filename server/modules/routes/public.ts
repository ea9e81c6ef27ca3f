/** What other modules may use. Nothing else in this folder exists for them. */
export { startApprovals } from './approvals/watch-approvals.ts';
