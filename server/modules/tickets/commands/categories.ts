import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { forgetRemoval, keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { RemovedIfThere, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, line, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import * as store from '../category-store.ts';

export const Category = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    name: z.string(),
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Category' });

type Row = Awaited<ReturnType<typeof store.lockCategory>>;

const toCategory = ({ id: categoryId, parent_id: parentId, name, archived, version: v }: Row) => ({
  id: categoryId,
  parentId,
  name,
  archived,
  version: v,
});

export const addCategory = defineCommand({
  name: 'tickets.add-category',
  permission: 'category.change',
  input: z.strictObject({ name: line({ min: 1, max: 120 }), parentId: id().nullable().optional() }),
  output: Category,
  async run(ctx, { name, parentId = null }) {
    if (parentId) {
      await store.lockCategory(ctx, parentId);
    }
    const row = { id: newId(), name, parent_id: parentId, archived: false, version: 1 };
    await store.insertCategory(ctx, row);
    note(ctx, 'category.added', null, { ...row, workspace_id: ctx.actor.workspaceId });
    return toCategory({ ...row, workspace_id: ctx.actor.workspaceId });
  },
});

export const changeCategory = defineCommand({
  name: 'tickets.change-category',
  permission: 'category.change',
  input: z.strictObject({
    categoryId: id(),
    version: version().optional(),
    name: line({ min: 1, max: 120 }).optional(),
    parentId: id().nullable().optional(),
    archived: z.boolean().optional(),
  }),
  output: Category,
  async run(ctx, { categoryId, version: seen, name, parentId, archived }) {
    const before = await store.lockCategory(ctx, categoryId);
    mustBeCurrent(before, seen);
    if (parentId && (parentId === categoryId || (await isBelow(ctx, parentId, categoryId)))) {
      throw invalid('parentId', 'below_itself');
    }
    const after = {
      ...before,
      name: name ?? before.name,
      parent_id: parentId === undefined ? before.parent_id : parentId,
      archived: archived ?? before.archived,
      version: before.version + 1,
    };
    await store.saveCategory(ctx, after);
    if (before.archived && !after.archived) {
      await forgetRemoval(ctx, categoryId);
    }
    note(ctx, 'category.changed', before, after);
    return toCategory(after);
  },
});

async function isBelow(ctx: CommandContext, categoryId: string, ancestorId: string) {
  await store.lockCategory(ctx, categoryId);
  return (await store.ancestorsOf(ctx, categoryId)).includes(ancestorId);
}

export const categoryRemoval: RemovalKind = {
  kind: 'category',
  permission: 'category.change',
  table: 'category',
  rowStays: { columns: ['archived'] },
  async returned(ctx, { id: categoryId }) {
    const row = await store.lockCategory(ctx, categoryId);
    const after = { ...row, version: row.version + 1 };
    await store.saveCategory(ctx, after);
    note(ctx, 'category.restored', null, after);
  },
};

/** Tickets keep pointing at it, so it is put away, not removed. */
export const archiveCategory = defineCommand({
  name: 'tickets.archive-category',
  permission: 'category.change',
  input: z.strictObject({ categoryId: id() }),
  output: RemovedIfThere,
  async run(ctx, { categoryId }) {
    const before = await store.lockCategory(ctx, categoryId);
    if (before.archived) {
      return { removalId: null };
    }
    const removed = await keepRemoved(ctx, categoryRemoval, before);
    const after = { ...before, archived: true, version: before.version + 1 };
    await store.saveCategory(ctx, after);
    note(ctx, 'category.archived', before, after);
    return removed;
  },
});

function note(ctx: CommandContext, action: string, before: Row | null, after: Row): void {
  ctx.audit({
    action,
    subject: { kind: 'category', id: after.id, name: after.name },
    before: before && toCategory(before),
    after: toCategory(after),
  });
}
