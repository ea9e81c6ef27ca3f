import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
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

const Cursor = z.tuple([z.int(), z.uuid()]);

export const listChecklists = defineQuery({
  name: 'workflow.list-checklists',
  permission: 'ticket.read',
  input: z.strictObject(pageInput),
  output: pageOf(Checklist),
  async run({ db, actor }, { limit, after }) {
    const [position, last] = after === undefined ? [0, null] : decodeCursor(after, Cursor);
    const rows = await db
      .withTables<WorkflowTables>()
      .selectFrom('checklist')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where(sql<boolean>`(${last}::uuid is null or (position, id) > (${position}, ${last}::uuid))`)
      .orderBy('position')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, { item: toChecklist, cursor: (row) => [row.position, row.id] });
  },
});
