/** Letters that ask. A server that is away is tried for some hours; the row says when it was too long. */
export const approvalMailQueue = {
  name: 'approval.mail',
  concurrency: 1,
  retries: 13,
  retryDelaySeconds: 10,
  expireSeconds: 120,
};

/** Whoever asked has to know it in time to ask otherwise. */
export const giveUpAfterMs = 2 * 3_600_000;
