import { sql } from 'kysely';
import type { Reader, Tx } from '../../../kernel/database.ts';
import { subjects, wordless, type Happened } from '../rules/plan-work.ts';
import type { Position, SearchTables } from '../tables.ts';

/** One worker at a time follows a workspace; a lock that writes nothing, so it holds up no reader of the log. */
export async function takesTurn(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${workspaceId}, 10)) as taken`.execute(tx);
  return rows[0]?.taken ?? false;
}

export async function readPosition(db: Reader, workspaceId: string): Promise<Position | undefined> {
  return db
    .withTables<SearchTables>()
    .selectFrom('search_position')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
}

export type Bounds = {
  /** Below it nothing can appear any more. */
  readonly settledTx: string;
  /** The position lies ahead of this database, e.g. it was restored from a dump elsewhere. */
  readonly fromFuture: boolean;
};

export async function readBounds(db: Reader, tx: string): Promise<Bounds> {
  const { rows } = await sql<{ settled: string; future: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as settled,
      ${tx}::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as future`.execute(db);
  return { settledTx: rows[0]?.settled ?? '0', fromFuture: rows[0]?.future ?? false };
}

export type LogPlace = Pick<Position, 'tx' | 'event_id'>;
export type Followed = Happened & { readonly tx: string; readonly id: string };

export async function readHappened(
  db: Reader,
  workspaceId: string,
  { from, settledTx, limit }: { from: LogPlace; settledTx: string; limit: number },
): Promise<Followed[]> {
  const { rows } = await sql<Followed>`
    select tx::text as tx, id, name, ticket_id as "ticketId", payload from event
    where workspace_id = ${workspaceId} and (tx, id) > (${from.tx}::xid8, ${from.event_id}::uuid)
      and tx < ${settledTx}::xid8 and name <> all(${sql.val(wordless)}::text[])
      and split_part(name, '.', 1) = any(${sql.val(subjects)}::text[])
    order by event.tx, event.id limit ${limit}`.execute(db);
  return rows;
}

/** What was there before the index, the newest tickets first. */
export async function readOlderTickets(
  db: Reader,
  workspaceId: string,
  { below, limit }: { below: number; limit: number },
): Promise<{ id: string; number: number }[]> {
  const { rows } = await sql<{ id: string; number: number }>`
    select id, number from ticket where workspace_id = ${workspaceId} and number < ${below}
    order by number desc limit ${limit}`.execute(db);
  return rows;
}

export async function readNextIds(
  db: Reader,
  workspaceId: string,
  { table, above, limit }: { table: 'person' | 'organization'; above: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where workspace_id = ${workspaceId} and id > ${above}
    order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
