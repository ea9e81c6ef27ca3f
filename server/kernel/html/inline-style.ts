import { styleKeywords, styleProperties } from './policy.data.ts';

/** `css` is safe to stand in a style attribute; `images` are the addresses of pictures it asked for, taken out of it. */
export type CleanStyle = { readonly css: string; readonly images: readonly string[] };

const maxLength = 8192;
const nothing: CleanStyle = { css: '', images: [] };

const safeValue = /^[\p{L}\p{N} \t.,:%#+'"!()/_-]*$/u;
const functionName = /([\w-]*)\(/g;
const colourFunctions = new Set(['rgb', 'rgba', 'hsl', 'hsla']);
const sizeProperties = /^(?:(?:min-|max-)?(?:width|height)|padding.*|font-size|line-height)$/;
// A hexadecimal colour may have many digits, and so may what follows a decimal point.
const hugeNumber = /(?<![#\w.])\d{5}/;
const negative = /(?:^|[\s,(])-[.\d]/;
const smallNegative = /^-(?:\d{1,2}(?:\.\d+)?(?:px|pt)|\d?(?:\.\d+)?(?:em|rem|in|cm))$/;
const mayBeNegative = new Set(['text-indent', 'letter-spacing', 'word-spacing']);
const imageAddress = /url\(\s*("[^"]*"|'[^']*'|[^"'()\s]*)\s*\)/gi;
const takesImage = new Set(['background', 'background-image']);

function withoutComments(style: string): string {
  let from = style.indexOf('/*');
  if (from === -1) {
    return style;
  }
  let kept = '';
  let position = 0;
  while (from !== -1) {
    kept += `${style.slice(position, from)} `;
    const end = style.indexOf('*/', from + 2);
    position = end === -1 ? style.length : end + 2;
    from = style.indexOf('/*', position);
  }
  return kept + style.slice(position);
}

// Alternatives begin with different characters, so there is nothing to retry: linear.
const oneDeclaration =
  /(?:[^;"'(\\]|\\[^]?|"[^"]*"?|'[^']*'?|\((?:[^)"']|"[^"]*"?|'[^']*'?)*\)?)+/g;

/** Splits at semicolons outside quotes and brackets (CSS Syntax §5.4.6), so that `url(data:image/png;base64,…)` stays whole. */
function declarationsOf(style: string): readonly string[] {
  return /["'(\\]/.test(style) ? (style.match(oneDeclaration) ?? []) : style.split(';');
}

function hasSafeFunctions(property: string, value: string): boolean {
  if (!value.includes('(')) {
    return !value.includes(')');
  }
  for (const [, name = ''] of value.matchAll(functionName)) {
    const allowed = colourFunctions.has(name) || (name === 'calc' && sizeProperties.test(property));
    if (!allowed) {
      return false;
    }
  }
  return value.split('(').length === value.split(')').length;
}

function hasWholeQuotes(value: string): boolean {
  return !/["']/.test(value) || !/["']/.test(value.replaceAll(/"[^"']*"|'[^"']*'/g, ''));
}

function hasSafeNumbers(property: string, value: string): boolean {
  if (hugeNumber.test(value)) {
    return false;
  }
  return !negative.test(value) || (mayBeNegative.has(property) && smallNegative.test(value));
}

function isSafeValue(property: string, value: string): boolean {
  return (
    value !== '' &&
    value.length <= 400 &&
    safeValue.test(value) &&
    styleKeywords.get(property)?.test(value) !== false &&
    hasSafeNumbers(property, value) &&
    hasSafeFunctions(property, value) &&
    hasWholeQuotes(value)
  );
}

function takeImages(property: string, value: string, images: string[]): string {
  if (!takesImage.has(property) || !/url\(/i.test(value)) {
    return value;
  }
  return value
    .replaceAll(imageAddress, (_whole, address: string) => {
      images.push(address.replaceAll(/^["']|["']$/g, '').trim());
      return ' ';
    })
    .trim();
}

function cleanDeclaration(declaration: string, images: string[]): string {
  const colon = declaration.indexOf(':');
  if (colon === -1 || declaration.includes('\\')) {
    return '';
  }
  const property = declaration.slice(0, colon).trim().toLowerCase();
  if (!styleProperties.has(property)) {
    return '';
  }
  // "!important" would win over the colours of the frame that make a letter readable in the dark.
  const written = declaration.slice(colon + 1).replace(/!\s*important/i, '');
  const value = takeImages(property, written.trim(), images);
  const comparable = property.startsWith('font') ? value : value.toLowerCase();
  return isSafeValue(property, comparable) ? `${property}:${comparable}` : '';
}

function cleanUncached(style: string): CleanStyle {
  const images: string[] = [];
  const kept = declarationsOf(withoutComments(style))
    .map((declaration) => cleanDeclaration(declaration, images))
    .filter((declaration) => declaration !== '');
  return { css: kept.join(';'), images };
}

// One letter repeats the same few styles hundreds of times, and so do letters of the same client.
const known = new Map<string, CleanStyle>();

/** A copy of its own: a slice would keep the whole letter, megabytes of it, in memory for as long as it is remembered. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}

function remember(style: string, cleaned: CleanStyle): void {
  if (known.size >= 2000) {
    known.clear();
  }
  known.set(ownCopy(style), { css: ownCopy(cleaned.css), images: cleaned.images.map(ownCopy) });
}

/** Keeps of a style attribute what is harmless in a letter (see policy.data.ts). Linear in its length. */
export function cleanStyle(style: string): CleanStyle {
  if (style.length > maxLength) {
    return nothing;
  }
  const before = known.get(style);
  if (before !== undefined) {
    return before;
  }
  const cleaned = cleanUncached(style);
  if (style.length <= 300) {
    remember(style, cleaned);
  }
  return cleaned;
}
