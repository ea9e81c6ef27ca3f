import { sql, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { refusedBy } from '../../../kernel/refused-writes.ts';
import type { ScriptTables } from './schema.ts';

const refusing = refusedBy({
  taken: { talk_script_name: () => invalid('name', 'taken') },
});

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type ScriptRecord = Selectable<ScriptTables['talk_script']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ScriptTables>();
const asColumns = (row: ScriptRecord) => ({
  ...row,
  condition: JSON.stringify(row.condition) as unknown as ScriptRecord['condition'],
  steps: JSON.stringify(row.steps) as unknown as ScriptRecord['steps'],
});

export async function insertScript(ctx: Context, row: ScriptRecord): Promise<void> {
  await refusing(() => tables(ctx).insertInto('talk_script').values(asColumns(row)).execute());
}

/** Takes the row lock. */
export async function lockScript(ctx: Context, id: string): Promise<ScriptRecord> {
  const row = await tables(ctx)
    .selectFrom('talk_script')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'script.not_found');
  }
  return row;
}

export async function saveScript(ctx: Context, row: ScriptRecord): Promise<void> {
  const {
    id,
    workspace_id: _fixed,
    uses: _counted,
    last_used_at: _noted,
    ...columns
  } = asColumns(row);
  await refusing(() =>
    tables(ctx)
      .updateTable('talk_script')
      .set(columns)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

export async function countUse(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('talk_script')
    .set({ uses: sql<number>`uses + 1`, last_used_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteScript(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('talk_script')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
