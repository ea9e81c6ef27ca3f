/** Compressed RTF ([MS-OXRTFCP]). */

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const DICTIONARY = 4096;
const MAX_OUTPUT = 16 * 1024 * 1024;
const preset =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
  'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

class RtfWindow {
  readonly out: Buffer;
  length = 0;
  private readonly ring = Buffer.alloc(DICTIONARY, 32);
  private at = preset.length;

  constructor(size: number) {
    this.out = Buffer.alloc(size);
    this.ring.write(preset, 0, 'latin1');
  }

  get isFull(): boolean {
    return this.length >= this.out.length;
  }

  put(byte: number): void {
    if (!this.isFull) {
      this.out[this.length] = byte;
      this.length += 1;
    }
    this.ring[this.at] = byte;
    this.at = (this.at + 1) % DICTIONARY;
  }

  /** False at the end marker: a reference to the place of writing itself. */
  repeat(reference: number): boolean {
    const offset = reference >> 4;
    if (offset === this.at) {
      return false;
    }
    const count = (reference & 15) + 2;
    for (let step = 0; step < count; step += 1) {
      this.put(this.ring[(offset + step) % DICTIONARY] ?? 0);
    }
    return true;
  }
}

const inflate = (bytes: Buffer, size: number): Buffer => {
  const window = new RtfWindow(size);
  let at = 0;
  while (at < bytes.length && !window.isFull) {
    const flags = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < bytes.length; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        window.put(bytes[at] ?? 0);
        at += 1;
      } else if (at + 1 < bytes.length && window.repeat(bytes.readUInt16BE(at))) {
        at += 2;
      } else {
        return window.out.subarray(0, window.length);
      }
    }
  }
  return window.out.subarray(0, window.length);
};

/** RTF as octets; null when it is no compressed RTF. */
export const inflateRtf = (bytes: Buffer): Buffer | null => {
  if (bytes.length < 16) {
    return null;
  }
  const rawSize = Math.min(bytes.readUInt32LE(4), MAX_OUTPUT, bytes.length * 20);
  const kind = bytes.readUInt32LE(8);
  const body = bytes.subarray(16);
  if (kind === UNCOMPRESSED) {
    return body.subarray(0, rawSize);
  }
  return kind === COMPRESSED ? inflate(body, rawSize) : null;
};
