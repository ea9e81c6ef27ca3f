import { fillLiquid } from '../../../kernel/liquid/liquid.ts';
import type { Workspace } from '../../identity/public.ts';
import { filledText, valuesOf, type SpokenTicket } from '../../templates/public.ts';
import type { CustomerTexts } from '../schema.ts';

export type FilledLetter = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

type Scene = {
  readonly ticket: SpokenTicket;
  readonly workspace: Pick<Workspace, 'name' | 'timeZone'>;
  readonly now: Date;
};

/** @throws LiquidError */
export function fillLetter(
  texts: CustomerTexts,
  locale: 'ru' | 'en',
  { ticket, workspace, now }: Scene,
): FilledLetter {
  const { name: companyName, timeZone } = workspace;
  const values = valuesOf(ticket, { agentName: companyName, companyName, locale, now });
  const filling = { locale, timeZone, now };
  const { subject, body } = texts[locale];
  const filled = filledText({ body, html: null }, values, filling);
  return {
    subject: fillLiquid(subject, values, { ...filling, html: false })
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, 300),
    text: filled.body,
    html: filled.html,
  };
}
