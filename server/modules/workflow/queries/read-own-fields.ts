import type { Reader } from '../../../kernel/database.ts';
import { compileOwnFields, type OwnField, type OwnFields } from '../../tickets/public.ts';
import type { WorkflowTables } from '../tables.ts';

/** In their order; removed ones by name only. */
export async function readOwnFields(db: Reader, workspaceId: string): Promise<OwnFields> {
  const rows = await db
    .withTables<WorkflowTables>()
    .selectFrom('field_definition')
    .select(['name', 'kind', 'label', 'other_label', 'choices', 'types', 'removed_at'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const fields = rows
    .filter((row) => row.removed_at === null)
    .map(({ name, kind, label, other_label: otherLabel, choices, types }): [string, OwnField] => [
      name,
      { name, kind, label, otherLabel, choices, types },
    ]);
  const removed = rows.filter((row) => row.removed_at !== null).map(({ name }) => name);
  return compileOwnFields({ known: new Map(fields), removed: new Set(removed) });
}
