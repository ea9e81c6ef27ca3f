import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { execPath, getuid, platform } from 'node:process';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { findChromium, howToInstall, launchBrowser } from './chromium.ts';

/** DejaVu has Cyrillic, Liberation has the metrics of the fonts that letters ask for; together 5 MB. */
const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];

type Finished = { readonly ok: boolean; readonly lastLines: string };

async function run(command: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let tail = '';
    const keep = (chunk: Buffer): void => {
      tail = (tail + chunk.toString()).slice(-600);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ ok: false, lastLines: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, lastLines: tail.trim() }));
  });
}

function hasApt(): boolean {
  try {
    accessSync('/usr/bin/apt-get', constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installByApt(): Promise<Finished> {
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  const first = await run('apt-get', args);
  if (first.ok) {
    return first;
  }
  // A fresh container has no package lists yet.
  const lists = await run('apt-get', ['update']);
  return lists.ok ? run('apt-get', args) : lists;
}

async function installByPlaywright(asRoot: boolean): Promise<Finished> {
  const packageFile = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const cli = join(dirname(packageFile), 'cli.js');
  return run(execPath, [cli, 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium']);
}

async function starts(executable: string): Promise<string | null> {
  try {
    const browser = await launchBrowser({ executable });
    await browser.close();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

type Way = { readonly name: string; readonly install: () => Promise<Finished> };

function waysHere(): Way[] {
  const apt = platform === 'linux' && getuid?.() === 0 && hasApt();
  const download: Way = { name: 'playwright', install: () => installByPlaywright(apt) };
  return apt ? [{ name: 'apt-get', install: installByApt }, download] : [download];
}

/**
 * Makes sure that a browser is there; returns its path. Does nothing when one is found.
 * As root on Debian and its kin: apt; otherwise Playwright's download into the user's cache.
 * @throws Error that says what was tried and what a person can do.
 */
export async function installBrowser(say: (line: string) => void = () => {}): Promise<string> {
  const present = findChromium();
  if (present !== null) {
    return present;
  }
  const failures: string[] = [];
  for (const way of waysHere()) {
    say(`Installing Chromium for the tests (${way.name})`);
    const finished = await way.install();
    const found = findChromium();
    const failure = found === null ? finished.lastLines : await starts(found);
    if (found !== null && failure === null) {
      return found;
    }
    failures.push(`${way.name}: ${failure ?? ''}`);
  }
  throw new Error([howToInstall(), ...failures].join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await installBrowser((line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`Browser: ${path}\n`);
}
