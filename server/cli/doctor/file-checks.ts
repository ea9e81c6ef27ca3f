import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bad, ok } from './check.ts';
import type { DoctorCheck } from './check.ts';

const sampleSize = 40;

/** Some files of random folders: their names are their SHA-256, so each proves itself. */
const attachments: DoctorCheck = {
  name: { en: 'Files', ru: 'Файлы' },
  async look({ config: { dataDir } }) {
    const root = join(dataDir, 'files', 'attachments');
    const sample = await takeSample(root);
    const damaged: string[] = [];
    for (const path of sample) {
      if ((await hashOf(path)) !== path.slice(path.lastIndexOf('/') + 1)) {
        damaged.push(path);
      }
    }
    const list = damaged.join(', ');
    return damaged.length === 0
      ? [ok(`${sample.length} looked at, all whole`, `проверено ${sample.length}, все целы`)]
      : [
          bad(
            `damaged on disk: ${list}: check the disk, restore them from a backup`,
            `повреждены на диске: ${list}: проверьте диск и верните их из копии`,
          ),
        ];
  },
};

async function takeSample(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const first of shuffled(await names(root))) {
    for (const second of shuffled(await names(join(root, first))).slice(0, 4)) {
      const folder = join(root, first, second);
      found.push(...(await names(folder)).map((name) => join(folder, name)));
    }
    if (found.length >= sampleSize) {
      break;
    }
  }
  return found.slice(0, sampleSize);
}

const names = (path: string): Promise<string[]> => readdir(path).catch(() => []);

function shuffled(list: string[]): string[] {
  return list.toSorted(() => Math.random() - 0.5);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
    }
  } catch {
    return 'unreadable';
  }
  return hash.digest('hex');
}

export const fileChecks: readonly DoctorCheck[] = [attachments];
