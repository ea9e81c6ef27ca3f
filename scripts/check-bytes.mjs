// The JavaScript that must arrive before the inbox is usable, gzipped: the entry with everything it imports
// statically, and the parts that the first screen always asks for. The limits stand in web/console/budget.json.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist/console');
const manifestFile = join(dist, '.vite/manifest.json');

if (!existsSync(manifestFile)) {
  process.stderr.write('The console is not built: run `npx vite build web/console` first.\n');
  process.exit(2);
}

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const budget = JSON.parse(readFileSync(join(root, 'web/console/budget.json'), 'utf8'));
const entry = Object.keys(manifest).find(
  (name) => manifest[name].isEntry && name.endsWith('.html'),
);

const needed = new Set();
function follow(name) {
  if (needed.has(name)) {
    return;
  }
  const chunk = manifest[name];
  if (!chunk) {
    throw new Error(`The build has no ${name}; budget.json names it.`);
  }
  needed.add(name);
  for (const imported of chunk.imports ?? []) {
    follow(imported);
  }
}
for (const name of [entry, ...budget.alsoNeeded]) {
  follow(name);
}

const files = new Set([...needed].map((name) => manifest[name].file));
// Classic scripts stand in the page only.
for (const [, file] of readFileSync(join(dist, 'index.html'), 'utf8').matchAll(
  /<script src="\/([^"]+)"/g,
)) {
  files.add(file);
}
const sizes = [...files]
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }))
  .toSorted((a, b) => b.bytes - a.bytes);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const { limitBytes, aimBytes } = budget.javascriptBeforeInbox;

for (const { file, bytes } of sizes) {
  process.stdout.write(`${String(bytes).padStart(8)}  ${file}\n`);
}
process.stdout.write(
  `${String(total).padStart(8)}  JavaScript before the inbox, gzip (limit ${limitBytes}, aim ${aimBytes})\n`,
);
if (total > limitBytes) {
  process.stderr.write(`Over the budget by ${total - limitBytes} bytes.\n`);
  process.exit(1);
}
