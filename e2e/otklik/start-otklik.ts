import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRunning } from '../../server/kernel/embedded-database/embedded-database.ts';
import { endDatabase } from './end-database.ts';

/** A real Otklik: a process of its own, with its embedded database, on a data folder and ports of its own. */
export type Otklik = {
  readonly dataDir: string;
  readonly url: string;
  readonly smtpPort: number;
  readonly pid: number;
  /** Everything it has written so far. */
  log(): string;
  isRunning(): boolean;
  /** Superuser of its database: what a test finds must not depend on what it tests. */
  adminUrl(): Promise<string>;
  /** As Ctrl-C does. @returns the exit code */
  stop(): Promise<number | null>;
  /** The process alone; its database outlives it. */
  kill9(): Promise<void>;
};

export type StartOptions = {
  /** A new one when left out. */
  readonly dataDir?: string;
  readonly ports?: { readonly web: number; readonly smtp: number };
  readonly env?: Readonly<Record<string, string>>;
  /** No file of the process may grow above this: what a full disk looks like to it, without being root. */
  readonly fileLimitKb?: number;
};

export const projectDir = fileURLToPath(new URL('../../', import.meta.url));
const startWithinMs = 60_000;
const stopWithinMs = 30_000;

const running = new Set<ChildProcess>();
const folders = new Set<string>();
// However the run ends, nothing of it stays behind.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'otklik-e2e-'));
  folders.add(folder);
  return folder;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts it and waits until it says that it is ready. @throws Error with what it said instead */
export async function startOtklik(options: StartOptions = {}): Promise<Otklik> {
  const dataDir = options.dataDir ?? (await newFolder());
  folders.add(dataDir);
  const ports = options.ports ?? { web: await freePort(), smtp: await freePort() };
  const { child, log } = launch(dataDir, ports, options);
  await ready(child, log);
  return {
    dataDir,
    url: `http://127.0.0.1:${ports.web}`,
    smtpPort: ports.smtp,
    pid: child.pid ?? 0,
    log,
    isRunning: () => !hasEnded(child),
    adminUrl: () => adminUrlOf(dataDir),
    stop: () => stop(child, log),
    kill9: () => kill9(child),
  };
}

/** A start that is expected to end by itself. */
export async function tryToStart(
  options: StartOptions,
): Promise<{ code: number | null; said: string }> {
  const dataDir = options.dataDir ?? (await newFolder());
  const ports = options.ports ?? { web: await freePort(), smtp: await freePort() };
  const { child, log } = launch(dataDir, ports, options);
  const timer = setTimeout(() => child.kill('SIGKILL'), startWithinMs);
  const code = hasEnded(child) ? child.exitCode : (await once(child, 'exit'))[0];
  clearTimeout(timer);
  return { code: code as number | null, said: log() };
}

/** Ends what a test file started, also what it has killed only in part, and removes its folders. */
export async function endEverything(beforeRemoval: () => void = () => undefined): Promise<void> {
  for (const child of running) {
    await kill9(child);
  }
  for (const folder of folders) {
    await endDatabase(folder);
  }
  beforeRemoval();
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  folders.clear();
}

type Ports = { readonly web: number; readonly smtp: number };
type Launched = { readonly child: ChildProcess; readonly log: () => string };

function launch(dataDir: string, ports: Ports, { env, fileLimitKb }: StartOptions): Launched {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', 'server/main.ts'];
  // Ignored, so that a write fails (EFBIG) instead of ending the process. POSIX counts in blocks of 512 bytes.
  const limited = `trap '' XFSZ; ulimit -f ${(fileLimitKb ?? 0) * 2}; exec "$@"`;
  const command = fileLimitKb === undefined ? node : ['/bin/sh', '-c', limited, 'sh', ...node];
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: projectDir,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      OTKLIK_DATA_DIR: dataDir,
      OTKLIK_PORT: String(ports.web),
      OTKLIK_SMTP_PORT: String(ports.smtp),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  const hear = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-200_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return { child, log: () => output };
}

async function ready(child: ChildProcess, log: () => string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (why: string) => reject(new Error(`Otklik ${why}:\n${log()}`));
  const timer = setTimeout(() => fail(`was not ready in ${startWithinMs} ms`), startWithinMs);
  const look = () => /Otklik is ready|Отклик готов/.test(log()) && resolve();
  const ended = (code: number | null) => fail(`ended with ${code}`);
  child.stdout?.on('data', look);
  child.once('exit', ended);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    child.stdout?.off('data', look);
    child.off('exit', ended);
  }
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

async function stop(child: ChildProcess, log: () => string): Promise<number | null> {
  if (hasEnded(child)) {
    return child.exitCode;
  }
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, stopWithinMs);
  await ended;
  clearTimeout(timer);
  if (late) {
    throw new Error(`Otklik did not stop in ${stopWithinMs} ms:\n${log()}`);
  }
  return child.exitCode;
}

async function kill9(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

async function adminUrlOf(dataDir: string): Promise<string> {
  const found = await findRunning(dataDir);
  if (found === null) {
    throw new Error('the database of Otklik is not running');
  }
  return found.adminUrl;
}
