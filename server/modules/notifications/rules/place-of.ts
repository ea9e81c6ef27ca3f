const places: Readonly<Record<string, string>> = {
  approval: '/approvals',
  'rule-failed': '/settings/rules',
  'recurrence-failed': '/settings/ticketTemplates',
  'channel-trouble': '/settings/channels',
  'letter-quarantined': '/settings/letters',
  'notification-failed': '/settings/failures',
};

/** Where in the console one sees what a notice is about. */
export const placeOf = (kind: string, ticketNumber: number | null): string =>
  ticketNumber === null ? (places[kind] ?? '/tickets') : `/tickets/${ticketNumber}`;
