import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Given out with a form, handed back with what was filled in. Base64url of 8 bytes of time, 16 of chance, 32 of HMAC. */
export type Token = { readonly issuedAt: Date; readonly nonce: string };

const timeBytes = 8;
const nonceBytes = 16;
const macBytes = 32;

function macOf(secret: Uint8Array, channelId: string, head: Buffer): Buffer {
  return createHmac('sha256', secret)
    .update('form\0')
    .update(channelId)
    .update('\0')
    .update(head)
    .digest();
}

export function makeToken(secret: Uint8Array, channelId: string, now: Date): string {
  const head = Buffer.alloc(timeBytes + nonceBytes);
  head.writeBigUInt64BE(BigInt(now.getTime()));
  randomBytes(nonceBytes).copy(head, timeBytes);
  return Buffer.concat([head, macOf(secret, channelId, head)]).toString('base64url');
}

/** Null when it was not made by us, or for another form. */
export function readToken(secret: Uint8Array, channelId: string, token: string): Token | null {
  const bytes = Buffer.from(token.slice(0, 200), 'base64url');
  if (bytes.length !== timeBytes + nonceBytes + macBytes) {
    return null;
  }
  const head = bytes.subarray(0, timeBytes + nonceBytes);
  if (!timingSafeEqual(bytes.subarray(head.length), macOf(secret, channelId, head))) {
    return null;
  }
  return {
    issuedAt: new Date(Number(head.readBigUInt64BE())),
    nonce: head.subarray(timeBytes).toString('base64url'),
  };
}
