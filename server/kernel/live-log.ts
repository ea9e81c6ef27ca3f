import { sql } from 'kysely';
import type { Reader } from './database.ts';
import { toEventLine, type EventLine } from './event-line.ts';
import type { KernelTables } from './kernel-tables.ts';

/** A place in the log that no later commit can slip in front of. `tx` is a transaction id (xid8) in decimal. */
export type Position = { readonly tx: string; readonly id: string };

export type PlacedEvent = { readonly position: Position; readonly line: EventLine };

const firstId = '00000000-0000-0000-0000-000000000000';

/** Now: everything that is not yet below the oldest running transaction comes after it. */
export async function readPosition(db: Reader): Promise<Position> {
  const { rows } = await sql<{ tx: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as tx`.execute(db);
  return { tx: rows[0]?.tx ?? '0', id: firstId };
}

export type Stretch = {
  readonly events: readonly PlacedEvent[];
  /** Committed events are waiting for an older transaction to end. */
  readonly more: boolean;
  /** The position asked for lies ahead of this database, e.g. it was restored from a backup meanwhile. */
  readonly fromFuture: boolean;
};

export async function readAfter(
  db: Reader,
  workspaceId: string,
  { position, until, limit }: { position: Position; until?: Position; limit: number },
): Promise<Stretch> {
  const { rows: bounds } = await sql<{ xmin: string; waiting: boolean; future: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
      ${position.tx}::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as future,
      exists (select 1 from event where workspace_id = ${workspaceId}
        and tx >= pg_snapshot_xmin(pg_current_snapshot())) as waiting`.execute(db);
  const { xmin = '0', waiting = false, future = false } = bounds[0] ?? {};
  const rows = await db
    .withTables<KernelTables>()
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`(tx, id) > (${position.tx}::xid8, ${position.id}::uuid)`)
    .where(sql<boolean>`tx < ${xmin}::xid8`)
    .$if(until !== undefined, (query) =>
      query.where(sql<boolean>`(tx, id) <= (${until?.tx}::xid8, ${until?.id}::uuid)`),
    )
    .orderBy('tx')
    .orderBy('id')
    .limit(limit)
    .execute();
  return {
    events: rows.map((row) => ({ position: { tx: row.tx, id: row.id }, line: toEventLine(row) })),
    more: waiting,
    fromFuture: future,
  };
}

export function readLastEventId(header: string | undefined): Position | null {
  const match = /^(\d{1,20})-([0-9a-f-]{36})$/.exec(header ?? '');
  return match ? { tx: match[1] as string, id: match[2] as string } : null;
}
