import { plain, skeletonOf } from './folding.ts';

/** One thing that must be true of whoever is looked for: a key of theirs begins with one of these. */
export type Wanted = { readonly kind: 'word' | 'digits'; readonly beginnings: readonly string[] };

const looksLikePhone = /^[+(]?\d[\d\s().+-]*$/;

/** What was typed, as beginnings of keys: "+7 912 34", "8912", "иванов ив", "rita@per". */
export function wantedBy(typed: string): Wanted[] {
  const text = typed.trim();
  const digits = text.replace(/\D/g, '');
  if (looksLikePhone.test(text) && digits.length >= 3) {
    return [{ kind: 'digits', beginnings: beginningsOfPhone(text, digits) }];
  }
  return plain(text)
    .split(/[\s,;"«»()]+/u)
    .map((word) => word.replace(/^[._'’-]+|['’]+$/g, ''))
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => ({ kind: 'word' as const, beginnings: beginningsOfWord(word) }));
}

/** "8 912" is dialled inside the country for what is written "+7 912"; "8-10" and "00" lead abroad. */
function beginningsOfPhone(text: string, digits: string): string[] {
  if (text.startsWith('+')) {
    return [digits];
  }
  const abroad = digits.replace(/^(?:810|00)/, '');
  return [
    ...new Set([digits, ...(abroad === digits ? [] : [abroad])]),
    ...(digits.startsWith('8') ? [`7${digits.slice(1)}`, digits.slice(1)] : []),
  ].filter(Boolean);
}

function beginningsOfWord(word: string): string[] {
  const skeleton = /[@\d]/.test(word) ? '' : skeletonOf(word);
  return [...new Set([word, ...(skeleton.length >= 2 ? [skeleton] : [])])];
}
