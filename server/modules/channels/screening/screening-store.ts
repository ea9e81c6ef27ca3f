import { sql, type Insertable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { later, notifyAfterCommit } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { AttachmentPolicy, ScreeningTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ScreeningTables>();

/** Told on every change, so that every process forgets what it has compiled. */
export const screeningNotice = 'otklik_screening';

const notify = ({ tx, actor }: Context) =>
  notifyAfterCommit(tx, screeningNotice, actor.workspaceId);

export async function insertBlockEntry(
  ctx: Context,
  row: Insertable<ScreeningTables['block_entry']>,
): Promise<void> {
  const inserted = await tables(ctx)
    .insertInto('block_entry')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'kind', 'value']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) {
    throw new Refusal('not_allowed', 'block.exists');
  }
  notify(ctx);
}

export async function lockBlockEntry(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('block_entry')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'block.not_found');
  }
  return row;
}

export async function deleteBlockEntry(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('block_entry')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
  notify(ctx);
}

/** Counts a catch; the entry may be gone meanwhile. */
export function countCaught(ctx: Context, id: string): void {
  later(
    ctx.tx,
    tables(ctx)
      .updateTable('block_entry')
      .set({ caught: sql`caught + 1`, last_caught_at: ctx.now })
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id),
  );
}

export async function savePolicy(
  ctx: Context,
  { mail, forms, version }: AttachmentPolicy,
): Promise<void> {
  const columns = { mail: JSON.stringify(mail), forms: JSON.stringify(forms), version };
  await tables(ctx)
    .insertInto('attachment_policy')
    .values({ workspace_id: ctx.actor.workspaceId, ...columns })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns))
    .execute();
  notify(ctx);
}

/** Holds the policy, whether there is a row of it yet or not. */
export async function lockPolicy({ tx, actor }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attachment policy ${actor.workspaceId}`}, 0))`.execute(
    tx,
  );
}
