import { sql, type RawBuilder } from 'kysely';
import type { CommandContext } from '../commands.ts';
import { isForeignKeyViolation, isUniqueViolation } from '../database.ts';
import { Refusal } from '../errors.ts';
import { isThere, readForeignKeys, type ForeignKey } from './foreign-keys.ts';
import type { RemovalKind, RemovalTables } from './removal-kinds.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
type Part = { readonly position: number; readonly of_table: string; readonly columns: string[] };

export async function lockRemoval({ tx, actor }: Context, removalId: string) {
  const row = await tx
    .withTables<RemovalTables>()
    .selectFrom('removal')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .where('id', '=', removalId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'removal.not_found');
  }
  return row;
}

/** The thing's own row, as it was. */
export async function readKeptRow({ tx, actor }: Context, removalId: string) {
  const { rows } = await sql<{ row: Readonly<Record<string, unknown>> }>`
    select content -> 0 as row from removal_part where workspace_id = ${actor.workspaceId}
      and removal_id = ${removalId} and position = 0`.execute(tx);
  return rows[0]?.row ?? {};
}

/**
 * Makes the rows of a removal be there again, under their old ids. Columns that have gone since are left out, new ones get
 * their default. What would have happened to the rows meanwhile happens now: what names somebody who is gone forgets them
 * or goes with them, as the foreign key says; what somebody has set anew meanwhile stays.
 * @throws Refusal 409 removal.name_taken, removal.place_taken, removal.names_gone, removal.names_removed
 */
export async function putBack(ctx: Context, kind: RemovalKind, removalId: string): Promise<void> {
  const parts = await readParts(ctx, removalId);
  const keys = await readForeignKeys(ctx.tx);
  const [head, ...along] = parts;
  if (!head) {
    throw new Error(`removal ${removalId} has kept nothing`);
  }
  await mustHaveWhatTheyName(ctx, removalId, { parts, keys });
  if (kind.ordered) {
    await makePlace(ctx, kind.table, removalId);
  }
  await refusing(async () => {
    const back = { removalId, part: head, keys };
    await insertPart(ctx, { ...back, ifThere: whenThere(kind) });
    for (const part of along) {
      await insertPart(ctx, { ...back, part, ifThere: sql`on conflict do nothing` });
    }
  });
  await ctx.tx
    .withTables<RemovalTables>()
    .updateTable('removal')
    .set({ restored_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', removalId)
    .execute();
  await sql`delete from removal_part where workspace_id = ${ctx.actor.workspaceId}
    and removal_id = ${removalId}`.execute(ctx.tx);
}

/** The parts, each with those of its columns that there still are. */
async function readParts({ tx, actor }: Context, removalId: string): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select part.position, part.of_table, array(
      select attname::text from pg_attribute where attrelid = part.of_table::regclass and attnum > 0
        and not attisdropped and attgenerated = '' and part.content -> 0 ? attname::text order by attnum) as columns
    from removal_part part where part.workspace_id = ${actor.workspaceId} and part.removal_id = ${removalId}
    order by part.position`.execute(tx);
  return rows;
}

const keptRows = (
  { actor }: Pick<Context, 'actor'>,
  removalId: string,
  { of_table: table, position }: Part,
): RawBuilder<unknown> =>
  sql`removal_part part, jsonb_populate_recordset(null::${sql.table(table)}, part.content) kept
    where part.workspace_id = ${actor.workspaceId} and part.removal_id = ${removalId}
      and part.position = ${position}`;

const whenThere = ({ rowStays }: RemovalKind): RawBuilder<unknown> =>
  rowStays
    ? sql`on conflict (workspace_id, id) do update set ${sql.join(
        rowStays.columns.map(
          (column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`,
        ),
      )}`
    : sql``;

type Insert = {
  readonly removalId: string;
  readonly part: Part;
  readonly keys: readonly ForeignKey[];
  readonly ifThere: RawBuilder<unknown>;
};

async function insertPart(ctx: Context, { removalId, part, keys, ifThere }: Insert): Promise<void> {
  const own = keys.filter(({ table }) => table === part.of_table);
  const forgetting = own.filter(({ onDelete }) => onDelete === 'set_null');
  const values = part.columns.map((column) => {
    const key = forgetting.find(({ forgets }) => forgets.includes(column));
    const value = sql.ref(`kept.${column}`);
    return key ? sql`case when ${isThere(key, 'kept')} then ${value} end` : value;
  });
  const going = own.filter(({ onDelete }) => onDelete === 'cascade');
  const stays = going.map((key) => sql`and ${isThere(key, 'kept')}`);
  await sql`insert into ${sql.table(part.of_table)} (${sql.join(part.columns.map((column) => sql.ref(column)))})
    select ${sql.join(values)} from ${keptRows(ctx, removalId, part)} ${sql.join(stays, sql` `)}
    ${ifThere}`.execute(ctx.tx);
}

type Whole = { readonly parts: readonly Part[]; readonly keys: readonly ForeignKey[] };

/** The thing itself needs all that it names and cannot forget; what comes along needs what could not have gone from under it. */
async function mustHaveWhatTheyName(
  ctx: Context,
  removalId: string,
  { parts, keys }: Whole,
): Promise<void> {
  const tables = new Set(parts.map((part) => part.of_table));
  for (const part of parts) {
    const needed = keys.filter(
      ({ table, named, onDelete }) =>
        table === part.of_table &&
        (onDelete === 'refuse' || (part.position === 0 && onDelete === 'cascade')) &&
        named !== 'workspace' &&
        !tables.has(named),
    );
    for (const key of needed) {
      await mustBeThere(ctx, removalId, { part, key });
    }
  }
}

/** Said by name where it was removed too and can be put back first. */
async function mustBeThere(
  ctx: Context,
  removalId: string,
  { part, key }: { readonly part: Part; readonly key: ForeignKey },
): Promise<void> {
  const goal = sql.ref(`kept.${key.columns.at(-1) ?? 'id'}`);
  const { rows } = await sql<{ name: string | null }>`
    select (select removal.name from removal where removal.workspace_id = ${ctx.actor.workspaceId}
      and removal.subject_id = ${goal} and removal.restored_at is null limit 1) as name
    from ${keptRows(ctx, removalId, part)} and not ${isThere(key, 'kept')} limit 1`.execute(ctx.tx);
  const [missing] = rows;
  if (missing) {
    throw missing.name === null
      ? new Refusal('conflict', 'removal.names_gone')
      : new Refusal('conflict', 'removal.names_removed', { detail: missing.name });
  }
}

/** Whatever has come to its place meanwhile, and what follows that, moves on by one. */
async function makePlace({ tx, actor }: Context, table: string, removalId: string): Promise<void> {
  const own = sql`(select (content -> 0 ->> 'position')::int from removal_part
    where workspace_id = ${actor.workspaceId} and removal_id = ${removalId} and removal_part.position = 0)`;
  await sql`update ${sql.table(table)} set position = position + 1
    where workspace_id = ${actor.workspaceId} and position >= ${own} and exists (
      select 1 from ${sql.table(table)} where workspace_id = ${actor.workspaceId} and position = ${own})`.execute(
    tx,
  );
}

async function refusing(insert: () => Promise<void>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (isUniqueViolation(error)) {
      const { constraint = '' } = error as { constraint?: string };
      throw constraint.endsWith('_name')
        ? new Refusal('conflict', 'removal.name_taken')
        : new Refusal('conflict', 'removal.place_taken');
    }
    throw isForeignKeyViolation(error) ? new Refusal('conflict', 'removal.names_gone') : error;
  }
}
