import { sql } from 'kysely';
import type { Reader } from '../../../../kernel/database.ts';
import { preparedRead } from '../../../../kernel/prepared.ts';
import type { Priority } from '../../schema.ts';
import type { TicketTables } from '../../tables.ts';

/** Open tickets of one priority that somebody has. */
export type Load = {
  readonly userId: string;
  readonly priority: Priority;
  readonly n: number;
  /** Grows with every ticket that somebody is given: whose is the smallest has waited longest. */
  readonly turn: string | null;
  /** Tickets behind what has not been folded yet. */
  readonly ticketIds: readonly string[];
};

const loads = preparedRead<{ workspaceId: string }, Load>((db, slot) =>
  sql<Load>`select user_id as "userId", priority, sum(n)::int as n, max(turn::text) as turn,
      array_agg(ticket_id) filter (where ticket_id is not null) as "ticketIds"
    from ticket_load where workspace_id = ${slot.workspaceId} group by user_id, priority`.compile(
    db,
  ),
);

/** Grows with the number of people, not with that of tickets. */
export async function readLoads(db: Reader, workspaceId: string): Promise<Load[]> {
  const rows = await loads.all(db, { workspaceId });
  return rows.map((row) => ({ ...row, ticketIds: row.ticketIds ?? [] }));
}

/** Whether `length` or more cells wait to be folded; looks at no more of them than that. */
export async function areLoadsLong(
  db: Reader,
  workspaceId: string,
  length: number,
): Promise<boolean> {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('ticket_load')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('ticket_id', 'is not', null)
    .limit(1)
    .offset(length - 1)
    .executeTakeFirst();
  return row !== undefined;
}
