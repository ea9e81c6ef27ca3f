import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { readWorkspace } from '../../identity/public.ts';
import {
  copyFiles,
  FileCard,
  findLastRequest,
  readTicket,
  ticketRef,
} from '../../tickets/public.ts';
import { filledText, mustFill } from '../filled-text.ts';
import { readTemplate } from '../queries/read-template.ts';
import { notePast } from '../ranking/past-store.ts';
import { stemsOf } from '../ranking/rank-templates.ts';
import { wordsIn } from '../rules.ts';
import { Locale } from '../schema.ts';
import { countUse, lockTemplate } from '../store.ts';
import { valuesOf } from '../ticket-values.ts';

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
  /** Files are copies of the template's, as if the author had uploaded them. */
  output: z.object({ body: z.string(), html: z.string(), files: z.array(FileCard) }),

  async run(ctx, { templateId, ticketId, locale }) {
    const { tx, actor, now } = ctx;
    const template = await readTemplate(tx, actor, templateId);
    const ticket = await readTicket(tx, actor, ticketId);
    const workspace = await readWorkspace(tx, actor.workspaceId);
    const spoken = locale ?? workspace.locale;
    const words = wordsIn(template.text, spoken);
    if (!words) {
      throw new Refusal('not_found', 'template.not_found');
    }
    const around = { agentName: actor.name, companyName: workspace.name, locale: spoken, now };
    const filled = mustFill(() =>
      filledText(words, valuesOf(ticket, around), {
        locale: spoken,
        timeZone: workspace.timeZone,
        now,
      }),
    );
    // The row first: two uses at once count one after the other.
    await lockTemplate(ctx, templateId);
    await countUse(ctx, templateId);
    const request = await findLastRequest(tx, {
      workspaceId: actor.workspaceId,
      ticketId: ticket.id,
    });
    await notePast(ctx, templateId, {
      stems: stemsOf(`${ticket.subject}\n${request}`).map(({ stem }) => stem),
      categoryId: ticket.category?.id ?? null,
    });
    const files = await copyFiles(
      ctx,
      template.files.map((file) => file.id),
    );
    return { ...filled, files };
  },
});
