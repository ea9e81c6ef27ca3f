/** One piece of a typed question. */
export type Part = {
  readonly text: string;
  readonly quoted: boolean;
  readonly negative: boolean;
  /** What stands before the colon, if that could be an operator. */
  readonly operator: string | null;
};

const closing: Readonly<Record<string, string>> = {
  '"': '"',
  '«': '»',
  '“': '”',
  '„': '“”',
};

const phone = /(?:\+\d|\b[78]|\b(?=9\d\d|\(9))[\s(.-]*\d[\d\s().-]{7,20}\d(?!\S)/y;

/**
 * Splits at spaces; what stands in quotes stays together, a quote that nobody closed goes to the end. A phone number
 * written in groups is one piece.
 */
export function splitQuestion(typed: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < typed.length) {
    if (/\s/.test(typed.charAt(at))) {
      at += 1;
      continue;
    }
    const { part, end } = phoneAt(typed, at) ?? partAt(typed, at);
    at = Math.max(end, at + 1);
    if (part.text !== '' || part.operator !== null) {
      parts.push(part);
    }
  }
  return parts;
}

type Found = { readonly part: Part; readonly end: number };

function phoneAt(typed: string, at: number): Found | null {
  phone.lastIndex = at;
  const found = phone.exec(typed);
  const count = found?.[0].replaceAll(/\D/g, '').length ?? 0;
  if (!found || count < 10 || count > 15) {
    return null;
  }
  const part = { text: found[0], quoted: false, negative: false, operator: null };
  return { part, end: phone.lastIndex };
}

function partAt(typed: string, start: number): Found {
  const negative = typed[start] === '-' && /\S/.test(typed.charAt(start + 1));
  const from = negative ? start + 1 : start;
  const operator = /^\p{L}{1,20}(?=:)/u.exec(typed.slice(from, from + 41))?.[0] ?? null;
  const value = operator === null ? from : from + operator.length + 1;
  const { text, quoted, end } = valueAt(typed, value);
  return { part: { text, quoted, negative, operator }, end };
}

function valueAt(typed: string, from: number): { text: string; quoted: boolean; end: number } {
  const closers = closing[typed.charAt(from)];
  if (closers === undefined) {
    const text = /^\S*/.exec(typed.slice(from))?.[0] ?? '';
    return { text, quoted: false, end: from + text.length };
  }
  let end = from + 1;
  while (end < typed.length && !closers.includes(typed.charAt(end))) {
    end += 1;
  }
  return { text: typed.slice(from + 1, end).trim(), quoted: true, end: end + 1 };
}
