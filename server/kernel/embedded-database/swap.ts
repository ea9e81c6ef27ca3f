import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a restore puts in place of what is there. Each is one name in the data folder, so one rename. */
const swapped = ['database', 'database.json', 'files', 'keys'];
const mark = 'restore.json';

type Swap = { readonly from: string; readonly aside: string };

/**
 * Moves the restored parts from folder `from` into the data folder and what was there into folder
 * `aside` (both names in the data folder). Noted first, so a start after a crash finishes it.
 */
export async function swapIn(dataDir: string, swap: Swap): Promise<void> {
  await writeFile(join(dataDir, `${mark}.new`), JSON.stringify(swap), { flush: true });
  await rename(join(dataDir, `${mark}.new`), join(dataDir, mark));
  await finishSwap(dataDir);
}

/** Finishes a restore that was interrupted between two renames. */
export async function finishSwap(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, mark))) {
    return;
  }
  const { from, aside } = JSON.parse(await readFile(join(dataDir, mark), 'utf8')) as Swap;
  for (const name of swapped) {
    const next = join(dataDir, from, name);
    if (!existsSync(next)) {
      continue;
    }
    if (existsSync(join(dataDir, name))) {
      await mkdir(join(dataDir, aside), { recursive: true, mode: 0o700 });
      await rename(join(dataDir, name), join(dataDir, aside, name));
    }
    await rename(next, join(dataDir, name));
  }
  await rm(join(dataDir, mark), { force: true });
  await rm(join(dataDir, from), { recursive: true, force: true });
}
