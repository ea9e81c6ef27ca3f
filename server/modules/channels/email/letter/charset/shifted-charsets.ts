/** Seven-bit charsets with shifts that no library here reads: they are mapped to their eight-bit form. */

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;

const eightBit = (byte: number, shifted: boolean): number =>
  shifted && byte > 0x20 ? byte | 0x80 : byte;

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
      out.push(eightBit(byte, shifted));
    }
  }
  return Uint8Array.from(out);
};

/** HZ (RFC 1843) as GB 2312: `~{` and `~}` shift, `~~` is a tilde, a tilde at the end of a line joins lines. */
export const gbOfHz = (bytes: Uint8Array): Uint8Array => {
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const escape = byte === TILDE ? String.fromCharCode(bytes[at + 1] ?? 0) : '';
    switch (escape) {
      case '{':
      case '}':
        shifted = escape === '{';
        at += 1;
        break;
      case '~':
      case '\n':
        out.push(...(escape === '~' ? [TILDE] : []));
        at += 1;
        break;
      default:
        out.push(eightBit(byte, shifted));
    }
  }
  return Uint8Array.from(out);
};
