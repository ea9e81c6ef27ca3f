import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, getuid, platform } from 'node:process';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const fixedPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

/** Nothing that talks to the network by itself, nothing that asks: a run is the same on every machine. */
export const quietArguments: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function playwrightsOwn(): string[] {
  try {
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/**
 * Path of a Chromium or Chrome that can be started, or null.
 * Order: `OTKLIK_CHROMIUM`, the usual places of the system, PATH, Playwright's own download.
 */
export function findChromium(): string | null {
  const chosen = env['OTKLIK_CHROMIUM'];
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const places = [
    ...(chosen === undefined ? [] : [chosen]),
    ...(fixedPlaces[platform] ?? []),
    ...onPath,
    ...playwrightsOwn(),
  ];
  return places.find(isExecutable) ?? null;
}

export type LaunchOptions = {
  readonly executable?: string;
  /** Added after the quiet arguments. */
  readonly args?: readonly string[];
};

/**
 * Starts a headless browser; the caller closes it.
 * @throws Error with what to do when no browser is installed.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = options.executable ?? findChromium();
  if (executablePath === null) {
    throw new Error(howToInstall());
  }
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium's own sandbox refuses to start as root, which is usual inside containers.
    chromiumSandbox: getuid?.() !== 0,
    args: [...quietArguments, ...(options.args ?? [])],
  });
}

/** One sentence a person can act on. */
export function howToInstall(): string {
  return platform === 'linux'
    ? 'No Chromium was found. Install it with `sudo apt-get install -y chromium fonts-dejavu-core`, or with `npx playwright-core install --with-deps chromium`, or set OTKLIK_CHROMIUM to its path.'
    : 'No Chromium or Chrome was found. Install Google Chrome, or run `npx playwright-core install chromium`, or set OTKLIK_CHROMIUM to its path.';
}
