import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { compare, fontsOf, shrink } from './small-picture.ts';

/** How the main screens looked when somebody last looked and found them good (README.md says how they are made anew). */
const folder = fileURLToPath(new URL('baselines/', import.meta.url));
const areMade = process.env['OTKLIK_E2E_BASELINES'] === 'write';

/** Of the squares of a picture. Two runs differ in 0.0001 at most, a column moved by 44 px in 0.012 of the widest. */
const mostDiffering = 0.004;

const pathOf = (name: string) => join(folder, `${name}.png`);
const fontsPath = join(folder, 'fonts.txt');

/** @returns whether pictures of this machine can be told from the kept ones at all */
export async function fontsAreKnown(page: Page): Promise<boolean> {
  const fonts = await fontsOf(page);
  if (areMade) {
    await mkdir(folder, { recursive: true });
    await writeFile(fontsPath, `${fonts}\n`);
  }
  return (await readFile(fontsPath, 'utf8')).trim() === fonts;
}

/** @returns what is different, in words; null: it looks as it did */
export async function differenceFrom(
  scratch: Page,
  name: string,
  png: Buffer,
): Promise<string | null> {
  const now = await shrink(scratch, png);
  if (areMade) {
    await writeFile(pathOf(name), now);
    return null;
  }
  const was = await readFile(pathOf(name)).catch(() => null);
  if (was === null) {
    return `${name} has no picture to be compared with: OTKLIK_E2E_BASELINES=write makes it`;
  }
  const { share, around } = await compare(scratch, was, now);
  if (share <= mostDiffering) {
    return null;
  }
  const where = around
    ? `between (${around.left}, ${around.top}) and (${around.right}, ${around.bottom})`
    : 'in its size';
  return `${name} looks different in ${(share * 100).toFixed(1)} % of it, ${where}`;
}
