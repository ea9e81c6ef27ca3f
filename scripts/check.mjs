// Everything that is checked without running the product; exactly CI's static part. Two steps at a time, all of them
// even when one fails, so that one run tells everything.
//   node scripts/check.mjs [names of steps]
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (path) => [process.execPath, join(root, 'node_modules', path)];
const own = (name) => [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  join(root, 'scripts', name),
];
const code = ['server', 'web', 'widget', 'contracts', 'scripts', 'bench', 'corpora', 'e2e'];
const settings = ['.dependency-cruiser.cjs', 'vitest.config.ts'];

const steps = {
  types: [...bin('typescript7/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'],
  lint: [...bin('oxlint/bin/oxlint'), '--type-aware', ...code, 'vitest.config.ts'],
  format: [...bin('oxfmt/bin/oxfmt'), '--check', ...code, ...settings],
  'dependency rules': [
    ...bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    'server',
    'web',
    'widget',
    'contracts',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  'dependency rules are alive': own('check-dependency-rules.mjs'),
  'dead code': [...bin('knip/bin/knip.js'), '--no-progress'],
  'contracts are fresh': own('check-contracts.ts'),
  'both languages': own('check-i18n.mjs'),
  'every code has words': own('check-codes.mjs'),
  'bytes before the inbox': own('check-bytes.mjs'),
  'bytes inside other sites': own('check-widget-bytes.mjs'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  process.stderr.write(
    `No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}\n`,
  );
  process.exit(2);
}

const waiting = Object.entries(steps).filter(
  ([name]) => asked.length === 0 || asked.includes(name),
);
const failed = [];

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, [command, ...args]] = next;
    const began = performance.now();
    const { exitCode, said } = await run(command, args);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
    if (exitCode !== 0) {
      failed.push(name);
      process.stdout.write(`${said.trimEnd()}\n`);
    }
  }
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk) => {
      said += chunk;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => resolve({ exitCode: 1, said: error.message }));
    child.on('close', (exitCode) => resolve({ exitCode, said }));
  });
}

const began = performance.now();
await Promise.all([work(), work()]);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(
  failed.length > 0
    ? `failed: ${failed.join(', ')} (${seconds} s)\n`
    : `all checks passed (${seconds} s)\n`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
