import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { isForeignKeyViolation } from '../../kernel/database.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { refusedBy } from '../../kernel/refused-writes.ts';
import type { TemplateTables } from './schema.ts';

const refusing = refusedBy({
  taken: { template_name: () => invalid('name', 'taken') },
  gone: () => new Refusal('not_allowed', 'team.not_found'),
});

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type TemplateRecord = Selectable<TemplateTables['template']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<TemplateTables>();

export async function insertTemplate(
  ctx: Context,
  row: Insertable<TemplateTables['template']>,
): Promise<void> {
  await refusing(() => tables(ctx).insertInto('template').values(row).execute());
}

/** Takes the row lock. */
export async function lockTemplate(ctx: Context, id: string): Promise<TemplateRecord> {
  const row = await tables(ctx)
    .selectFrom('template')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'template.not_found');
  }
  return row;
}

export async function saveTemplate(ctx: Context, row: TemplateRecord): Promise<void> {
  const { id, workspace_id: _fixed, uses: _counted, last_used_at: _noted, ...columns } = row;
  await refusing(() =>
    tables(ctx)
      .updateTable('template')
      .set(columns)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

export async function countUse(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .updateTable('template')
    .set({ uses: sql<number>`uses + 1`, last_used_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function saveFiles(ctx: Context, id: string, files: readonly string[]): Promise<void> {
  await tables(ctx)
    .deleteFrom('template_file')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('template_id', '=', id)
    .execute();
  if (files.length > 0) {
    const rows = files.map((fileId, position) => ({
      workspace_id: ctx.actor.workspaceId,
      template_id: id,
      position,
      file_id: fileId,
    }));
    await tables(ctx).insertInto('template_file').values(rows).execute();
  }
}

export async function deleteTemplate(ctx: Context, id: string): Promise<void> {
  try {
    await tables(ctx)
      .deleteFrom('template')
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute();
  } catch (error) {
    if (isForeignKeyViolation(error)) {
      throw new Refusal('not_allowed', 'template.in_macro');
    }
    throw error;
  }
}
