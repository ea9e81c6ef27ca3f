import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { FieldKind, fieldName } from '../../tickets/public.ts';
import { noteChange } from '../notice.ts';
import { toField } from '../queries/list-fields.ts';
import { FieldDefinition, fieldFields } from '../schema.ts';
import * as store from './field-store.ts';

const mostFields = 100;

function note(
  ctx: CommandContext,
  before: FieldDefinition | null,
  after: FieldDefinition | null,
  how: { restored?: true } = {},
): void {
  const { id: fieldId, label } = (after ?? before) as FieldDefinition;
  noteChange(ctx, {
    ...how,
    kind: 'field',
    id: fieldId,
    name: label,
    before: before && { ...before },
    after: after && { ...after },
  });
}

function mustOfferChoices(kind: string, choices: readonly string[]): void {
  if (kind === 'choice' && choices.length === 0) {
    throw invalid('choices', 'required');
  }
}

function mustHaveRoom(all: readonly unknown[]): void {
  if (all.length >= mostFields) {
    throw new Refusal('not_allowed', 'own_field.too_many');
  }
}

/** Name and kind stay: values that tickets have under them would mean something else. */
export const addField = defineCommand({
  name: 'workflow.add-field',
  permission: 'workflow.change',
  input: z.strictObject({
    name: fieldName,
    kind: FieldKind,
    label: fieldFields.label,
    otherLabel: fieldFields.otherLabel.default(null),
    choices: fieldFields.choices.default([]),
    types: fieldFields.types.default([]),
  }),
  output: FieldDefinition,
  async run(ctx, { otherLabel, ...asked }) {
    const all = await store.lockFields(ctx);
    await store.forgetRetired(ctx, asked.name);
    if (all.some(({ name }) => name === asked.name)) {
      throw invalid('name', 'taken');
    }
    mustHaveRoom(all);
    mustOfferChoices(asked.kind, asked.choices);
    const fieldId = newId();
    const position = (all.at(-1)?.position ?? 0) + 1;
    await store.insertField(ctx, { ...asked, id: fieldId, other_label: otherLabel, position });
    const after = toField(await store.findField(ctx, fieldId));
    note(ctx, null, after);
    return after;
  },
});

export const changeField = defineCommand({
  name: 'workflow.change-field',
  permission: 'workflow.change',
  input: z.strictObject({
    fieldId: id(),
    version: version().optional(),
    label: fieldFields.label.optional(),
    otherLabel: fieldFields.otherLabel.optional(),
    choices: fieldFields.choices.optional(),
    types: fieldFields.types.optional(),
  }),
  output: FieldDefinition,
  async run(ctx, { fieldId, version: seen, otherLabel, ...asked }) {
    const row = await store.findField(ctx, fieldId);
    mustBeCurrent(row, seen);
    mustOfferChoices(row.kind, asked.choices ?? row.choices);
    await store.saveField(ctx, fieldId, {
      ...asked,
      ...(otherLabel !== undefined && { other_label: otherLabel }),
      version: row.version + 1,
    });
    const after = toField(await store.findField(ctx, fieldId));
    note(ctx, toField(row), after);
    return after;
  },
});

/** Tickets have kept what they have under its name: it is shown again. */
export const fieldRemoval: RemovalKind = {
  kind: 'field',
  permission: 'workflow.change',
  table: 'field_definition',
  rowStays: { columns: ['removed_at'] },
  async beforeReturn(ctx, { id: fieldId, row }) {
    const all = await store.lockFields(ctx);
    mustHaveRoom(all);
    // Another one had its name meanwhile, and was removed as well.
    await store.forgetRetired(ctx, String(row['name']), fieldId);
  },
  returned: async (ctx, { id: fieldId }) =>
    note(ctx, null, toField(await store.findField(ctx, fieldId)), { restored: true }),
};

/** What tickets have under its name stays; nothing asks for it any more, and nothing new is written there. */
export const removeField = defineCommand({
  name: 'workflow.remove-field',
  permission: 'workflow.change',
  input: z.strictObject({ fieldId: id() }),
  output: Removed,
  async run(ctx, { fieldId }) {
    const row = await store.findField(ctx, fieldId);
    const removed = await keepRemoved(ctx, fieldRemoval, { id: fieldId, name: row.label });
    await store.retireField(ctx, fieldId);
    note(ctx, toField(row), null);
    return removed;
  },
});
