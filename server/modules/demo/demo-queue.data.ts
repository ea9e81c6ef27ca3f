import type { QueueSettings } from '../../kernel/jobs.ts';

export const demoQueue: QueueSettings = {
  name: 'demo',
  concurrency: 1,
  retries: 20,
  retryDelaySeconds: 1,
  expireSeconds: 1800,
};
