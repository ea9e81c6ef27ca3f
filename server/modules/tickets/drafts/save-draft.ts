import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id, line, text } from '../../../kernel/text.ts';
import { takeFiles } from '../attachments.ts';
import { keepDraft } from './drafts.ts';
import { Draft } from './queries/read-drafts.ts';
import { requireTicketId } from '../queries/require-ticket.ts';
import { ticketRef } from '../schema.ts';
import { writtenText } from '../written-text.ts';

const yearMs = 366 * 86_400_000;

export const saveDraft = defineCommand({
  name: 'tickets.save-draft',
  permission: 'ticket.read',
  input: z.strictObject({
    ticketId: ticketRef,
    kind: z.enum(['reply', 'note']),
    body: text({ max: 200_000 }),
    html: text({ max: 1_000_000 }).optional(),
    /** As typed: a draft may hold half an address. */
    cc: z
      .array(line({ max: 254 }))
      .max(50)
      .default([]),
    attachments: z.array(id()).max(50).default([]),
    base: id().nullable().default(null),
    /** How long ago the last key was pressed: clocks of devices differ, durations do not. Milliseconds. */
    editedAgoMs: z.int().min(0).max(yearMs).default(0),
    dropAside: z.boolean().default(false),
  }),
  output: z.object({ draft: Draft.nullable() }),

  async run(ctx, { ticketId: ref, kind, base, dropAside, editedAgoMs, ...written }) {
    const { id: userId } = ctx.actor;
    if (userId === null) {
      throw new Refusal('forbidden', 'permission.missing');
    }
    const ticketId = await requireTicketId(ctx.tx, ctx.actor, ref);
    await takeFiles(ctx, written.attachments);
    const { html } = writtenText(written);
    const draft = await keepDraft(
      ctx,
      { userId, ticketId, kind },
      {
        base,
        dropAside,
        text: { ...written, html, editedAt: new Date(ctx.now.getTime() - editedAgoMs) },
      },
    );
    return { draft };
  },
});
