import { Refusal } from '../../kernel/errors.ts';
import { cleanHtml } from '../../kernel/html/clean-html.ts';
import { textToHtml } from '../../kernel/html/text-to-html.ts';
import { textOfHtml } from '../../kernel/html/text-of-html.ts';
import {
  fillLiquid,
  LiquidError,
  type Filling,
  type LiquidValues,
} from '../../kernel/liquid/liquid.ts';
import { isOwnFile } from '../tickets/public.ts';
import type { Words } from './rules.ts';

export type FilledText = { readonly body: string; readonly html: string };

/**
 * A text with its variables filled in. What has a form is cleaned after filling as well: a value may stand in an address.
 * @throws LiquidError
 */
export function filledText(
  { body, html }: Words,
  values: LiquidValues,
  filling: Omit<Filling, 'html'>,
): FilledText {
  if (html === null) {
    const text = tidy(fillLiquid(body, values, { ...filling, html: false }));
    return { body: text, html: textToHtml(text) };
  }
  const filled = fillLiquid(html, values, { ...filling, html: true });
  const { html: clean } = cleanHtml(filled, { isOurs: isOwnFile });
  return { body: tidy(textOfHtml(clean)), html: clean };
}

/** A condition that has said nothing leaves its line behind. */
const tidy = (text: string): string => text.replaceAll(/\n{3,}/g, '\n\n').trim();

/** For whoever uses it, a text that cannot be filled is a refusal with the place in it. */
export function mustFill<T>(fill: () => T): T {
  try {
    return fill();
  } catch (error) {
    if (error instanceof LiquidError) {
      const { line, about } = error.problem;
      throw new Refusal('not_allowed', 'template.cannot_be_filled', {
        detail: `${line}: ${about}`,
      });
    }
    throw error;
  }
}
