import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const built = fileURLToPath(new URL('../../dist/console/', import.meta.url));

/** kB of the scripts that the page itself names, compressed as they are sent; null when the console is not built. */
export function measureConsole(): { gzip: number; brotli: number } | null {
  const page = join(built, 'index.html');
  if (!existsSync(page)) {
    return null;
  }
  const named = readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/?([^"]+\.js)"/g);
  const scripts = [...named].map(([, path]) => readFileSync(join(built, path ?? '')));
  const sum = (squeeze: (bytes: Buffer) => Buffer) =>
    scripts.reduce((total, bytes) => total + squeeze(bytes).length, 0) / 1000;
  return {
    gzip: sum((bytes) => gzipSync(bytes)),
    brotli: sum((bytes) => brotliCompressSync(bytes)),
  };
}
