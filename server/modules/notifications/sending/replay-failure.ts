import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { lockDispatch, saveDispatch } from './dispatch-rows.ts';
import { dispatchQueue } from './queue.data.ts';

/** Tries what has failed once more, from the beginning; what is no news any more is left out. */
export const replayFailure = defineCommand({
  name: 'notifications.replay',
  permission: 'notification.change',
  input: z.strictObject({ dispatchId: id() }),
  output: z.object({}),
  async run(ctx, { dispatchId }) {
    const row = await lockDispatch(ctx, dispatchId);
    if (!row) {
      throw new Refusal('not_found', 'notification.not_found');
    }
    if (row.state !== 'failed') {
      throw new Refusal('conflict', 'notification.not_failed');
    }
    await saveDispatch(ctx, dispatchId, {
      state: 'sending',
      attempts: 0,
      problem: null,
      due_at: ctx.now,
      created_at: ctx.now,
      finished_at: null,
    });
    ctx.enqueue({ queue: dispatchQueue.name, payload: { dispatchId } });
    return {};
  },
});
