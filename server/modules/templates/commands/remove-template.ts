import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id } from '../../../kernel/text.ts';
import { noteChange } from '../changes.ts';
import { readTemplate } from '../queries/read-template.ts';
import { deleteTemplate, lockTemplate } from '../store.ts';

/** Its files and what it was used for come back with it. */
export const templateRemoval: RemovalKind = {
  kind: 'template',
  permission: 'template.change',
  table: 'template',
  returned: async (ctx, { id: templateId }) =>
    noteChange(ctx, 'template.restored', null, await readTemplate(ctx.tx, ctx.actor, templateId)),
};

/** Answers that were written with it stay what they are; one that a macro answers with stays. */
export const removeTemplate = defineCommand({
  name: 'templates.remove',
  permission: 'template.change',
  input: z.strictObject({ templateId: id() }),
  output: Removed,

  async run(ctx, { templateId }) {
    await lockTemplate(ctx, templateId);
    const before = await readTemplate(ctx.tx, ctx.actor, templateId);
    const removed = await keepRemoved(ctx, templateRemoval, before);
    await deleteTemplate(ctx, templateId);
    noteChange(ctx, 'template.removed', before, null);
    return removed;
  },
});
