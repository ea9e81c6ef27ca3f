import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { LiquidError } from '../../../kernel/liquid/liquid.ts';
import { text } from '../../../kernel/text.ts';
import { readWorkspace, type Workspace } from '../../identity/public.ts';
import { readTicket, ticketRef } from '../../tickets/public.ts';
import { filledText } from '../filled-text.ts';
import { problemIn } from '../prepared-text.ts';
import { findNewestTicket } from '../queries/newest-ticket.ts';
import type { Words } from '../rules.ts';
import { TextProblem, type Locale } from '../schema.ts';
import { valuesOf, type SpokenTicket } from '../ticket-values.ts';

const draft = z
  .strictObject({
    body: text({ max: 50_000 }),
    html: text({ max: 200_000 }).nullable().optional(),
  })
  .nullable()
  .optional();

const Shown = z.object({
  body: z.string().nullable(),
  html: z.string().nullable(),
  problem: TextProblem.nullable(),
});
type Shown = z.infer<typeof Shown>;

/** What a customer would read, in both languages, for a real ticket; changes nothing. */
export const previewTemplate = defineCommand({
  name: 'templates.preview',
  permission: 'template.change',
  input: z.strictObject({
    text: z.strictObject({ ru: draft, en: draft }),
    /** Else the newest one that its reader may see. */
    ticketId: ticketRef.optional(),
  }),
  output: z.object({
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }).nullable(),
    ru: Shown.nullable(),
    en: Shown.nullable(),
  }),

  async run(ctx, { text: drafts, ticketId }) {
    const { tx, actor } = ctx;
    const ref = ticketId ?? (await findNewestTicket(tx, actor));
    const ticket = ref === null ? null : await readTicket(tx, actor, ref);
    const workspace = await readWorkspace(tx, actor.workspaceId);
    const show = (locale: Locale): Shown | null => {
      const words = drafts[locale];
      return words && words.body.trim() !== ''
        ? shown(ctx, { body: words.body, html: words.html ?? null }, { ticket, workspace, locale })
        : null;
    };
    return {
      ticket: ticket && { id: ticket.id, number: ticket.number, subject: ticket.subject },
      ru: show('ru'),
      en: show('en'),
    };
  },
});

type Scene = { ticket: SpokenTicket | null; workspace: Workspace; locale: Locale };

function shown(ctx: CommandContext, words: Words, { ticket, workspace, locale }: Scene): Shown {
  const problem = problemIn(words);
  if (problem || !ticket) {
    return { body: null, html: null, problem };
  }
  const { name: companyName, timeZone } = workspace;
  const values = valuesOf(ticket, { agentName: ctx.actor.name, companyName, locale, now: ctx.now });
  try {
    return { ...filledText(words, values, { locale, timeZone, now: ctx.now }), problem: null };
  } catch (error) {
    if (error instanceof LiquidError) {
      return { body: null, html: null, problem: error.problem };
    }
    throw error;
  }
}
