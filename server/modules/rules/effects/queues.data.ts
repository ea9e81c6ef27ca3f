/** Tries beyond our own count: a process that is killed uses one up without having noted it. */
const forCrashes = 5;

/** How often an effect is tried once more; its row counts, so that the last try is known as the last. */
export const ownRetries = 8;
/** A dead address is tried for about three hours. */
export const webhookRetries = 10;

/** Notes, answers and notices: our own tables, in one transaction with the mark "done". */
export const ownQueue = {
  name: 'rules.effect',
  concurrency: 1,
  retries: ownRetries + forCrashes,
  retryDelaySeconds: 2,
  expireSeconds: 120,
};

/** Calls to the outside world. */
export const webhookQueue = {
  name: 'rules.webhook',
  concurrency: 4,
  retries: webhookRetries + forCrashes,
  retryDelaySeconds: 10,
  expireSeconds: 60,
};
