import type { Reader } from '../../../../kernel/database.ts';
import type { ComposerTables } from '../../composer-tables.ts';
import type { NameTables } from '../../tables.ts';

/** Whose planned answer it is; undefined when it is planned no longer. */
export async function findPlannedAuthor(
  db: Reader,
  workspaceId: string,
  plannedId: string,
): Promise<{ id: string; name: string } | undefined> {
  return db
    .withTables<ComposerTables & NameTables>()
    .selectFrom('planned_answer')
    .innerJoin('user_account', (join) =>
      join
        .onRef('user_account.workspace_id', '=', 'planned_answer.workspace_id')
        .onRef('user_account.id', '=', 'planned_answer.author_id'),
    )
    .select(['user_account.id', 'user_account.name'])
    .where('planned_answer.workspace_id', '=', workspaceId)
    .where('planned_answer.id', '=', plannedId)
    .executeTakeFirst();
}
