import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { isForeignKeyViolation } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { CardRow, CardTables } from './card-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<CardTables>();

export async function insertCard(ctx: Context, row: CardRow): Promise<void> {
  const vip = row.vip_level > 0;
  await inKnownPlace(
    tables(ctx)
      .insertInto('person')
      .values({ ...row, vip })
      .execute(),
  );
}

/** The whole card, with its row lock. One that was merged into another is changed there and not here. */
export async function lockCard(ctx: Context, id: string): Promise<CardRow> {
  const [row] = await lockCards(ctx, [id]);
  if (!row) {
    throw new Refusal('not_found', 'person.not_found');
  }
  if (row.merged_into_id !== null) {
    throw new Refusal('not_allowed', 'person.merged');
  }
  return row;
}

/** In the order of ids, so that two who lock the same cards never wait for each other in a circle. */
export async function lockCards(ctx: Context, ids: readonly string[]): Promise<CardRow[]> {
  return tables(ctx)
    .selectFrom('person')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** What is compared is written anew after this; see matching. */
export async function saveCard(ctx: Context, { workspace_id, id, ...columns }: CardRow) {
  await inKnownPlace(
    tables(ctx)
      .updateTable('person')
      .set({ ...columns, vip: columns.vip_level > 0, matched_at: null })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute(),
  );
}

/** An organization or branch that is not there, or is another workspace's. */
async function inKnownPlace<T>(saving: Promise<T>): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (isForeignKeyViolation(error, 'person_workspace_id_organization_id_fkey')) {
      throw new Refusal('not_allowed', 'organization.not_found');
    }
    throw isForeignKeyViolation(error, 'person_workspace_id_branch_id_fkey')
      ? new Refusal('not_allowed', 'branch.not_found')
      : error;
  }
}

/** A branch belongs to the organization of the card, or the card has none. */
export async function requireBranchOf(
  ctx: Context,
  { branch_id, organization_id }: Pick<CardRow, 'branch_id' | 'organization_id'>,
): Promise<void> {
  if (branch_id === null) {
    return;
  }
  const row = await tables(ctx)
    .selectFrom('branch')
    .select('organization_id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', branch_id)
    .executeTakeFirst();
  if (row?.organization_id !== organization_id) {
    throw new Refusal('not_allowed', 'branch.not_found');
  }
}

/** Whoever a person turned out to be, through any number of merges; themselves when they were never merged. */
export async function survivorOf(ctx: Pick<Context, 'tx' | 'actor'>, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive way (id, into_id, step) as (
      select id, merged_into_id, 0 from person where workspace_id = ${ctx.actor.workspaceId} and id = ${id}::uuid
      union all
      select person.id, person.merged_into_id, step + 1 from way join person on
        person.workspace_id = ${ctx.actor.workspaceId} and person.id = way.into_id
      where step < 100
    )
    select id from way order by step desc limit 1`.execute(ctx.tx);
  return rows[0]?.id ?? id;
}
