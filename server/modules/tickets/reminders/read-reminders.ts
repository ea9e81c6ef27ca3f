import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { time } from '../../../kernel/text.ts';
import { readTicketLines } from '../queries/read-ticket.ts';
import { Status } from '../schema.ts';
import type { ReminderRecord } from './reminder-store.ts';

export const Reminder = z
  .object({
    id: z.string(),
    kind: z.enum(['reminder', 'call']),
    at: time(),
    note: z.string(),
    phone: z.string().nullable(),
    ticket: z
      .object({ id: z.string(), number: z.int(), subject: z.string(), status: Status })
      .nullable(),
    /** When it was shown as due. */
    firedAt: time().nullable(),
    doneAt: time().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Reminder' });
export type Reminder = z.infer<typeof Reminder>;

/** Reminders with the tickets that they are about. */
export async function withTickets(
  db: Reader,
  workspaceId: string,
  rows: readonly ReminderRecord[],
): Promise<Reminder[]> {
  const ids = [...new Set(rows.flatMap((row) => row.ticket_id ?? []))];
  const tickets = await readTicketLines(db, workspaceId, ids);
  return rows.map((row) => {
    const ticket = tickets.get(row.ticket_id ?? '');
    return {
      id: row.id,
      kind: row.kind,
      at: row.at.toISOString(),
      note: row.note,
      phone: row.phone,
      ticket: ticket
        ? { id: ticket.id, number: ticket.number, subject: ticket.subject, status: ticket.status }
        : null,
      firedAt: row.fired_at?.toISOString() ?? null,
      doneAt: row.done_at?.toISOString() ?? null,
      version: row.version,
    };
  });
}

export async function readReminder(
  db: Reader,
  workspaceId: string,
  row: ReminderRecord,
): Promise<Reminder> {
  const [reminder] = await withTickets(db, workspaceId, [row]);
  return reminder as Reminder;
}
