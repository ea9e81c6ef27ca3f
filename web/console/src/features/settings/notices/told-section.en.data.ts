/** Of the list of settings. */
export const toldSections = {
  notifications: {
    title: 'My notifications',
    text: 'What you are told of, by which way, and when not to be disturbed.',
  },
  companyNotifications: {
    title: 'Notifications',
    text: 'Letters to customers about their tickets, and what agents are told of until they choose.',
  },
  failures: {
    title: 'Failed notifications',
    text: 'Letters and calls that reached nobody: whom, why, send again.',
  },
};
