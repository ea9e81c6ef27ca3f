import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { whisper } from '../../../kernel/live-whisper.ts';
import { cutAt } from '../../../kernel/text.ts';
import { readMessageRow } from '../../tickets/public.ts';
import { insertNotices } from '../store.ts';

const previewLength = 200;

/** Tells some people one thing. */
export const addNotices = defineCommand({
  name: 'notifications.add',
  permission: 'notice.add',
  input: z.strictObject({
    kind: z.string(),
    userIds: z.array(z.string()),
    ticketId: z.string(),
    messageId: z.string().nullable(),
    by: z.strictObject({ id: z.string().nullable(), name: z.string() }),
  }),
  output: z.object({ told: z.array(z.string()) }),

  async run(ctx, { kind, userIds, ticketId, messageId, by }) {
    const preview = messageId ? (await readMessageRow(ctx.tx, ctx.actor, messageId)).row.body : '';
    const rows = userIds.map((userId) => ({
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      user_id: userId,
      kind,
      ticket_id: ticketId,
      message_id: messageId,
      actor_id: by.id,
      actor_name: by.name,
      preview: cutAt(preview.replaceAll(/\s+/g, ' ').trim(), previewLength),
      created_at: ctx.now,
      read_at: null,
    }));
    const told = await insertNotices(ctx, rows);
    whisper(ctx, { to: told, event: 'notices', words: { kind, ticketId } });
    return { told };
  },
});
