import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { id } from '../../../../kernel/text.ts';
import { lockTicket, ticketRef, writeAnswer } from '../../../tickets/public.ts';
import { linesOf } from '../rules/walk.ts';
import { stepId } from '../schema.ts';
import { countUse, lockScript } from '../script-store.ts';

/** Writes down which way a talk went, as an internal note; counted as a use. */
export const keepTalkPath = defineCommand({
  name: 'scripts.keep-path',
  permission: 'ticket.note',
  input: z.strictObject({
    ticketId: ticketRef,
    scriptId: id(),
    taken: z
      .array(z.strictObject({ step: stepId, answer: z.int().min(0).max(19).nullable() }))
      .min(1)
      .max(200),
  }),
  output: z.object({ messageId: z.string() }),

  async run(ctx, { ticketId, scriptId, taken }) {
    const ticket = await lockTicket(ctx, ticketId);
    const script = await lockScript(ctx, scriptId);
    const lines = linesOf(script.steps, taken);
    if (!lines) {
      throw new Refusal('conflict', 'script.changed_meanwhile');
    }
    await countUse(ctx, scriptId);
    const isUser = ctx.actor.kind === 'user' || ctx.actor.kind === 'token';
    const { messageId } = await writeAnswer(
      ctx,
      ticket,
      {
        kind: isUser ? 'user' : 'system',
        id: isUser ? ctx.actor.id : null,
        name: ctx.actor.name,
        address: null,
      },
      {
        visibility: 'internal',
        text: {
          body: [script.name, ...lines.map((line) => `• ${line}`)].join('\n'),
          html: null,
          blockedImages: 0,
        },
        attachments: [],
        cc: [],
        changes: {},
      },
    );
    return { messageId };
  },
});
