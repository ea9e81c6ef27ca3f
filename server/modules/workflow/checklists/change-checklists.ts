import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { lockTicket, ticketRef } from '../../tickets/public.ts';
import { noteChange } from '../notice.ts';
import { toChecklist } from '../queries/list-checklists.ts';
import { Checklist, checklistFields } from '../schema.ts';
import { attachSteps } from './attach-steps.ts';
import * as store from './checklist-store.ts';

const mostChecklists = 200;

function note(
  ctx: CommandContext,
  before: Checklist | null,
  after: Checklist | null,
  how: { restored?: true } = {},
): void {
  const { id: checklistId, name } = (after ?? before) as Checklist;
  noteChange(ctx, {
    ...how,
    kind: 'checklist',
    id: checklistId,
    name,
    before: before && { ...before },
    after: after && { ...after },
  });
}

function mustBeFree(all: readonly store.ChecklistRecord[], name: string, own?: string): void {
  if (all.some((row) => row.id !== own && row.name.toLowerCase() === name.toLowerCase())) {
    throw invalid('name', 'taken');
  }
}

function mustHaveRoom(all: readonly unknown[]): void {
  if (all.length >= mostChecklists) {
    throw new Refusal('not_allowed', 'checklist.too_many');
  }
}

export const addChecklist = defineCommand({
  name: 'workflow.add-checklist',
  permission: 'workflow.change',
  input: z.strictObject({
    name: checklistFields.name,
    steps: checklistFields.steps,
    automatic: checklistFields.automatic.default(false),
    types: checklistFields.types.default([]),
    categoryIds: checklistFields.categoryIds.default([]),
  }),
  output: Checklist,
  async run(ctx, { categoryIds, ...asked }) {
    const all = await store.lockChecklists(ctx);
    mustBeFree(all, asked.name);
    mustHaveRoom(all);
    await store.requireCategories(ctx, categoryIds);
    const checklistId = newId();
    const position = (all.at(-1)?.position ?? 0) + 1;
    const row = { ...asked, id: checklistId, category_ids: categoryIds, position };
    await store.insertChecklist(ctx, row);
    const after = toChecklist(await store.findChecklist(ctx, checklistId));
    note(ctx, null, after);
    return after;
  },
});

/** Tickets keep the steps that they have. */
export const changeChecklist = defineCommand({
  name: 'workflow.change-checklist',
  permission: 'workflow.change',
  input: z.strictObject({
    checklistId: id(),
    version: version().optional(),
    name: checklistFields.name.optional(),
    steps: checklistFields.steps.optional(),
    automatic: checklistFields.automatic.optional(),
    types: checklistFields.types.optional(),
    categoryIds: checklistFields.categoryIds.optional(),
  }),
  output: Checklist,
  async run(ctx, { checklistId, version: seen, categoryIds, ...asked }) {
    const all = await store.lockChecklists(ctx);
    const row = await store.findChecklist(ctx, checklistId);
    mustBeCurrent(row, seen);
    mustBeFree(all, asked.name ?? row.name, checklistId);
    await store.requireCategories(ctx, categoryIds ?? []);
    await store.saveChecklist(ctx, checklistId, {
      ...asked,
      ...(categoryIds && { category_ids: categoryIds }),
      version: row.version + 1,
    });
    const after = toChecklist(await store.findChecklist(ctx, checklistId));
    note(ctx, toChecklist(row), after);
    return after;
  },
});

export const checklistRemoval: RemovalKind = {
  kind: 'checklist',
  permission: 'workflow.change',
  table: 'checklist',
  ordered: true,
  beforeReturn: async (ctx) => mustHaveRoom(await store.lockChecklists(ctx)),
  returned: async (ctx, { id: checklistId }) =>
    note(ctx, null, toChecklist(await store.findChecklist(ctx, checklistId)), { restored: true }),
};

export const removeChecklist = defineCommand({
  name: 'workflow.remove-checklist',
  permission: 'workflow.change',
  input: z.strictObject({ checklistId: id() }),
  output: Removed,
  async run(ctx, { checklistId }) {
    const row = await store.findChecklist(ctx, checklistId);
    const removed = await keepRemoved(ctx, checklistRemoval, row);
    await store.deleteChecklist(ctx, checklistId);
    note(ctx, toChecklist(row), null);
    return removed;
  },
});

/** By hand; steps that the ticket has already are not added a second time. */
export const attachChecklist = defineCommand({
  name: 'workflow.attach-checklist',
  permission: 'ticket.change',
  input: z.strictObject({ ticketId: ticketRef, checklistId: id() }),
  output: z.object({ added: z.int() }),
  async run(ctx, { ticketId, checklistId }) {
    const ticket = await lockTicket(ctx, ticketId);
    if (ticket.merged_into !== null) {
      throw new Refusal('conflict', 'ticket.merged');
    }
    const list = toChecklist(await store.findChecklist(ctx, checklistId));
    const added = await attachSteps(ctx, ticket.id, list, { automatic: false });
    if (added === 0) {
      throw new Refusal('conflict', 'checklist.attached');
    }
    return { added };
  },
});
