import { alike, latinOf, titles } from './letters.data.ts';

/** One word of a name in the form in which scripts and spellings no longer matter: Щербаков, Shcherbakov → sherbakov. */
export function skeletonOf(word: string): string {
  const latin = Array.from(plain(word), (letter) => latinOf[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]/g, '');
  return alike.reduce((text, [pattern, form]) => text.replace(pattern, form), latin);
}

/** Lower case without marks above letters, but й stays: "Ёлкин" → "елкин", "Müller" → "muller". */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!и)\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll('ё', 'е');
}

/** The words of a name as they were typed, without titles, addresses and numbers. */
export function wordsOfName(name: string): string[] {
  return plain(name)
    .split(/[^\p{L}\p{N}@._'’-]+/u)
    .map((word) => word.replace(/^[._'’-]+|[._'’-]+$/g, ''))
    .filter((word) => /\p{L}/u.test(word) && !word.includes('@') && !titles.has(word));
}

const patronymic = /(?:[oe]vi?ch|[oe]vna|ichna|inich|ilich|kuzmich|fomich)$/;

/**
 * What a whole name is compared by: its words in no order, patronymic left out where there is more than a name and
 * a family name. Null: nothing that could tell people apart.
 */
export function nameKey(name: string): string | null {
  const words = [...new Set(wordsOfName(name).flatMap((word) => word.split(/[.-]+/)))]
    .map(skeletonOf)
    .filter(Boolean);
  const kept = words.length > 2 ? words.filter((word) => !patronymic.test(word)) : words;
  const key = kept.toSorted().join(' ');
  return key.length >= 3 ? key.slice(0, 200) : null;
}

export type Script = 'cyrillic' | 'latin' | 'mixed';

export function scriptOf(name: string): Script {
  const cyrillic = /\p{Script=Cyrillic}/u.test(name);
  const latin = /\p{Script=Latin}/u.test(name);
  return cyrillic && latin ? 'mixed' : cyrillic ? 'cyrillic' : 'latin';
}
