import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { demoLoaded, demoRemoved } from '../events.ts';
import { lockDemo, saveDemo } from '../store.ts';

/** The life of the demo company has come to the present, or nothing of it is left. Repeating it does nothing. */
export const finishDemo = defineCommand({
  name: 'demo.finish',
  permission: 'workspace.change',
  input: z.strictObject({ from: z.enum(['loading', 'removing']) }),
  output: z.object({ finished: z.boolean() }),

  async run(ctx, { from }) {
    const { workspaceId } = ctx.actor;
    const row = await lockDemo(ctx.tx, workspaceId);
    if (row?.state !== from) {
      return { finished: false };
    }
    const state = from === 'loading' ? ('ready' as const) : ('removed' as const);
    await saveDemo(ctx.tx, workspaceId, { state, done: row.total, changed_at: ctx.now });
    if (from === 'loading') {
      ctx.emit(demoLoaded, { tickets: row.tickets });
    } else {
      ctx.emit(demoRemoved, {});
    }
    return { finished: true };
  },
});
