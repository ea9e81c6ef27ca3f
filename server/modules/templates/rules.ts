export type Words = { readonly body: string; readonly html: string | null };
type Texts = { readonly ru: Words | null; readonly en: Words | null };

/** In the language asked for, else in the one there is. */
export const wordsIn = (texts: Texts, locale: 'ru' | 'en'): Words | null =>
  texts[locale] ?? texts.ru ?? texts.en;

/** "Rita Orlova" is "Rita" to whom we write; what looks like an address or a company stays whole. */
export function firstNameOf(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const isPersonal = rest.length > 0 && rest.length < 3 && /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(first);
  return isPersonal ? first : name.trim();
}
