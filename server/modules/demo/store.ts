import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { DemoRow, DemoTables, Mark, MarkKind } from './schema.ts';

const tables = (tx: Tx) => tx.withTables<DemoTables>();

/** The only row of a workspace; whoever does a part of loading or removing holds it meanwhile. */
export async function lockDemo(tx: Tx, workspaceId: string): Promise<DemoRow | undefined> {
  return tables(tx)
    .selectFrom('demo_company')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirst();
}

export async function putDemo(tx: Tx, row: DemoRow): Promise<void> {
  const { workspace_id: _, ...rest } = row;
  await tables(tx)
    .insertInto('demo_company')
    .values(row)
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(rest))
    .execute();
}

export async function saveDemo(
  tx: Tx,
  workspaceId: string,
  columns: Partial<Pick<DemoRow, 'state' | 'done' | 'total' | 'changed_at'>>,
): Promise<void> {
  await tables(tx)
    .updateTable('demo_company')
    .set(columns)
    .where('workspace_id', '=', workspaceId)
    .execute();
}

export async function insertMarks(tx: Tx, workspaceId: string, marks: readonly Mark[]) {
  if (marks.length > 0) {
    await tables(tx)
      .insertInto('demo_mark')
      .values(marks.map((mark) => ({ ...mark, workspace_id: workspaceId })))
      .execute();
  }
}

export async function deleteMarks(
  tx: Tx,
  workspaceId: string,
  { kind, ids }: { kind: MarkKind; ids: readonly string[] },
): Promise<void> {
  await sql`delete from demo_mark where workspace_id = ${workspaceId} and kind = ${kind}
    and id = any(${sql.val(ids)}::uuid[])`.execute(tx);
}

/** What people have split off from tickets of the demo company belongs to it too. */
export async function markSplitTickets(tx: Tx, workspaceId: string): Promise<void> {
  await sql`
    with recursive parts (id) as (
      select id from demo_mark where workspace_id = ${workspaceId} and kind = 'ticket'
      union
      select to_ticket_id from parts join ticket_move on ticket_move.workspace_id = ${workspaceId}
        and ticket_move.from_ticket_id = parts.id and ticket_move.kind = 'split' and undone_at is null
    )
    insert into demo_mark (workspace_id, kind, id, key)
    select ${workspaceId}::uuid, 'ticket', id, 'split:' || id from parts
    on conflict (workspace_id, kind, id) do nothing`.execute(tx);
}

/** A ticket that took in a real one holds messages of it: it is no demonstration any more. */
export async function unmarkTicketsThatTookIn(tx: Tx, workspaceId: string): Promise<void> {
  await sql`delete from demo_mark as mark where workspace_id = ${workspaceId} and kind = 'ticket' and exists (
    select 1 from ticket as real where real.workspace_id = ${workspaceId} and real.merged_into = mark.id
      and not exists (select 1 from demo_mark as own where own.workspace_id = ${workspaceId}
        and own.kind = 'ticket' and own.id = real.id))`.execute(tx);
}
