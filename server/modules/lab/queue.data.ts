import type { QueueSettings } from '../../kernel/jobs.ts';

/** One after the other: a run takes as much of a processor as it may, and nobody waits for it. */
export const runQueue: QueueSettings = {
  name: 'lab-run',
  concurrency: 1,
  retries: 3,
  retryDelaySeconds: 2,
  expireSeconds: 1_800,
};

/** Looks for what may be forgotten when the time of a run is over. */
export const forgetQueue: QueueSettings = {
  name: 'lab-forget',
  concurrency: 1,
  retries: 5,
  retryDelaySeconds: 60,
  expireSeconds: 60,
};
