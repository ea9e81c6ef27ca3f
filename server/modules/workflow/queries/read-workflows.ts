import type { Reader } from '../../../kernel/database.ts';
import { noCategories, readCategories, withBelow } from '../../tickets/public.ts';
import type { Stored } from '../rules/workflow.ts';
import type { WorkflowTables } from '../tables.ts';
import { readOwnFields } from './read-own-fields.ts';

/** The settings of a workspace as they are asked for with every ticket. */
export async function readStored(db: Reader, workspaceId: string): Promise<Stored> {
  const tables = db.withTables<WorkflowTables>();
  const statuses = await tables
    .selectFrom('own_status')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const workflows = await tables
    .selectFrom('workflow')
    .select(['type', 'definition'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const checklists = await tables
    .selectFrom('checklist')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('automatic', '=', true)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const byCategory = checklists.some(({ category_ids: ids }) => ids.length > 0);
  const tree = byCategory ? await readCategories(db, workspaceId) : noCategories;
  return {
    statuses,
    definitions: workflows.map(({ type, definition }) => ({ type, ...definition })),
    fields: await readOwnFields(db, workspaceId),
    checklists: checklists.map(({ id, name, steps, types, category_ids: categoryIds }) => ({
      id,
      name,
      steps,
      types,
      categoryIds: [...withBelow(tree, categoryIds)],
    })),
  };
}
