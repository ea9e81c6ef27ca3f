import type { QueueSettings } from '../../../kernel/jobs.ts';

/** Retries are for crashes: whether and how the letter leaves is the channel's own queue. */
export const plannedAnswerQueue: QueueSettings = {
  name: 'write-planned-answer',
  concurrency: 1,
  retries: 20,
  retryDelaySeconds: 5,
  expireSeconds: 60,
};
