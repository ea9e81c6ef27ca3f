import { isAscii, isUtf8 } from 'node:buffer';
import { decodeBytes } from '../charset/decode-bytes.ts';
import { decodeEncodedWords } from './encoded-words.ts';

// eslint-disable-next-line no-control-regex -- octets above 127 and escapes of ISO 2022 are looked for
const eightBit = /[\u0080-\u00ff\u001b]/;

/** A raw value (one character an octet) as Unicode; octets above 127 are UTF-8, else in the letter's charset, else guessed. */
export const unicodeOfRaw = (raw: string, hint: string | null): string => {
  if (!eightBit.test(raw)) {
    return raw;
  }
  const bytes = Buffer.from(raw, 'latin1');
  if (isAscii(bytes) || isUtf8(bytes)) {
    return decodeBytes(bytes, null);
  }
  return decodeBytes(bytes, null, hint);
};

/** A raw unstructured value, decoded: raw octets and encoded words. */
export const headerText = (raw: string, hint: string | null): string =>
  decodeEncodedWords(unicodeOfRaw(raw, hint));
