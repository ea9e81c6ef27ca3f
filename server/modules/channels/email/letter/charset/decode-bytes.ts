import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { charsetName } from './charset-names.ts';
import { guessCharset, mendSingleByteLabel } from './guess-charset.ts';
import { eucKrOfIso2022Kr, gbOfHz } from './shifted-charsets.ts';

/** With so many octets above 127, text of another charset is never valid UTF-8 by chance. */
const SURELY_UTF8_BYTES = 12;
const decoders = new Map<string, TextDecoder | null>();

const decoderOf = (name: string): TextDecoder | null => {
  let decoder = decoders.get(name);
  if (decoder === undefined) {
    try {
      decoder = new TextDecoder(name);
    } catch {
      decoder = null;
    }
    decoders.set(name, decoder);
  }
  return decoder;
};

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const latin1 = (bytes: Uint8Array): string => asBuffer(bytes).toString('latin1', 0, bytes.length);

const decodeAs = (bytes: Uint8Array, name: string): string => {
  switch (name) {
    case 'us-ascii':
      return latin1(bytes);
    case 'hz':
      return decodeAs(gbOfHz(bytes), 'gb18030');
    case 'iso-2022-kr':
      return decodeAs(eucKrOfIso2022Kr(bytes), 'euc-kr');
    default: {
      const decoder = decoderOf(name);
      if (decoder !== null && name !== 'utf-16') {
        return decoder.decode(bytes);
      }
      return iconv.encodingExists(name) ? iconv.decode(asBuffer(bytes), name) : latin1(bytes);
    }
  }
};

const countHigh = (bytes: Uint8Array, enough: number): number => {
  let high = 0;
  for (let at = 0; at < bytes.length && high < enough; at += 1) {
    high += (bytes[at] ?? 0) >= 128 ? 1 : 0;
  }
  return high;
};

const isStateful = (name: string): boolean => /^(?:utf-?(?:7|16|32)|iso-2022|hz)/.test(name);

const hasJapaneseEscape = (bytes: Uint8Array): boolean =>
  asBuffer(bytes).includes('\u001B$B', 0, 'latin1') ||
  asBuffer(bytes).includes('\u001B$@', 0, 'latin1');

/** Text labelled UTF-8 that is not: a cut or mixed one keeps its label, another charset is guessed. */
const mendUtf8 = (bytes: Uint8Array, hint: string | null): string => {
  const text = decodeAs(bytes, 'utf-8');
  let broken = 0;
  let sound = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) {
      broken += 1;
    } else if (unit > 127) {
      sound += 1;
    }
  }
  return broken * 3 <= sound ? text : decodeAs(bytes, guessCharset(bytes, hint));
};

const decodeStateful = (bytes: Uint8Array, name: string): string => {
  if (!/16|32/.test(name) && !isAscii(bytes)) {
    // Seven-bit charsets have no octets above 127: the label is wrong.
    return decodeAs(bytes, isUtf8(bytes) ? 'utf-8' : guessCharset(bytes, null));
  }
  const isWide = /16|32/.test(name);
  // A label of two-octet text on text that has no zero octet is wrong.
  return isWide && !bytes.includes(0) && isUtf8(bytes)
    ? decodeAs(bytes, 'utf-8')
    : decodeAs(bytes, name);
};

const decodeLabelled = (bytes: Uint8Array, name: string): string => {
  const isDoubleByte = /^(?:gb|big5|euc|shift)/.test(name);
  if (isUtf8(bytes)) {
    const surely = !isDoubleByte || countHigh(bytes, SURELY_UTF8_BYTES) >= SURELY_UTF8_BYTES;
    if (surely) {
      return decodeAs(bytes, 'utf-8');
    }
    const text = decodeAs(bytes, name);
    return text.includes('\u{fffd}') ? decodeAs(bytes, 'utf-8') : text;
  }
  return decodeAs(bytes, isDoubleByte ? name : mendSingleByteLabel(bytes, name));
};

const decodeEightBit = (bytes: Uint8Array, name: string | null, hint: string | null): string => {
  if (name !== null && name !== 'us-ascii' && name !== 'utf-8') {
    return decodeLabelled(bytes, name);
  }
  if (isUtf8(bytes)) {
    return decodeAs(bytes, 'utf-8');
  }
  return name === 'utf-8' ? mendUtf8(bytes, hint) : decodeAs(bytes, guessCharset(bytes, hint));
};

/**
 * Text of octets under a declared charset label that is believed only where the octets agree.
 * `hint`: a charset declared elsewhere in the letter, used where the label is missing. Never throws.
 */
export const decodeBytes = (
  bytes: Uint8Array,
  label: string | null,
  hint: string | null = null,
): string => {
  const name = charsetName(label);
  if (name !== null && isStateful(name)) {
    return decodeStateful(bytes, name);
  }
  if (isAscii(bytes)) {
    return hasJapaneseEscape(bytes) ? decodeAs(bytes, 'iso-2022-jp') : latin1(bytes);
  }
  return decodeEightBit(bytes, name, hint);
};
