/** Four signs that no screen shows and no program drops: two bits each. */
const signs = ['\u200B', '\u200C', '\u200D', '\u2060'] as const;
const bitsOf = new Map<string, number>(signs.map((sign, bits) => [sign, bits]));
const length = 64;
const marked = new RegExp(`[${signs.join('')}]{${length}}`, 'u');

/** An id that is in the text and is not seen: whoever took a table out is known by any copied part that has it. */
export function markOf(exportId: string): string {
  const digits = exportId.replaceAll('-', '');
  return [...digits]
    .map((digit) => Number.parseInt(digit, 16))
    .map((value) => `${signs[value >> 2]}${signs[value & 3]}`)
    .join('');
}

/** The id of the export that a text was copied from; null when it has no mark, or only a part of one. */
export function exportIdIn(text: string): string | null {
  const [mark] = marked.exec(text) ?? [];
  if (!mark) {
    return null;
  }
  let digits = '';
  for (let at = 0; at < length; at += 2) {
    const value = ((bitsOf.get(mark[at] ?? '') ?? 0) << 2) | (bitsOf.get(mark[at + 1] ?? '') ?? 0);
    digits += value.toString(16);
  }
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
