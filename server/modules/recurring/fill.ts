import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import { cleanHtml } from '../../kernel/html/clean-html.ts';
import { textOfHtml } from '../../kernel/html/text-of-html.ts';
import { checkLiquid } from '../../kernel/liquid/check-liquid.ts';
import { fillLiquid } from '../../kernel/liquid/liquid.ts';
import { cutAt } from '../../kernel/text.ts';
import type { RecognisedPerson } from '../customers/public.ts';
import { readWorkspace } from '../identity/public.ts';
import { filledText, firstNameOf, mustFill } from '../templates/public.ts';
import { isOwnFile } from '../tickets/public.ts';
import { ticketTemplateVariables } from './variables.data.ts';

type Texts = { readonly subject: string; readonly body: string; readonly html: string | null };

const longestSubject = 500;

/** What was sent, cleaned. Refuses code that cannot be understood, with its place. */
export function preparedTexts(asked: {
  subject: string;
  body?: string | undefined;
  html?: string | null | undefined;
}): Texts {
  const html = asked.html ? cleanHtml(asked.html, { isOurs: isOwnFile }).html : null;
  const body = (asked.body ?? textOfHtml(html ?? '')).trimEnd();
  const problems = [
    { field: 'subject', problem: checkLiquid(asked.subject, ticketTemplateVariables) },
    {
      field: 'body',
      problem: checkLiquid(html ?? body, ticketTemplateVariables, { html: html !== null }),
    },
  ];
  const errors = problems.flatMap(({ field, problem }) => (problem ? [{ field, ...problem }] : []));
  if (body.trim() === '') {
    errors.push({ field: 'body', code: 'too_short' } as never);
  }
  if (errors.length > 0) {
    throw new Refusal('invalid', 'input.invalid', { errors });
  }
  return { subject: asked.subject, body, html };
}

export type Around = {
  readonly person: RecognisedPerson | null;
  /** Who opens it; a schedule is nobody. */
  readonly agentName: string | null;
  /** The day that it is about. */
  readonly day: Date;
};

/** The texts of a template in the company's language, with its variables filled in. */
export async function filledTexts(
  ctx: CommandContext,
  texts: Texts,
  { person, agentName, day }: Around,
): Promise<Texts> {
  const { name, locale, timeZone } = await readWorkspace(ctx.tx, ctx.actor.workspaceId);
  const customer = {
    name: person?.name ?? null,
    first_name: person ? firstNameOf(person.name) : null,
    email: person?.email ?? null,
  };
  const values = {
    customer,
    requester: customer,
    agent: { name: agentName, first_name: agentName === null ? null : firstNameOf(agentName) },
    company: { name },
    occurrence: { date: day.toISOString() },
    // Opened late, it still speaks of its own day.
    now: day.toISOString(),
    today: day.toISOString(),
  };
  const manner = { locale, timeZone, now: day };
  return mustFill(() => {
    const subject = fillLiquid(texts.subject, values, { ...manner, html: false });
    return {
      subject: cutAt(subject.replaceAll(/\s+/g, ' ').trim(), longestSubject),
      ...filledWords(texts, filledText(texts, values, manner)),
    };
  });
}

const filledWords = ({ html }: Texts, filled: { body: string; html: string }) => ({
  body: filled.body,
  html: html === null ? null : filled.html,
});
