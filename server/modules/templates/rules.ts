import { fillVariables, variablesIn } from '../../kernel/text-variables.ts';

/** What a template may speak of. */
export const templateVariables = [
  'requester.name',
  'requester.first_name',
  'ticket.number',
  'ticket.subject',
  'agent.name',
  'company.name',
] as const;
export type TemplateVariable = (typeof templateVariables)[number];
export type Values = Readonly<Record<TemplateVariable, string>>;

const known: ReadonlySet<string> = new Set(templateVariables);

/** The first variable that nobody knows; null when all are known. */
export const unknownVariable = (text: string): string | null =>
  variablesIn(text).find((name) => !known.has(name)) ?? null;

export type Words = { readonly body: string; readonly html: string | null };
type Texts = { readonly ru: Words | null; readonly en: Words | null };

/** In the language asked for, else in the one there is. */
export const wordsIn = (texts: Texts, locale: 'ru' | 'en'): Words | null =>
  texts[locale] ?? texts.ru ?? texts.en;

export function fill(
  { body, html }: Words,
  values: Values,
  escape: (value: string) => string,
): Words {
  return {
    body: fillVariables(body, values),
    html: html === null ? null : fillVariables(html, values, { escape }),
  };
}

/** "Rita Orlova" is "Rita" to whom we write; what looks like an address or a company stays whole. */
export function firstNameOf(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const isPersonal = rest.length > 0 && rest.length < 3 && /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(first);
  return isPersonal ? first : name.trim();
}
