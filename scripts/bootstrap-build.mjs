import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ended, readOr, root } from './bootstrap-install.mjs';
import { failedBuild, tell } from './bootstrap-words.mjs';

const sources = ['web', 'widget', 'contracts', 'package-lock.json'];
const results = ['dist/console/index.html', 'web/console/dist/index.html'];
const notSource = /(^|\/)(dist|node_modules)(\/|$)|\.test\.tsx?$/;

/** Builds the console, and what runs inside other sites, when a source of them changed since the last build. */
export async function ensureConsole(node) {
  const config = join(root, 'web/console/vite.config.ts');
  if (!existsSync(config)) {
    return;
  }
  const stamp = join(root, '.cache/console-built');
  const wanted = fingerprint();
  if (readOr(stamp, '') === wanted && results.some((path) => existsSync(join(root, path)))) {
    return;
  }
  tell('Building the console', 'Собираю консоль');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  for (const place of [config, join(root, 'widget/vite.config.ts')].filter(existsSync)) {
    const args = [vite, 'build', '--config', place, '--logLevel', 'warn'];
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', 2, 2] });
    if ((await ended(child)) !== 0) {
      throw failedBuild();
    }
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Names, sizes and times of the sources: some milliseconds, where reading them would take a tenth of a second. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((name) => filesBelow(join(root, name)))) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || notSource.test(relative(root, path))) {
    return [];
  }
  if (!found.isDirectory()) {
    return [path];
  }
  const names = readdirSync(path).toSorted();
  return names.flatMap((name) => filesBelow(join(path, name)));
}
