import type { z } from 'zod';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { cleanHtml } from '../../kernel/html/clean-html.ts';
import { textOfHtml } from '../../kernel/html/text-of-html.ts';
import { checkLiquid } from '../../kernel/liquid/check-liquid.ts';
import { isOwnFile } from '../tickets/public.ts';
import type { Words } from './rules.ts';
import type { templateFields } from './schema.ts';
import { templateVariables } from './variables.data.ts';

type Asked = z.output<(typeof templateFields)['text']>;
type Texts = { ru: Words | null; en: Words | null };

/** What was sent, cleaned; a language that is not named stays as it was. Refuses code that cannot be understood, with its place. */
export function preparedTexts(asked: Asked, before: Texts): Texts {
  const texts = { ru: prepared('ru', asked, before), en: prepared('en', asked, before) };
  if (!texts.ru && !texts.en) {
    throw invalid('text', 'required');
  }
  return texts;
}

/** The first mistake in a text; null: none. What has a form is used by its form. */
export const problemIn = ({ body, html }: Words) =>
  html === null
    ? checkLiquid(body, templateVariables)
    : checkLiquid(html, templateVariables, { html: true });

function prepared(locale: 'ru' | 'en', asked: Asked, before: Texts): Words | null {
  const words = asked[locale];
  if (words === undefined) {
    return before[locale];
  }
  if (words === null) {
    return null;
  }
  const html = words.html === undefined ? null : cleanHtml(words.html, { isOurs: isOwnFile }).html;
  const body = (words.body ?? textOfHtml(words.html ?? '')).trimEnd();
  const problem = problemIn({ body, html });
  if (problem) {
    throw new Refusal('invalid', 'input.invalid', {
      errors: [{ field: `text.${locale}`, ...problem }],
    });
  }
  if (body.trim() === '') {
    throw invalid(`text.${locale}`, 'too_short');
  }
  return { body, html };
}
