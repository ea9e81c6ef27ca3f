/** What other modules may use. Nothing else in this folder exists for them. */
export { staysHere, type StaysHere } from './points.ts';
export type { GeneratedLetter, Post } from './generated/post.ts';
export { generatedAnswered, generatedBounced } from './events.ts';
export { retryPlan } from './email/sending/retry-plan.ts';
