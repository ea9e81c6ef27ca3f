import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
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

const Cursor = z.tuple([z.int(), z.uuid()]);

export const listFields = defineQuery({
  name: 'workflow.list-fields',
  permission: 'ticket.read',
  input: z.strictObject(pageInput),
  output: pageOf(FieldDefinition),
  async run({ db, actor }, { limit, after }) {
    const [position, last] = after === undefined ? [0, null] : decodeCursor(after, Cursor);
    const rows = await db
      .withTables<WorkflowTables>()
      .selectFrom('field_definition')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('removed_at', 'is', null)
      .where(sql<boolean>`(${last}::uuid is null or (position, id) > (${position}, ${last}::uuid))`)
      .orderBy('position')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, { item: toField, cursor: (row) => [row.position, row.id] });
  },
});
