import chardet from 'chardet';
import { charsetName } from './charset-names.ts';
import {
  type CyrillicGuess,
  cyrillicScore,
  guessCyrillic,
  isCyrillicCharset,
  meanHighRun,
} from './cyrillic.ts';

const SAMPLE_BYTES = 6000;
const WORDS_RUN = 2;
const CYRILLIC_SCORE = 22;
const CLEARLY_BETTER = 18;
const CHARDET_CONFIDENCE = 30;
/** Fewer octets above 127 are no evidence against a declared charset. */
const EVIDENCE_BYTES = 8;
const WESTERN = 'windows-1252';

const westernNames = new Set([
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'us-ascii',
  'iso-8859-1',
]);

const isWesternCharset = (name: string): boolean => westernNames.has(name);

/** From the first octet above 127 on: what is before says nothing, and double-byte charsets stay aligned. */
const sampleOf = (bytes: Uint8Array): Uint8Array => {
  let first = 0;
  while (first < bytes.length && (bytes[first] ?? 0) < 128) {
    first += 1;
  }
  return bytes.subarray(first, first + SAMPLE_BYTES);
};

const countHigh = (sample: Uint8Array): number =>
  sample.reduce((high, byte) => high + (byte >= 128 ? 1 : 0), 0);

const readsWithoutError = (bytes: Uint8Array, charset: string): boolean => {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const guessDoubleByte = (sample: Uint8Array): string | null => {
  for (const { name, confidence } of chardet.analyse(sample)) {
    const charset = charsetName(name);
    if (confidence < CHARDET_CONFIDENCE || charset === null) {
      continue;
    }
    const isDoubleByte = /^(?:gb18030|big5|euc-|shift_jis)/.test(charset);
    // The sample may end within a character.
    const whole = sample.length < SAMPLE_BYTES ? sample : sample.subarray(0, -4);
    if (
      isDoubleByte
        ? readsWithoutError(whole, charset)
        : /^(?:iso-8859-[78]|windows-125[356])/.test(charset)
    ) {
      return charset;
    }
  }
  return null;
};

/** A declared Cyrillic charset that reads much worse than another is no hint. */
const isBelievable = (hint: string, cyrillic: CyrillicGuess, sample: Uint8Array): boolean =>
  !isWesternCharset(hint) &&
  (!isCyrillicCharset(hint) || cyrillic.score - cyrillicScore(sample, hint) < CLEARLY_BETTER);

const guessWords = (sample: Uint8Array, hint: string | null): string => {
  const cyrillic = guessCyrillic(sample);
  if (hint !== null && isBelievable(hint, cyrillic, sample)) {
    return hint;
  }
  return cyrillic.score >= CYRILLIC_SCORE
    ? cyrillic.charset
    : (guessDoubleByte(sample) ?? hint ?? WESTERN);
};

/**
 * The charset of octets that are neither ASCII nor UTF-8 and carry no believable label.
 * `hint` is a charset declared elsewhere in the same letter.
 */
export const guessCharset = (bytes: Uint8Array, hint: string | null): string => {
  const sample = sampleOf(bytes);
  const usable = hint === 'us-ascii' || hint?.startsWith('utf-') === true ? null : hint;
  return meanHighRun(sample) >= WORDS_RUN ? guessWords(sample, usable) : (usable ?? WESTERN);
};

/** A better charset than the declared single-byte one, or the declared one when nothing speaks strongly against it. */
export const mendSingleByteLabel = (bytes: Uint8Array, declared: string): string => {
  if (!isWesternCharset(declared) && !isCyrillicCharset(declared)) {
    return declared;
  }
  const sample = sampleOf(bytes);
  const { charset, score } = guessCyrillic(sample);
  const isEvident = countHigh(sample) >= EVIDENCE_BYTES && score >= CYRILLIC_SCORE;
  if (charset === declared || !isEvident) {
    return declared;
  }
  if (isCyrillicCharset(declared)) {
    return score - cyrillicScore(sample, declared) >= CLEARLY_BETTER * 2 ? charset : declared;
  }
  return meanHighRun(sample) >= WORDS_RUN * 1.5 ? charset : declared;
};
