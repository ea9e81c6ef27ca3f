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
  /** Those of the tickets asked about that stand behind what has not been folded yet. */
  readonly seen: readonly string[];
};

type Slot = { workspaceId: string; watched: readonly string[] };

const loads = preparedRead<Slot, Load>((db, slot) =>
  sql<Load>`select user_id as "userId", priority, sum(n)::int as n, max(turn::text) as turn,
      array_agg(ticket_id) filter (where ticket_id = any(${slot.watched}::uuid[])) as seen
    from ticket_load where workspace_id = ${slot.workspaceId} group by user_id, priority`.compile(
    db,
  ),
);

/**
 * Grows with the number of people, not with that of tickets.
 * @param watched tickets of which the caller wants to know whether they are counted already; told for some seconds
 */
export async function readLoads(
  db: Reader,
  workspaceId: string,
  watched: readonly string[] = [],
): Promise<Load[]> {
  const rows = await loads.all(db, { workspaceId, watched });
  return rows.map((row) => ({ ...row, seen: row.seen ?? [] }));
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
