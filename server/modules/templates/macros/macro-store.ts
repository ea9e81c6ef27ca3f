import { sql, type Selectable, type Updateable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { refusedBy } from '../../../kernel/refused-writes.ts';
import type { MacroTables } from './schema.ts';

const refusing = refusedBy({
  taken: {
    macro_name: () => invalid('name', 'taken'),
    macro_digit: () => invalid('digit', 'taken'),
  },
  gone: (constraint) =>
    new Refusal(
      'not_allowed',
      constraint === 'macro_template' ? 'template.not_found' : 'team.not_found',
    ),
});

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type MacroRecord = Selectable<MacroTables['macro']>;
export type RunRecord = Selectable<MacroTables['macro_run']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<MacroTables>();

type Columns = Updateable<Omit<MacroTables['macro'], 'workspace_id' | 'id'>>;

export async function insertMacro(
  ctx: Context,
  row: { id: string; name: string; acts: string } & Pick<
    MacroRecord,
    'team_id' | 'types' | 'condition' | 'template_id' | 'digit'
  >,
): Promise<void> {
  await refusing(() =>
    tables(ctx)
      .insertInto('macro')
      .values({
        ...row,
        workspace_id: ctx.actor.workspaceId,
        uses: 0,
        last_used_at: null,
        version: 1,
        created_at: ctx.now,
        changed_at: ctx.now,
      })
      .execute(),
  );
}

/** Takes the row lock. */
export async function lockMacro(ctx: Context, id: string): Promise<MacroRecord> {
  const row = await tables(ctx)
    .selectFrom('macro')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'macro.not_found');
  }
  return row;
}

export async function saveMacro(ctx: Context, id: string, columns: Columns): Promise<void> {
  await refusing(() =>
    tables(ctx)
      .updateTable('macro')
      .set(columns)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

export async function countMacroUse(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('macro')
    .set({ uses: sql<number>`uses + 1`, last_used_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteMacro(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('macro')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function insertRun(
  ctx: Context,
  row: Pick<
    RunRecord,
    'id' | 'macro_id' | 'ticket_id' | 'user_id' | 'request_key' | 'message_id'
  > & {
    before: string;
    after: string;
  },
): Promise<void> {
  await tables(ctx)
    .insertInto('macro_run')
    .values({ ...row, workspace_id: ctx.actor.workspaceId, at: ctx.now, undone_at: null })
    .execute();
}

/** What an earlier copy of the same request has done. */
export async function findRunOf(ctx: Context, requestKey: string): Promise<RunRecord | undefined> {
  return tables(ctx)
    .selectFrom('macro_run')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', ctx.actor.id)
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
}

/** Takes the row lock; somebody else's does not exist. */
export async function lockOwnRun(ctx: Context, id: string): Promise<RunRecord> {
  const row = await tables(ctx)
    .selectFrom('macro_run')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .where('user_id', '=', ctx.actor.id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'macro.run_not_found');
  }
  return row;
}

export async function markUndone(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('macro_run')
    .set({ undone_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
