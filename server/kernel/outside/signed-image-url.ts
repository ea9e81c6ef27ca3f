import { createHmac, timingSafeEqual } from 'node:crypto';

export type SignedImageQuery = { readonly url: string; readonly sig: string };

/** 132 bits: short in a page of a hundred pictures, far beyond guessing. */
const signatureLength = 22;

function signatureOf(secret: string | Uint8Array, url: string): string {
  // The purpose is signed too: the same secret may sign other things.
  return createHmac('sha256', secret)
    .update('outside-image\0')
    .update(url)
    .digest('base64url')
    .slice(0, signatureLength);
}

/** Address of our proxy for a remote picture. Signed, so that the proxy fetches only what stands in a letter. */
export function signedImageUrl(
  secret: string | Uint8Array,
  url: string,
  path = '/api/v1/outside-image',
): string {
  return `${path}?sig=${signatureOf(secret, url)}&url=${encodeURIComponent(url)}`;
}

/** The address to fetch, or null when it was not signed by us. */
export function readSignedImageUrl(
  secret: string | Uint8Array,
  query: SignedImageQuery,
): string | null {
  const expected = Buffer.from(signatureOf(secret, query.url));
  const given = Buffer.from(query.sig);
  return given.length === expected.length && timingSafeEqual(given, expected) ? query.url : null;
}
