import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { previewing } from '../queue.data.ts';
import { nothingFound } from './compare.ts';
import { readBothSettings } from './draft-settings.ts';
import { insertPreview } from './preview-store.ts';
import { SlaDraft } from './schema.ts';

/** What a draft would change over all open tickets: asked for here, found in the background, read by `get-preview`. */
export const startPreview = defineCommand({
  name: 'sla.start-preview',
  permission: 'sla.change',
  input: z.strictObject({ draft: SlaDraft }),
  output: z.object({ previewId: z.string() }),

  async run(ctx, { draft }) {
    const { id: userId, workspaceId } = ctx.actor;
    if (userId === null) {
      throw new Refusal('not_allowed', 'user.not_found');
    }
    await readBothSettings(ctx.tx, workspaceId, draft);
    const previewId = newId();
    await insertPreview(ctx, { id: previewId, userId, draft, found: nothingFound });
    ctx.enqueue({ queue: previewing.name, payload: { previewId } });
    return { previewId };
  },
});
