import type { z } from 'zod';
import { invalid } from '../../kernel/errors.ts';
import { cleanHtml } from '../../kernel/html/clean-html.ts';
import { textOfHtml } from '../../kernel/html/text-of-html.ts';
import { isOwnFile } from '../tickets/public.ts';
import { unknownVariable, type Words } from './rules.ts';
import type { templateFields } from './schema.ts';

type Asked = z.output<(typeof templateFields)['text']>;
type Texts = { ru: Words | null; en: Words | null };

/** What was sent, cleaned; a language that is not named stays as it was. Refuses a variable that nobody knows. */
export function preparedTexts(asked: Asked, before: Texts): Texts {
  const texts = { ru: prepared('ru', asked, before), en: prepared('en', asked, before) };
  if (!texts.ru && !texts.en) {
    throw invalid('text', 'required');
  }
  return texts;
}

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
  const unknown = unknownVariable(`${body}\n${html ?? ''}`);
  if (unknown !== null) {
    throw invalid(`text.${locale}`, 'unknown_variable');
  }
  if (body.trim() === '') {
    throw invalid(`text.${locale}`, 'too_short');
  }
  return { body, html };
}
