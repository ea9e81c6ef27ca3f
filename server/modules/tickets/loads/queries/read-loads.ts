import { sql } from 'kysely';
import type { Reader } from '../../../../kernel/database.ts';
import { preparedRead } from '../../../../kernel/prepared.ts';
import type { Priority } from '../../schema.ts';
import type { TicketTables } from '../../tables.ts';

/** Open tickets that somebody has. */
export type Load = {
  readonly userId: string;
  readonly n: number;
  /** What they weigh together. */
  readonly weight: number;
  /** Grows with every ticket that somebody is given: whose is the smallest has waited longest. */
  readonly turn: string | null;
  /** Those of the tickets asked about that stand behind what has not been folded yet; null: none. */
  readonly seen: readonly string[] | null;
};

export type Weights = Readonly<Record<Priority, number>>;
type Slot = { workspaceId: string; watched: readonly string[] } & Record<Priority, number>;

/** A row for each person: every ticket reads them, and to take a row apart costs more than to add up cells. */
const loads = preparedRead<Slot, Load>((db, slot) =>
  sql<Load>`select user_id as "userId", sum(n)::int as n,
      sum(n * case priority when 'low' then ${slot.low}::int when 'normal' then ${slot.normal}::int
        when 'high' then ${slot.high}::int else ${slot.urgent}::int end)::int as weight,
      max(turn::text) as turn,
      array_agg(ticket_id) filter (where ticket_id = any(${slot.watched}::uuid[])) as seen
    from ticket_load where workspace_id = ${slot.workspaceId} group by user_id`.compile(db),
);

/**
 * Grows with the number of people, not with that of tickets.
 * @param watched tickets of which the caller wants to know whether they are counted already; told for some seconds
 */
export function readLoads(
  db: Reader,
  workspaceId: string,
  { weights, watched = [] }: { weights: Weights; watched?: readonly string[] },
): Promise<Load[]> {
  return loads.all(db, { workspaceId, watched, ...weights });
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
