import { sql } from 'kysely';
import type { Reader } from '../../../../kernel/database.ts';
import type { Status } from '../../schema.ts';
import type { TicketTables } from '../../tables.ts';

export type Cell = {
  readonly status: Status;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly snoozed: boolean;
  readonly n: number;
};

/** How many tickets there are with each status, team and assignee: the folded cells and what came since. */
export type Tally = { readonly folded: readonly Cell[]; readonly fresh: readonly Cell[] };

type Line = { edition: string | null; folded: boolean | null } & {
  [K in keyof Cell]: Cell[K] | null;
};

/** The folded cells of a workspace as of an edition; they change only together with it. */
const known = new Map<string, { readonly edition: string; readonly folded: readonly Cell[] }>();
const mostKnown = 1_000;

/**
 * Right in every snapshot and in every process: fresh cells are few and always read; folded ones, of which a large company
 * has thousands, only when their edition is another one than we know.
 */
export async function readTally(db: Reader, workspaceId: string): Promise<Tally> {
  const lines = await readLines(db, workspaceId, { onlyFresh: true });
  const edition = lines[0]?.edition ?? null;
  const memory = known.get(workspaceId);
  if (edition === null) {
    return { folded: [], fresh: cellsOf(lines, false) };
  }
  if (memory?.edition === edition) {
    return { folded: memory.folded, fresh: cellsOf(lines, false) };
  }
  const all = await readLines(db, workspaceId, { onlyFresh: false });
  const folded = cellsOf(all, true);
  if (known.size >= mostKnown) {
    known.clear();
  }
  known.set(workspaceId, { edition: all[0]?.edition ?? edition, folded });
  return { folded, fresh: cellsOf(all, false) };
}

/** One statement, so that the edition and the cells are of one snapshot. */
async function readLines(db: Reader, workspaceId: string, { onlyFresh }: { onlyFresh: boolean }) {
  const { rows } = await sql<Line>`
    select fold.edition, cell.folded, cell.status, cell.team_id as "teamId", cell.assignee_id as "assigneeId",
      cell.snoozed, cell.n
    from (select ${workspaceId}::uuid as workspace_id) as own
    left join ticket_tally_fold as fold on fold.workspace_id = own.workspace_id
    left join ticket_tally as cell on cell.workspace_id = own.workspace_id
      and ${onlyFresh ? sql`not cell.folded` : sql`true`}`.execute(db);
  return rows;
}

const cellsOf = (lines: readonly Line[], folded: boolean): Cell[] =>
  lines.filter((line) => line.folded === folded) as (Line & Cell)[];

/** Whether `length` or more cells wait to be folded; looks at no more of them than that. */
export async function isTallyLong(
  db: Reader,
  workspaceId: string,
  length: number,
): Promise<boolean> {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('ticket_tally')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`not folded`)
    .limit(1)
    .offset(length - 1)
    .executeTakeFirst();
  return row !== undefined;
}
