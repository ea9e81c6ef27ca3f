import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { generatedAnswered, generatedBounced } from '../../channels/public.ts';
import { newId } from '../../../kernel/ids.ts';
import { whisper } from '../../../kernel/live-whisper.ts';
import { dispatchFailed } from '../events.ts';
import { insertNotices } from '../store.ts';
import { endDispatch, lockDispatch } from './dispatch-rows.ts';

/** A letter that had left has come back: it has reached nobody after all. */
const recordReturned = defineCommand({
  name: 'notifications.record-returned',
  permission: 'notice.add',
  input: z.strictObject({ dispatchId: z.string(), code: z.string() }),
  output: z.null(),
  async run(ctx, { dispatchId, code }) {
    const row = await lockDispatch(ctx, dispatchId);
    if (row?.state === 'done') {
      const problem = `bounced.${code}`;
      await endDispatch(ctx, dispatchId, 'failed', problem);
      ctx.emit(dispatchFailed, { dispatchId, way: row.way, problem });
    }
    return null;
  },
});

export const failOnReturned = defineSubscriber({
  name: 'notifications.fail-on-returned',
  on: generatedBounced,
  async handle({ event, execute }) {
    const { generatedId: dispatchId, code } = event.payload;
    await execute(recordReturned, { dispatchId, code });
  },
});

/** A colleague has answered a notice: nothing reads that, and they shall know. */
const sayNotTaken = defineCommand({
  name: 'notifications.say-not-taken',
  permission: 'notice.add',
  input: z.strictObject({ dispatchId: z.string(), fact: z.string() }),
  output: z.null(),
  async run(ctx, { dispatchId, fact }) {
    const row = await lockDispatch(ctx, dispatchId);
    if (row?.user_id) {
      const told = await insertNotices(ctx, [
        {
          id: newId(),
          userId: row.user_id,
          kind: 'reply-not-taken',
          ticketId: row.ticket_id,
          messageId: null,
          actor: { id: null, name: '' },
          preview: '',
          fact,
          words: {},
          inApp: true,
        },
      ]);
      const words = { kind: 'reply-not-taken', ticketId: row.ticket_id };
      whisper(ctx, { to: told.size > 0 ? [row.user_id] : [], event: 'notices', words });
    }
    return null;
  },
});

export const sayOnAnswered = defineSubscriber({
  name: 'notifications.say-on-answered',
  on: generatedAnswered,
  async handle({ event, execute }) {
    const { generatedId: dispatchId } = event.payload;
    await execute(sayNotTaken, { dispatchId, fact: `not-taken:${event.id}` });
  },
});
