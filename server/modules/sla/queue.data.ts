import type { QueueSettings } from '../../kernel/jobs.ts';

export const recalculation: QueueSettings = {
  name: 'sla.recalculate',
  concurrency: 1,
  retries: 5,
  retryDelaySeconds: 5,
  expireSeconds: 3600,
};
