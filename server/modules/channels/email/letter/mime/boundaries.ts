import type { Slice } from '../header/header-block.ts';

/** A delimiter line (RFC 2046 §5.1.1): offsets of its first octet and of the octet after its line end. */
type Delimiter = {
  readonly start: number;
  readonly after: number;
  readonly closing: boolean;
};
type Range = { readonly start: number; readonly end: number };

const LF = 10;
const CR = 13;
const DASH = 45;
const GUESS_BYTES = 65_536;

const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === CR;

/** Where the rest of a delimiter line, from `at`, ends; -1 when more than blanks stand there. */
const lineAfter = ({ bytes, end }: Slice, at: number): number => {
  let position = at;
  while (position < end && isBlank(bytes[position])) {
    position += 1;
  }
  if (position >= end) {
    return end;
  }
  return bytes[position] === LF ? position + 1 : -1;
};

const delimiterAt = (slice: Slice, at: number, length: number): Delimiter | null => {
  const { bytes, end } = slice;
  const behind = at + length;
  const closing = bytes[behind] === DASH && bytes[behind + 1] === DASH && behind + 2 <= end;
  const after = lineAfter(slice, closing ? behind + 2 : behind);
  if (after >= 0) {
    return { start: at, after, closing };
  }
  if (!closing) {
    return null;
  }
  // `--boundary--` with text behind it is still the end.
  const newline = bytes.subarray(behind, end).indexOf(LF);
  return { start: at, after: newline < 0 ? end : behind + newline + 1, closing };
};

/** Delimiter lines of a boundary, in order, one more than `most` at most. */
export const findDelimiters = (slice: Slice, boundary: string, most: number): Delimiter[] => {
  const found: Delimiter[] = [];
  const wanted = boundary.trimEnd();
  if (wanted === '') {
    return found;
  }
  // Searched with the line end before it and within the part only: neither a line of dashes nor a thousand parts cost
  // more. Before the body of a part there is always the line end of its header.
  const needle = Buffer.from(`\n--${wanted}`, 'utf8');
  const from = Math.max(0, slice.start - 1);
  const body = slice.bytes.subarray(from, slice.end);
  let at = body.indexOf(needle);
  while (at >= 0 && found.length <= most) {
    const delimiter = delimiterAt(slice, from + at + 1, needle.length - 1);
    if (delimiter !== null) {
      found.push(delimiter);
    }
    at = body.indexOf(needle, at + 1);
  }
  return found;
};

/** The first line that looks like a delimiter and has a part's header behind it, for multiparts without a true boundary. */
export const guessBoundary = ({ bytes, start, end }: Slice): string | null => {
  const head = bytes.toString('latin1', start, Math.min(end, start + GUESS_BYTES));
  const candidate =
    /(?:^|\n)--([^\s-][^\r\n]{0,198}?|-{1,60}[^\s-][^\r\n]{0,138}?)[ \t]*\r?\n(?:Content-|MIME-)/i.exec(
      head,
    );
  return candidate?.[1] === undefined ? null : Buffer.from(candidate[1], 'latin1').toString('utf8');
};

/** The line end before a delimiter belongs to the delimiter. */
const bodyEnd = (bytes: Buffer, start: number, delimiterStart: number): number => {
  let end = delimiterStart;
  if (end > start && bytes[end - 1] === LF) {
    end -= 1;
    if (end > start && bytes[end - 1] === CR) {
      end -= 1;
    }
  }
  return end;
};

/** What lies between the delimiters; without a last delimiter the last part goes to the end. */
export const partRanges = (
  { bytes, end }: Slice,
  delimiters: readonly Delimiter[],
): readonly Range[] => {
  const ranges: Range[] = [];
  for (const [index, delimiter] of delimiters.entries()) {
    const next = delimiters[index + 1];
    if (!delimiter.closing) {
      const start = delimiter.after;
      ranges.push({
        start,
        end: next === undefined ? end : Math.max(start, bodyEnd(bytes, start, next.start)),
      });
    }
  }
  return ranges;
};
