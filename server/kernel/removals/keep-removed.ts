import { sql, type RawBuilder } from 'kysely';
import type { CommandContext } from '../commands.ts';
import { newId } from '../ids.ts';
import { readForeignKeys, type ForeignKey } from './foreign-keys.ts';
import type { RemovalKind, RemovalTables, Removed, RemovedThing } from './removal-kinds.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

/** A rule of time may have acted on a hundred thousand tickets: no value grows with that. */
const rowsInPart = 1_000;

/**
 * To be called before a thing is deleted, or put out of use, in the transaction that does it: keeps its row and every row
 * that goes with it. The database itself says which those are, by its foreign keys that cascade, so that a table of
 * tomorrow is not forgotten. Rows never leave the database: microseconds, big numbers and sealed secrets stay what they are.
 */
export async function keepRemoved(
  ctx: Context,
  kind: RemovalKind,
  { id, name }: RemovedThing,
): Promise<Removed> {
  const { tx, actor, now } = ctx;
  const removalId = newId();
  await tx
    .withTables<RemovalTables>()
    .insertInto('removal')
    .values({
      workspace_id: actor.workspaceId,
      id: removalId,
      kind: kind.kind,
      subject_id: id,
      name,
      removed_at: now,
      removed_by_id: actor.id,
      removed_by_name: actor.name,
      restored_at: null,
    })
    .execute();
  let position = 0;
  for (const { table, where } of await goingRows(ctx, kind, id)) {
    position += await keepRows(ctx, { removalId, table, where, position });
  }
  return { removalId };
}

/** It was brought back in another way: nothing is left to be put back. */
export async function forgetRemoval({ tx, actor }: Context, subjectId: string): Promise<void> {
  await tx
    .withTables<RemovalTables>()
    .deleteFrom('removal')
    .where('workspace_id', '=', actor.workspaceId)
    .where('subject_id', '=', subjectId)
    .where('restored_at', 'is', null)
    .execute();
}

type Going = { readonly table: string; readonly where: RawBuilder<boolean> };

async function goingRows(ctx: Context, kind: RemovalKind, id: string): Promise<readonly Going[]> {
  const { workspaceId } = ctx.actor;
  const named = (by: string) =>
    sql<boolean>`gone.workspace_id = ${workspaceId}::uuid and gone.${sql.ref(by)} = ${id}::uuid`;
  const head = { table: kind.table, where: named('id') };
  if (kind.rowStays) {
    const along = kind.rowStays.along ?? [];
    return [head, ...along.map(({ table, by }) => ({ table, where: named(by) }))];
  }
  return withCascades(await readForeignKeys(ctx.tx), head);
}

/** What names a row that goes, and goes with it; what names that; and so on. Whatever names comes after what it names. */
function withCascades(keys: readonly ForeignKey[], head: Going): readonly Going[] {
  const found: Going[] = [head];
  for (const above of found) {
    for (const key of keys) {
      if (key.onDelete === 'cascade' && key.named === above.table && key.table !== key.named) {
        found.push({ table: key.table, where: namesGone(key, above) });
      }
    }
  }
  return found;
}

function namesGone(key: ForeignKey, above: Going): RawBuilder<boolean> {
  const columns = (names: readonly string[]) =>
    sql.join(names.map((name) => sql`gone.${sql.ref(name)}`));
  return sql<boolean>`(${columns(key.columns)}) in (
    select ${columns(key.namedColumns)} from ${sql.table(above.table)} gone where ${above.where})`;
}

type Rows = Going & { readonly removalId: string; readonly position: number };

/** @returns how many parts they have become */
async function keepRows(
  { tx, actor }: Context,
  { removalId, table, where, position }: Rows,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with going as (select to_jsonb(gone) as content from ${sql.table(table)} gone where ${where} for update),
    numbered as (select content, (row_number() over () - 1) / ${rowsInPart}::int as part from going),
    kept as (
      insert into removal_part (workspace_id, removal_id, position, of_table, content)
      select ${actor.workspaceId}::uuid, ${removalId}::uuid, ${position}::int + part, ${table}, jsonb_agg(content)
      from numbered group by part returning 1)
    select count(*) as n from kept`.execute(tx);
  return rows[0]?.n ?? 0;
}
