const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const maxLength = 8192;

/** Prefix of every `id` out of a letter: none can be mistaken for one of ours, nor hide a property of `document`. */
export const idPrefix = 'mail-';

/** A name that may stand in `id` and behind `#`; null when it is unfit. */
export function ownId(name: string): string | null {
  const bare = name.startsWith(idPrefix) ? name.slice(idPrefix.length) : name;
  return /^[\p{L}\p{N}_.:-]{1,100}$/u.test(bare) ? `${idPrefix}${bare}` : null;
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function withScheme(text: string): string {
  if (text.startsWith('//')) {
    return `https:${text}`;
  }
  return /^www\./i.test(text) ? `http://${text}` : text;
}

function written(url: URL): string {
  // "https://bank.example@evil.example" reads as the bank's address.
  url.username = '';
  url.password = '';
  return url.href.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('"', '%22');
}

/**
 * Address of a link as a browser would read it, spelt in one way only (host in punycode, no user name);
 * null unless it is http, https, mailto, tel or a place in the same letter.
 */
export function safeLink(address: string): string | null {
  const text = address.trim();
  if (text.length > maxLength) {
    return null;
  }
  if (text.startsWith('#')) {
    const id = ownId(text.slice(1));
    return id === null ? null : `#${id}`;
  }
  const url = parsed(withScheme(text));
  return url !== null && schemes.has(url.protocol) ? written(url) : null;
}

/** Address of a picture on the net (http or https); null for anything else. */
export function remoteImage(address: string): string | null {
  const text = address.trim();
  if (text.length > maxLength) {
    return null;
  }
  const url = parsed(withScheme(text));
  return url !== null && /^https?:$/.test(url.protocol) ? written(url) : null;
}

/** A picture inside the letter's own markup. SVG is left out: it is a document, not a picture. */
export function isEmbeddedImage(address: string): boolean {
  return /^data:image\/(?:png|gif|jpe?g|webp|bmp|avif);base64,[A-Za-z0-9+/=\s]*$/i.test(address);
}
