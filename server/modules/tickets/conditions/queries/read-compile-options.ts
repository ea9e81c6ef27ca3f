import type { Reader } from '../../../../kernel/database.ts';
import { readWorkspace } from '../../../identity/public.ts';
import type { TicketTables } from '../../tables.ts';
import { categoryTree, noCategories, type CategoryTree } from '../category-tree.ts';
import type { Condition } from '../condition.ts';
import { leavesOf } from '../condition-tree.ts';
import type { CompileOptions } from '../asking.ts';

/** What conditions mean in a workspace, beside what they say. Kept together with what is compiled by it. */
export async function readCompileOptions(
  db: Reader,
  workspaceId: string,
  conditions: readonly Condition[],
): Promise<CompileOptions> {
  const { timeZone } = await readWorkspace(db, workspaceId);
  const namesCategory = conditions.some((condition) =>
    leavesOf(condition).some(({ leaf }) => leaf.field === 'category' && leaf.values?.length),
  );
  const categories = namesCategory ? await readCategories(db, workspaceId) : noCategories;
  return { timeZone, categories };
}

/** Those put away too: tickets of before still have them. */
export const readCategories = async (db: Reader, workspaceId: string): Promise<CategoryTree> =>
  categoryTree(
    await db
      .withTables<TicketTables>()
      .selectFrom('category')
      .select(['id', 'parent_id as parentId'])
      .where('workspace_id', '=', workspaceId)
      .execute(),
  );
