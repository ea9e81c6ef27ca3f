import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** A project of its own with a program to start and an npm that only notes what it was asked. */
let project: string;
const at = (path: string) => join(project, path);
const scripts = fileURLToPath(new URL('.', import.meta.url));

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

function lockOf(version: string): string {
  return JSON.stringify({
    packages: {
      '': {},
      'node_modules/a': { version },
      'node_modules/b': { version, optional: true },
    },
  });
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'otklik-bootstrap-'));
  for (const name of ['bootstrap', 'bootstrap-build', 'bootstrap-install', 'bootstrap-words']) {
    cpSync(join(scripts, `${name}.mjs`), at(`scripts/${name}.mjs`));
  }
  write('package.json', '{"type":"module"}');
  write('package-lock.json', lockOf('1.0.0'));
  write(
    'server/main.ts',
    'const n: number = 7; console.log("serving", n, ...process.argv.slice(2)); process.exitCode = n;',
  );
  write('server/cli/main.ts', 'console.log("command", ...process.argv.slice(2));');
  write(
    'npm/npm-cli.js',
    `import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
     appendFileSync(${JSON.stringify(at('npm/calls'))}, process.argv.slice(2, 4).join(' ') + '\\n');
     const broken = ${JSON.stringify(at('npm/broken'))};
     if (existsSync(broken)) { console.error(readFileSync(broken, 'utf8')); process.exit(1); }
     mkdirSync('node_modules', { recursive: true });
     const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
     delete lock.packages['node_modules/b'];
     writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock));`,
  );
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function start(args: string[], env: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, [at('scripts/bootstrap.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'C', npm_execpath: at('npm/npm-cli.js'), ...env },
  });
  return { code: result.status, said: result.stdout, told: result.stderr };
}

const calls = () =>
  existsSync(at('npm/calls')) ? readFileSync(at('npm/calls'), 'utf8').trim().split('\n') : [];

describe('npm start', () => {
  test('installs what the lockfile says, then becomes the program', () => {
    const first = start(['serve', 'quickly']);
    expect(first).toMatchObject({ code: 7, said: 'serving 7 quickly\n' });
    expect(first.told).toContain('Installing the packages');
    expect(calls()).toEqual(['ci --prefer-offline']);
  });

  test('does not install again, nor say anything of its own', () => {
    start(['serve']);
    expect(start(['serve'])).toEqual({ code: 7, said: 'serving 7\n', told: '' });
    expect(calls()).toHaveLength(1);
  });

  test('installs again when the lockfile changed', () => {
    start(['serve']);
    write('package-lock.json', lockOf('1.0.1'));
    start(['serve']);
    expect(calls()).toHaveLength(2);
  });

  test('takes over packages that somebody installed by hand', () => {
    write('node_modules/.package-lock.json', lockOf('1.0.0'));
    expect(start(['serve']).code).toBe(7);
    expect(calls()).toEqual([]);
  });

  test('installs again after an install that was interrupted', () => {
    write('node_modules/a/package.json', '{}');
    write('.cache/installing', '999999999');
    expect(start(['serve']).code).toBe(7);
    expect(calls()).toHaveLength(1);
  });

  test('builds the console only after a source of it changed', () => {
    write('web/console/vite.config.ts', '');
    write('web/console/src/main.tsx', 'one');
    write(
      'node_modules/vite/bin/vite.js',
      `const fs = require('node:fs'); fs.mkdirSync('dist/console', { recursive: true }); fs.writeFileSync('dist/console/index.html', ''); fs.appendFileSync('npm/builds', 'built ');`,
    );
    write('node_modules/vite/package.json', '{"type":"commonjs"}');
    start(['serve']);
    start(['serve']);
    write('web/console/src/main.tsx', 'another');
    start(['serve']);
    write('web/console/src/main.test.tsx', 'tests are not built');
    start(['serve']);
    expect(readFileSync(at('npm/builds'), 'utf8')).toBe('built built ');
  });
});

describe('the command line', () => {
  test('gets its arguments as they were given', () => {
    expect(start(['cli', 'backup', 'a b.tar', '--yes']).said).toBe(
      'command backup a b.tar --yes\n',
    );
  });

  test('can be prepared without being run', () => {
    expect(start(['prepare', 'cli'])).toMatchObject({ code: 0, said: '' });
    expect(existsSync(at('.node/bin/node'))).toBe(true);
  });
});

describe('an obstacle is told in one sentence', () => {
  test.each([
    ['npm error code ENOTFOUND', 'could not reach its package registry'],
    ['npm error code ENOSPC', 'no space left'],
    ['npm error code EACCES', 'the right to write'],
    ['npm error code EUSAGE', 'could not install'],
  ])('%s', (output, sentence) => {
    write('npm/broken', output);
    const { code, told } = start(['serve']);
    expect(code).toBe(1);
    expect(told).toContain(output);
    expect(told.trim().split('\n').at(-1)).toContain(sentence);
  });

  test('in Russian, when the terminal is', () => {
    write('npm/broken', 'npm error code ENOTFOUND');
    expect(start(['serve'], { LANG: 'ru_RU.UTF-8' }).told).toContain('не смог связаться');
  });

  test('and the next start goes on where it was', () => {
    write('npm/broken', 'npm error code ENOTFOUND');
    start(['serve']);
    rmSync(at('npm/broken'));
    expect(start(['serve']).code).toBe(7);
  });

  test('a copy without a lockfile is not complete', () => {
    rmSync(at('package-lock.json'));
    expect(start(['serve']).told).toContain('package-lock.json');
  });

  test('an unknown task shows the usage', () => {
    expect(start(['cook'])).toMatchObject({ code: 2 });
  });
});
