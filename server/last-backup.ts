import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** When `otklik backup` has last finished one of this data folder, as it has noted itself; null: never. */
export async function readLastBackup(dataDir: string): Promise<Date | null> {
  try {
    const note = JSON.parse(await readFile(join(dataDir, 'last-backup.json'), 'utf8')) as {
      at?: string;
    };
    const at = new Date(note.at ?? Number.NaN);
    return Number.isNaN(at.getTime()) ? null : at;
  } catch {
    return null;
  }
}
