import type { QueueSettings } from '../../kernel/jobs.ts';

/** What a draft would change. A repetition of a page counts nothing twice, one of the whole begins where it was. */
export const previewing: QueueSettings = {
  name: 'sla.preview',
  concurrency: 1,
  retries: 0,
  retryDelaySeconds: 5,
  expireSeconds: 600,
};

export const recalculation: QueueSettings = {
  name: 'sla.recalculate',
  concurrency: 1,
  retries: 5,
  retryDelaySeconds: 5,
  expireSeconds: 3600,
};
