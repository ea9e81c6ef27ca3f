import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { KernelTables } from './kernel-tables.ts';
import { time } from './text.ts';

/** A fact as clients read it: in the timeline of a ticket and in the live stream. */
export const EventLine = z
  .object({
    id: z.string(),
    name: z.string(),
    at: time(),
    ticketId: z.string().nullable(),
    actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
    reason: z
      .object({ code: z.string(), params: z.record(z.string(), z.unknown()).optional() })
      .nullable(),
    changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });
export type EventLine = z.infer<typeof EventLine>;

export function toEventLine(row: Selectable<KernelTables['event']>): EventLine {
  const { reason } = row;
  return {
    id: row.id,
    name: row.name,
    at: row.at.toISOString(),
    ticketId: row.ticket_id,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    reason: reason && { code: reason.code, ...(reason.params && { params: { ...reason.params } }) },
    changes: (row.changes ?? []).map(({ field, from = null, to = null }) => ({ field, from, to })),
    payload: row.payload as Record<string, unknown>,
  };
}
