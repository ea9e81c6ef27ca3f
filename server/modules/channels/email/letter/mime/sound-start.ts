import type { Defects } from '../limits.ts';

const LF = 10;
const CR = 13;
const SAMPLE = 20_000;

/** Old Macintosh files and some gateways end lines with a carriage return alone. */
const withLineFeeds = (bytes: Buffer, defects: Defects): Buffer => {
  const head = bytes.subarray(0, SAMPLE);
  if (head.includes(LF) || !head.includes(CR)) {
    return bytes;
  }
  defects.add('bare_carriage_returns');
  const out = Buffer.from(bytes);
  for (let at = out.indexOf(CR); at >= 0; at = out.indexOf(CR, at + 1)) {
    if (out[at + 1] !== LF) {
      out[at] = LF;
    }
  }
  return out;
};

/** The letter without what stands before its first field: a byte order mark, empty lines, an mbox `From ` line. */
export const soundStart = (raw: Uint8Array, defects: Defects): Buffer => {
  const whole = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let start = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf ? 3 : 0;
  while (whole[start] === LF || whole[start] === CR) {
    start += 1;
  }
  const bytes = withLineFeeds(whole.subarray(start), defects);
  const first = bytes.toString('latin1', 0, Math.min(bytes.length, 6));
  if (first.startsWith('From ') || first.startsWith('>From ')) {
    const newline = bytes.indexOf(LF);
    return newline < 0 ? bytes : bytes.subarray(newline + 1);
  }
  return bytes;
};
