import type { QueueSettings } from '../../../../kernel/jobs.ts';

/** Retries here are for crashes only; a server that refuses is asked again by the plan of retry-plan.ts. */
export const sendLetterQueue: QueueSettings = {
  name: 'send-letter',
  concurrency: 4,
  retries: 20,
  retryDelaySeconds: 5,
  expireSeconds: 600,
};
