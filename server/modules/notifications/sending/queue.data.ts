import type { QueueSettings } from '../../../kernel/jobs.ts';

/** Letters and calls to people. The retries are for crashes: when to try a refused one again is said by its own row. */
export const dispatchQueue: QueueSettings = {
  name: 'notifications.dispatch',
  concurrency: 2,
  retries: 20,
  retryDelaySeconds: 5,
  expireSeconds: 120,
};
