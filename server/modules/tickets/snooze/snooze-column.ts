import type { TicketRecord } from '../store.ts';

type Until = TicketRecord['snoozed_until'];

/** PostgreSQL's `infinity` stands for "until the customer answers". */
export const snoozeColumn = (snooze: string | null): Until =>
  snooze === null ? null : snooze === 'answer' ? Number.POSITIVE_INFINITY : new Date(snooze);

export function snoozeOf({ snoozed_until: until }: { readonly snoozed_until: Until }) {
  return until instanceof Date ? until.toISOString() : until === null ? null : 'answer';
}
