import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { demoQueue } from '../demo-queue.data.ts';
import { countMarks, toDemo } from '../queries/read-demo.ts';
import { Demo } from '../schema.ts';
import { lockDemo, saveDemo } from '../store.ts';

/** Asks for the end of the demo company, finished or half loaded. Without one it does nothing. */
export const removeDemo = defineCommand({
  name: 'demo.remove',
  permission: 'workspace.change',
  input: z.strictObject({}),
  output: Demo,

  async run(ctx) {
    const { workspaceId } = ctx.actor;
    const before = await lockDemo(ctx.tx, workspaceId);
    if (!before || before.state === 'removed' || before.state === 'removing') {
      return toDemo(before);
    }
    const total = await countMarks(ctx.tx, workspaceId);
    const columns = { state: 'removing' as const, done: 0, total, changed_at: ctx.now };
    await saveDemo(ctx.tx, workspaceId, columns);
    ctx.enqueue({ queue: demoQueue.name, payload: {} });
    ctx.audit({
      action: 'demo.removed',
      subject: { kind: 'workspace', id: workspaceId, name: '' },
      before: null,
      after: null,
    });
    return toDemo({ ...before, ...columns });
  },
});
