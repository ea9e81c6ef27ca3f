import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import type { FieldRecord } from '../fields/field-store.ts';
import { FieldDefinition } from '../schema.ts';
import type { WorkflowTables } from '../tables.ts';

export const toField = (row: FieldRecord): FieldDefinition => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  label: row.label,
  otherLabel: row.other_label,
  choices: row.choices,
  types: row.types,
  version: row.version,
});

export const listFields = defineQuery({
  name: 'workflow.list-fields',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(FieldDefinition) }),
  async run({ db, actor }) {
    const rows = await db
      .withTables<WorkflowTables>()
      .selectFrom('field_definition')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .orderBy('position')
      .orderBy('id')
      .execute();
    return { items: rows.map(toField) };
  },
});
