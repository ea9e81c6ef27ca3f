// What a site takes on by one line: built here as it is served, and counted as it travels.
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const limitBytes = 10_000;
const root = join(import.meta.dirname, '..');
const [{ output }] = await build({
  configFile: join(root, 'widget/vite.config.ts'),
  logLevel: 'warn',
  build: { write: false },
});
const [{ code }] = output;
const bytes = gzipSync(code, { level: 9 }).length;
const brotli = brotliCompressSync(code).length;

process.stdout.write(`${bytes}  embed.js, gzip (limit ${limitBytes}); brotli ${brotli}\n`);
if (bytes > limitBytes || output.length > 1) {
  process.stderr.write(`Over the budget by ${bytes - limitBytes} bytes, or more than one file.\n`);
  process.exit(1);
}
