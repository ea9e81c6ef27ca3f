/** Seven-bit charsets with shifts that no library here reads: they are mapped to their eight-bit form. */

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;

/** ISO-2022-KR (RFC 1557) as EUC-KR. */
export const eucKrOfIso2022Kr = (bytes: Uint8Array): Uint8Array => {
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === ESC && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) {
      at += 3;
    } else if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      shifted = byte === SHIFT_OUT;
    } else {
      out.push(shifted && byte > 0x20 ? byte | 0x80 : byte);
    }
  }
  return Uint8Array.from(out);
};

/** HZ (RFC 1843) as GB 2312. */
export const gbOfHz = (bytes: Uint8Array): Uint8Array => {
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1];
    if (byte === TILDE && (next === 0x7b || next === 0x7d)) {
      shifted = next === 0x7b;
      at += 1;
    } else if (byte === TILDE && (next === TILDE || next === 0x0a)) {
      at += 1;
      if (next === TILDE) {
        out.push(TILDE);
      }
    } else {
      out.push(shifted && byte > 0x20 ? byte | 0x80 : byte);
    }
  }
  return Uint8Array.from(out);
};
