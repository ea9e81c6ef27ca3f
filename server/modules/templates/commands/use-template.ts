import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { escapeHtml, textToHtml } from '../../../kernel/html/text-to-html.ts';
import { id } from '../../../kernel/text.ts';
import { readWorkspace } from '../../identity/public.ts';
import { readTicket, ticketRef } from '../../tickets/public.ts';
import { readTemplate } from '../queries/read-template.ts';
import { fill, firstNameOf, wordsIn } from '../rules.ts';
import { Locale } from '../schema.ts';
import { countUse } from '../store.ts';

/** The text for one ticket and one author, with its variables filled in; counted as a use. */
export const useTemplate = defineCommand({
  name: 'templates.use',
  permission: 'ticket.read',
  input: z.strictObject({
    templateId: id(),
    ticketId: ticketRef,
    /** Else the company's. */
    locale: Locale.optional(),
  }),
  output: z.object({ body: z.string(), html: z.string() }),

  async run(ctx, { templateId, ticketId, locale }) {
    const template = await readTemplate(ctx.tx, ctx.actor, templateId);
    const ticket = await readTicket(ctx.tx, ctx.actor, ticketId);
    const workspace = await readWorkspace(ctx.tx, ctx.actor.workspaceId);
    const words = wordsIn(template.text, locale ?? workspace.locale);
    if (!words) {
      throw new Refusal('not_found', 'template.not_found');
    }
    await countUse(ctx, templateId);
    const { body, html } = fill(
      words,
      {
        'requester.name': ticket.requester.name,
        'requester.first_name': firstNameOf(ticket.requester.name),
        'ticket.number': String(ticket.number),
        'ticket.subject': ticket.subject,
        'agent.name': ctx.actor.name,
        'company.name': workspace.name,
      },
      escapeHtml,
    );
    return { body, html: html ?? textToHtml(body) };
  },
});
