import { cleanStyle } from './inline-style.ts';
import { isEmbeddedImage, ownId, remoteImage, safeLink } from './links.ts';
import { markerClasses, plainAttributes, textAttributes } from './policy.data.ts';
import { withoutHiddenCharacters } from './visible-text.ts';

export type ImageRules = {
  /** Our address for a picture on the net, or null: it stays blocked. */
  readonly remote: (src: string) => string | null;
  /** `Content-ID` (or `Content-Location`) → our address. */
  readonly inLetter: ReadonlyMap<string, string>;
  readonly isOurs: (src: string) => boolean;
  readonly onBlocked: () => void;
};

type Attributes = Record<string, string>;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function inLetter(src: string, rules: ImageRules): string | undefined {
  if (rules.isOurs(src)) {
    return src;
  }
  const name = src.replace(/^cid:/i, '').trim();
  return rules.inLetter.get(name) ?? rules.inLetter.get(decoded(name));
}

/** First address of a `srcset`; enough, because a letter's `src` is its own fallback. */
function firstOf(srcset: string): string {
  return /^[\s,]*([^\s,]+)/.exec(srcset.slice(0, 4096))?.[1] ?? '';
}

function showRemote(src: string, rules: ImageRules): { shown?: string; blocked?: string } {
  const address = remoteImage(src);
  if (address === null) {
    return {};
  }
  const shown = rules.remote(address);
  if (shown !== null) {
    return { shown };
  }
  rules.onBlocked();
  return { blocked: address };
}

function cleanImage(given: Attributes, kept: Attributes, rules: ImageRules): void {
  // A letter that was cleaned before, quoted in an answer, has its blocked pictures in our own attribute.
  const src = (given['src'] ?? given['data-remote-src'] ?? firstOf(given['srcset'] ?? '')).trim();
  const own = src === '' ? undefined : inLetter(src, rules);
  if (own !== undefined) {
    kept['src'] = own;
  } else if (/^data:/i.test(src)) {
    if (isEmbeddedImage(src)) {
      kept['src'] = src;
    }
  } else {
    const { shown, blocked } = showRemote(src, rules);
    if (shown !== undefined) {
      kept['src'] = shown;
    }
    if (blocked !== undefined) {
      kept['data-remote-src'] = blocked;
    }
  }
}

/** Nothing in it can end the string or the declaration: quotes, brackets, backslash and spaces are percent-encoded. */
function asCssUrl(address: string): string {
  const encoded = address.replaceAll(
    /["'()\\\s<>;]/g,
    (unsafe) => `%${unsafe.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `url("${encoded}")`;
}

function cleanBackground(images: readonly string[], kept: Attributes, rules: ImageRules): void {
  const address = images[0];
  if (address === undefined) {
    return;
  }
  const own = inLetter(address, rules);
  const { shown, blocked } = own === undefined ? showRemote(address, rules) : { shown: own };
  if (shown !== undefined) {
    const before = kept['style'] === undefined ? '' : `${kept['style']};`;
    kept['style'] = `${before}background-image:${asCssUrl(shown)}`;
  }
  if (blocked !== undefined) {
    kept['data-remote-background'] = blocked;
  }
}

function cleanLook(given: Attributes, kept: Attributes, rules: ImageRules): void {
  const { css, images } = cleanStyle(given['style'] ?? '');
  if (css !== '') {
    kept['style'] = css;
  }
  const background = given['background'] ?? given['data-remote-background'];
  cleanBackground(background === undefined ? images : [background], kept, rules);
  const classes = (given['class'] ?? '')
    .slice(0, 400)
    .split(/\s+/)
    .filter((name) => markerClasses.has(name));
  if (classes.length > 0) {
    kept['class'] = classes.join(' ');
  }
}

function cleanLink(given: Attributes, kept: Attributes): void {
  const href = given['href'] === undefined ? null : safeLink(given['href']);
  if (href !== null) {
    kept['href'] = href;
    if (!href.startsWith('#')) {
      kept['target'] = '_blank';
      kept['rel'] = 'noopener noreferrer nofollow';
    }
  }
}

function cleanPlain(name: string, value: string): string | null {
  if (textAttributes.has(name)) {
    return withoutHiddenCharacters(value.slice(0, 1000));
  }
  return plainAttributes.get(name)?.test(value.trim()) === true ? value.trim() : null;
}

function cleanId(tag: string, given: Attributes, kept: Attributes): void {
  const id = ownId(given['id'] ?? (tag === 'a' ? (given['name'] ?? '') : ''));
  if (id !== null) {
    kept['id'] = id;
  }
}

const lookAttributes = ['style', 'class', 'background', 'data-remote-background'] as const;

/** Attributes that may stay on an element of a letter, with their values made safe. */
export function cleanAttributes(tag: string, given: Attributes, rules: ImageRules): Attributes {
  const kept: Attributes = {};
  for (const name of Object.keys(given)) {
    const value = cleanPlain(name, given[name] ?? '');
    if (value !== null) {
      kept[name] = value;
    }
  }
  cleanId(tag, given, kept);
  if (lookAttributes.some((name) => given[name] !== undefined)) {
    cleanLook(given, kept, rules);
  }
  if (tag === 'a') {
    cleanLink(given, kept);
  } else if (tag === 'img') {
    cleanImage(given, kept, rules);
  }
  return kept;
}
