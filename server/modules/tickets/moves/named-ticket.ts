import type { TicketRecord } from '../store.ts';

/** A ticket in the history of another one, readable when its subject has long been changed. */
export const named = ({
  id,
  number,
  subject,
}: Pick<TicketRecord, 'id' | 'number' | 'subject'>) => ({
  id,
  name: `#${number} ${subject}`.trim(),
});
