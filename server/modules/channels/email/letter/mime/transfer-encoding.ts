/** Decoding of Content-Transfer-Encoding (RFC 2045 §6) that takes whatever comes. */

const EQUALS = 61;
const LF = 10;
/** Pieces of base64 that were encoded apart; more are no letter. */
const MAX_PIECES = 5000;
const CR = 13;

const hexOf = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  const char = digit.toString(16);
  hexOf[char.charCodeAt(0)] = digit;
  hexOf[char.toUpperCase().charCodeAt(0)] = digit;
}

/** The octet written in two hexadecimal digits after the equals sign at `at`, or -1. */
const octetAfter = (bytes: Uint8Array, at: number): number => {
  const high = hexOf[bytes[at + 1] ?? 0] ?? -1;
  const low = hexOf[bytes[at + 2] ?? 0] ?? -1;
  return high < 0 || low < 0 ? -1 : high * 16 + low;
};

/** Length of a soft line break after the equals sign at `at`: trailing blanks and the line end; 0 when it is none. */
const softBreakLength = (bytes: Uint8Array, at: number): number => {
  let position = at + 1;
  while (bytes[position] === 32 || bytes[position] === 9 || bytes[position] === CR) {
    position += 1;
  }
  const byte = bytes[position];
  return byte === LF || byte === undefined ? position - at : 0;
};

const decodeQuotedPrintable = (bytes: Buffer): Buffer => {
  if (!bytes.includes(EQUALS)) {
    return bytes;
  }
  // One loop over octets: searching from sign to sign was twice as slow on Cyrillic text, where every letter is two signs.
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] ?? 0;
    if (byte === EQUALS) {
      const octet = octetAfter(bytes, at);
      const skipped = octet < 0 ? softBreakLength(bytes, at) : 2;
      at += skipped;
      if (octet < 0 && skipped > 0) {
        continue;
      }
      byte = octet < 0 ? EQUALS : octet;
    }
    out[length] = byte;
    length += 1;
  }
  return out.subarray(0, length);
};

/**
 * Base64; blanks and foreign characters are skipped. Pieces that were encoded apart and joined are decoded apart;
 * what follows the padding and is no base64 (a footer added by a list) is dropped.
 */
const decodeBase64 = (bytes: Buffer): Buffer => {
  const padding = bytes.indexOf(EQUALS);
  if (padding < 0) {
    return Buffer.from(bytes.toString('latin1', 0, bytes.length), 'base64');
  }
  const first = Buffer.from(bytes.toString('latin1', 0, padding), 'base64');
  const rest = bytes.toString('latin1', padding, bytes.length);
  if (!/[A-Za-z0-9+/]/.test(rest)) {
    return first;
  }
  const pieces = rest.split(/=[=\s]*/, MAX_PIECES).filter((piece) => piece.trim() !== '');
  const whole = pieces.every(
    (piece) => /^[A-Za-z0-9+/\s]+$/.test(piece) && piece.replace(/\s/g, '').length > 1,
  );
  return whole
    ? Buffer.concat([first, ...pieces.map((piece) => Buffer.from(piece, 'base64'))])
    : first;
};

/** Content as octets; an unknown encoding is taken as none. */
export const decodeTransfer = (bytes: Buffer, encoding: string): Buffer => {
  switch (encoding) {
    case 'base64':
    case 'b':
      return decodeBase64(bytes);
    case 'quoted-printable':
    case 'quoted-printible':
    case 'q':
      return decodeQuotedPrintable(bytes);
    default:
      return bytes;
  }
};

/** The bare name of the encoding: `"Base64"; foo`, `quoted-printable (comment)`. */
export const encodingName = (value: string | null): string =>
  /^[\s"']*([\w-]+)/.exec(value ?? '')?.[1]?.toLowerCase() ?? '7bit';

const knownEncodings = new Set([
  '7bit',
  '8bit',
  'binary',
  'base64',
  'b',
  'quoted-printable',
  'quoted-printible',
  'q',
]);
const uuencodings = new Set(['x-uuencode', 'uuencode', 'x-uue', 'uue', 'x-uu']);

export const isUuencoding = (encoding: string): boolean => uuencodings.has(encoding);

export const isKnownEncoding = (encoding: string): boolean =>
  knownEncodings.has(encoding) || isUuencoding(encoding) || /^[78]-?bits?$/.test(encoding);
