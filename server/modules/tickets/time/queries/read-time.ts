import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { time } from '../../../../kernel/text.ts';
import { Ref } from '../../../customers/public.ts';

export const Cost = z.object({ amount: z.string(), currency: z.string() }).meta({ id: 'Cost' });

export const TimeEntry = z
  .object({
    id: z.string(),
    /** Where it was written down: a ticket that was merged brings its time along. */
    ticket: z.object({ id: z.string(), number: z.int() }),
    user: Ref,
    minutes: z.int(),
    note: z.string(),
    spentAt: time(),
    byTimer: z.boolean(),
    /** Null without the right to see costs, or without a rate. */
    cost: Cost.nullable(),
    version: z.int(),
  })
  .meta({ id: 'TimeEntry' });
export type TimeEntry = z.infer<typeof TimeEntry>;

export type EntryRow = {
  id: string;
  ticket_id: string;
  number: number;
  user_id: string;
  user_name: string;
  minutes: number;
  note: string;
  spent_at: Date;
  by_timer: boolean;
  amount: string | null;
  currency: string | null;
  version: number;
};

/** `where` speaks of `entry`, `ticket` and `person`. */
export const selectEntries = (workspaceId: string) => sql`
  select entry.id, entry.ticket_id, ticket.number, entry.user_id, person.name as user_name, entry.minutes, entry.note,
    entry.spent_at, entry.by_timer, round(entry.hourly_rate * entry.minutes / 60, 2)::text as amount, entry.currency,
    entry.version
  from time_entry as entry
  join ticket on ticket.workspace_id = entry.workspace_id and ticket.id = entry.ticket_id
  join user_account as person on person.workspace_id = entry.workspace_id and person.id = entry.user_id
  where entry.workspace_id = ${workspaceId}`;

export function toEntry(row: EntryRow, actor: Actor): TimeEntry {
  const maySeeCost = actor.permissions.has('time.cost');
  return {
    id: row.id,
    ticket: { id: row.ticket_id, number: row.number },
    user: { id: row.user_id, name: row.user_name },
    minutes: row.minutes,
    note: row.note,
    spentAt: row.spent_at.toISOString(),
    byTimer: row.by_timer,
    cost:
      maySeeCost && row.amount !== null && row.currency !== null
        ? { amount: row.amount, currency: row.currency }
        : null,
    version: row.version,
  };
}

export async function readEntry(db: Reader, actor: Actor, entryId: string): Promise<TimeEntry> {
  const { rows } = await sql<EntryRow>`${selectEntries(actor.workspaceId)}
    and entry.id = ${entryId}`.execute(db);
  const [row] = rows;
  if (!row) {
    throw new Refusal('not_found', 'time.not_found');
  }
  return toEntry(row, actor);
}
