import type { QueueSettings } from '../../../kernel/jobs.ts';

export const moveQueue: QueueSettings = {
  name: 'availability.move-tickets',
  concurrency: 1,
  retries: 20,
  retryDelaySeconds: 1,
  expireSeconds: 3600,
};
