import { fieldNames } from './field-block.data.ts';
import { isBlank, type Line } from './line.ts';

type Meaning = keyof typeof fieldNames;

const meanings = new Map<string, Meaning>(
  (Object.keys(fieldNames) as Meaning[]).flatMap((meaning) =>
    fieldNames[meaning].map((name): [string, Meaning] => [name, meaning]),
  ),
);

const field = /^[\s*_|]{0,12}([\p{L}’' -]{1,24}?)[\s*_]{0,4}[:：][\s*_]{0,4}(.*)$/u;
const LINE_LIMIT = 2_000;
const BLOCK_LIMIT = 16;

const meaningOf = (text: string): Meaning | null => {
  const found = text.length > LINE_LIMIT ? null : field.exec(text);
  return found === null ? null : (meanings.get((found[1] ?? '').trim().toLowerCase()) ?? null);
};

const enough = (found: ReadonlySet<Meaning>): boolean =>
  found.has('from') && found.size >= 3 && (found.has('date') || found.has('subject'));

type Enough = (found: ReadonlySet<Meaning>) => boolean;

/** Lines that a block of fields may take in: as quoted as its first, up to the empty line behind the fields. */
const candidates = (lines: readonly Line[], start: number): readonly Line[] => {
  const quoted = lines[start]?.quoted;
  const near = lines.slice(start, start + BLOCK_LIMIT);
  const end = near.findIndex((line) => line.quoted !== quoted);
  return end < 0 ? near : near.slice(0, end);
};

const spanOf = (lines: readonly Line[], needed: Enough): number => {
  const found = new Set<Meaning>();
  let last = 0;
  for (const [index, line] of lines.entries()) {
    const meaning = meaningOf(line.text);
    if (meaning !== null) {
      found.add(meaning);
      last = index;
    } else if (index - last > 2 || (isBlank(line) && needed(found))) {
      break;
    }
  }
  return needed(found) ? last + 1 : 0;
};

/**
 * How many lines from `start` on are the fields of an old letter (From, Sent, To, Subject in twenty languages); 0 if
 * fewer than three kinds of them stand together. A long value may run on into a next line.
 */
export const fieldBlockSpan = (
  lines: readonly Line[],
  start: number,
  needed: Enough = enough,
): number => {
  const first = lines[start];
  return first === undefined || meaningOf(first.text) === null
    ? 0
    : spanOf(candidates(lines, start), needed);
};

/** Below a line that says "original message" one field is enough. */
export const looseFieldSpan = (lines: readonly Line[], start: number): number =>
  fieldBlockSpan(lines, start, (found) => found.size > 0);
