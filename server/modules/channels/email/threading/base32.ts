const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 §6 in lower case and without padding: survives mail servers that fold the case of addresses. */
export const toBase32 = (bytes: Uint8Array): string => {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
};

/** Null when a character is none of the alphabet, in either case. */
export const fromBase32 = (text: string): Uint8Array | null => {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text.toLowerCase()) {
    const value = alphabet.indexOf(character);
    if (value < 0) {
      return null;
    }
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
};
