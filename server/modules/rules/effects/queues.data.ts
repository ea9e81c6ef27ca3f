/** Notes, answers and notices: our own tables, in one transaction with the mark "done". */
export const ownQueue = {
  name: 'rules.effect',
  concurrency: 1,
  retries: 8,
  retryDelaySeconds: 2,
  expireSeconds: 120,
};

/** Calls to the outside world. A dead address is tried for about three hours. */
export const webhookQueue = {
  name: 'rules.webhook',
  concurrency: 2,
  retries: 10,
  retryDelaySeconds: 10,
  expireSeconds: 60,
};
