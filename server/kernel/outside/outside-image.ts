import { Refusal } from '../errors.ts';
import { fetchOutside, type OutsideOptions } from './fetch-outside.ts';

/** Media types a browser draws that cannot hold a script. SVG is a document and therefore not among them. */
const imageTypes = [
  'image/png',
  'image/gif',
  'image/jpeg',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/x-icon',
  'image/vnd.microsoft.icon',
];

// Servers of newsletters often name no type, or a wrong one.
const vagueTypes = [
  '',
  'image/jpg',
  'image/pjpeg',
  'image/x-png',
  'image/x-ms-bmp',
  'application/octet-stream',
  'binary/octet-stream',
];

/** First bytes, in hexadecimal. */
const signatures: readonly (readonly [type: string, start: RegExp])[] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/gif', /^474946383[79]61/],
  ['image/jpeg', /^ffd8ff/],
  ['image/webp', /^52494646.{8}57454250/],
  ['image/avif', /^.{8}6674797061766(?:966|973)/],
  ['image/bmp', /^424d/],
  ['image/x-icon', /^00000100/],
];

export type OutsideImage = {
  /** Told by the first bytes, not by the server. */
  readonly contentType: string;
  readonly body: Uint8Array;
};

/** Type of a picture by its first bytes; null for what a browser must not draw. */
export function imageTypeOf(body: Uint8Array): string | null {
  const bytes = Buffer.from(body.subarray(0, 16)).toString('hex');
  return signatures.find(([, start]) => start.test(bytes))?.[0] ?? null;
}

/**
 * Fetches a picture of a letter from the net.
 * @throws Refusal as `fetchOutside`; `outside.type_refused` also when the bytes are no picture, and
 *   `outside.unreachable` for an answer other than 200.
 */
export async function fetchOutsideImage(
  address: string,
  options: Partial<OutsideOptions> = {},
): Promise<OutsideImage> {
  const answer = await fetchOutside(address, {
    maxBytes: 10_000_000,
    timeoutMs: 10_000,
    ...options,
    accept: [...imageTypes, ...vagueTypes],
  });
  if (answer.status !== 200) {
    throw new Refusal('unavailable', 'outside.unreachable', { detail: String(answer.status) });
  }
  const contentType = imageTypeOf(answer.body);
  if (contentType === null) {
    throw new Refusal('not_allowed', 'outside.type_refused', { detail: answer.contentType });
  }
  return { contentType, body: answer.body };
}

/** Answer headers for a picture of a stranger under our own address: drawn, never opened as a page. */
export function imageHeaders(contentType: string): Readonly<Record<string, string>> {
  return {
    'content-type': contentType,
    'content-disposition': 'inline; filename="image"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=86400, immutable',
  };
}
