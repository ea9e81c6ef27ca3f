/** Letters that ask. A server that is away is tried for some hours. */
export const approvalMailQueue = {
  name: 'approval.mail',
  concurrency: 1,
  retries: 10,
  retryDelaySeconds: 10,
  expireSeconds: 120,
};
