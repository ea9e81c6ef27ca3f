import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromBase32, toBase32 } from './base32.ts';

const ID_BYTES = 16;
/** 64 bits: whoever guesses must send a letter for each guess. */
const MAC_BYTES = 8;
const TOKEN_LENGTH = Math.ceil(((ID_BYTES + MAC_BYTES) * 8) / 5);
/** RFC 5321 §4.5.3.1.1, in octets. */
const LOCAL_PART_LIMIT = 64;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export type Secret = string | Uint8Array;

const macOf = (secret: Secret, workspaceId: string, id: Uint8Array): Uint8Array =>
  createHmac('sha256', secret)
    .update(`otklik reply token\0${workspaceId}\0`)
    .update(id)
    .digest()
    .subarray(0, MAC_BYTES);

const uuidOf = (bytes: Uint8Array): string => {
  const hex = Buffer.from(bytes).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
};

/**
 * A ticket's name in a reply address that nobody else can make: its id and a truncated HMAC-SHA256 of id and
 * workspace, 39 letters and digits. Throws a TypeError when the id is no UUID in lower case.
 */
const make = (
  secret: Secret,
  { workspaceId, ticketId }: { readonly workspaceId: string; readonly ticketId: string },
): string => {
  if (!uuid.test(ticketId)) {
    throw new TypeError('A reply token needs a UUID in lower case');
  }
  const id = Buffer.from(ticketId.replaceAll('-', ''), 'hex');
  return toBase32(Buffer.concat([id, macOf(secret, workspaceId, id)]));
};

/** The ticket that a token names in this workspace; null when it was made by anybody else or for another workspace. */
const read = (
  secret: Secret,
  { workspaceId, token }: { readonly workspaceId: string; readonly token: string },
): string | null => {
  const bytes = token.length === TOKEN_LENGTH ? fromBase32(token) : null;
  if (bytes === null) {
    return null;
  }
  const id = bytes.subarray(0, ID_BYTES);
  const genuine = timingSafeEqual(
    bytes.subarray(ID_BYTES, ID_BYTES + MAC_BYTES),
    macOf(secret, workspaceId, id),
  );
  return genuine ? uuidOf(id) : null;
};

export const replyToken = { make, read } as const;

/**
 * `support@host` with a token: `support+t.<token>@host`. Null when the name before the `@` is too long to take one;
 * the mark in the subject must do then.
 */
export const withToken = (address: string, token: string): string | null => {
  const at = address.lastIndexOf('@');
  const local = `${address.slice(0, at)}+t.${token}`;
  return at < 1 || Buffer.byteLength(local) > LOCAL_PART_LIMIT
    ? null
    : `${local}${address.slice(at)}`;
};

const tokenInAddress = new RegExp(`\\+t\\.([a-z2-7]{${TOKEN_LENGTH}})(?=["']?@)`, 'i');

/** The first token among addresses, with or without names and angle brackets; unread, so perhaps a forgery. */
export const tokenOf = (addresses: readonly string[]): string | null => {
  for (const address of addresses) {
    const found = tokenInAddress.exec(address)?.[1];
    if (found !== undefined) {
      return found.toLowerCase();
    }
  }
  return null;
};
