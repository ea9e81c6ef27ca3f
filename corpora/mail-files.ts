import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Letter } from '../server/modules/channels/email/letter/letter.ts';
import { parseLetter } from '../server/modules/channels/email/letter/parse-letter.ts';

/** Files under a folder, paths relative to it, sorted. */
export const filesUnder = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
};

export const letterOf = async (path: string): Promise<Letter> => parseLetter(await readFile(path));

/** White space folded and NFC: two ways of writing the same line give one. */
export const plainLine = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A pattern in which a character that the upstream project could not decode (U+FFFD) stands for anything. */
export const agreesWithLosses = (expected: string, found: string): boolean => {
  const wanted = plainLine(expected);
  if (!wanted.includes('\u{fffd}')) {
    return wanted === plainLine(found);
  }
  const pattern = wanted
    .split(/\u{fffd}+/u)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.{0,40}');
  return new RegExp(`^${pattern}$`, 'su').test(plainLine(found));
};
