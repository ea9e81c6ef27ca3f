import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import type { ChecklistRecord } from '../checklists/checklist-store.ts';
import { Checklist } from '../schema.ts';
import type { WorkflowTables } from '../tables.ts';

export const toChecklist = (row: ChecklistRecord): Checklist => ({
  id: row.id,
  name: row.name,
  steps: row.steps,
  automatic: row.automatic,
  types: row.types,
  categoryIds: row.category_ids,
  version: row.version,
});

export const listChecklists = defineQuery({
  name: 'workflow.list-checklists',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Checklist) }),
  async run({ db, actor }) {
    const rows = await db
      .withTables<WorkflowTables>()
      .selectFrom('checklist')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .orderBy('position')
      .orderBy('id')
      .execute();
    return { items: rows.map(toChecklist) };
  },
});
