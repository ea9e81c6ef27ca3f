import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { noteChange } from '../changes.ts';
import { readTemplate } from '../queries/read-template.ts';
import { deleteTemplate, lockTemplate } from '../store.ts';

/** Answers that were written with it stay what they are; one that a macro answers with stays. */
export const removeTemplate = defineCommand({
  name: 'templates.remove',
  permission: 'template.change',
  input: z.strictObject({ templateId: id() }),
  output: z.object({}),

  async run(ctx, { templateId }) {
    await lockTemplate(ctx, templateId);
    const before = await readTemplate(ctx.tx, ctx.actor, templateId);
    await deleteTemplate(ctx, templateId);
    noteChange(ctx, 'template.removed', before, null);
    return {};
  },
});
