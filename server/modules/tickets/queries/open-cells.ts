import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { TicketFilter } from '../filter.ts';
import { openStatuses } from '../schema.ts';
import { sharedConditions } from './filter-conditions.ts';

/** How many open tickets of a team and an assignee fit each filter. */
export type OpenCell = {
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly counts: readonly number[];
};

/** PostgreSQL takes 1,664 columns and 65,535 parameters; beyond this many filters a second pass costs no more than one. */
const mostAtOnce = 60;

/**
 * One walk over the open tickets answers every filter for everybody: who asks differs only in team and assignee, by
 * which the numbers are grouped.
 */
export async function readOpenCells(
  db: Reader,
  workspaceId: string,
  { filters, now }: { filters: readonly TicketFilter[]; now: Date },
): Promise<OpenCell[]> {
  const cells: OpenCell[] = [];
  for (let from = 0; from < filters.length; from += mostAtOnce) {
    const part = filters.slice(from, from + mostAtOnce);
    const columns = part.map(
      (filter) =>
        sql`count(*) filter (where ${sql.join(sharedConditions(filter, now), sql` and `)})::int`,
    );
    const { rows } = await sql<OpenCell>`
      select team_id as "teamId", assignee_id as "assigneeId", array[${sql.join(columns)}] as counts
      from ticket
      where workspace_id = ${workspaceId}
        and status in (${sql.join(openStatuses.map((status) => sql.lit(status)))})
      group by team_id, assignee_id`.execute(db);
    // Each part has counts of its own filters only, at their places.
    const before = Array.from({ length: from }, () => 0);
    cells.push(...rows.map((row) => ({ ...row, counts: [...before, ...row.counts] })));
  }
  return cells;
}
