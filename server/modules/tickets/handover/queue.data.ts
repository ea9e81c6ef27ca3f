import type { QueueSettings } from '../../../kernel/jobs.ts';

export const handoverQueue: QueueSettings = {
  name: 'tickets.hand-over',
  concurrency: 1,
  retries: 8,
  retryDelaySeconds: 2,
  expireSeconds: 900,
};
