import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRunning } from '../../server/kernel/embedded-database/embedded-database.ts';
import { startCommand } from './start-command.ts';

/** A running Otklik of its own: data folder, ports, embedded database. */
export type Instance = {
  readonly dataDir: string;
  readonly url: string;
  readonly smtpPort: number;
  readonly pid: number;
  /** From the start of the process to its announcement, in milliseconds. */
  readonly startMs: number;
  /** Superuser of the database: the verification must not depend on what it verifies. */
  readonly adminUrl: string;
  stop(): Promise<void>;
};

const root = fileURLToPath(new URL('../../', import.meta.url));

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'otklik-bench-'));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export async function startInstance(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Instance> {
  const [port, smtpPort] = [await freePort(), await freePort()];
  const before = performance.now();
  const { args, env } = startCommand();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      OTKLIK_DATA_DIR: dataDir,
      OTKLIK_PORT: String(port),
      OTKLIK_SMTP_PORT: String(smtpPort),
      DATABASE_URL: '',
      LANG: 'C.UTF-8',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  await announced(child);
  const startMs = performance.now() - before;
  const running = await findRunning(dataDir);
  if (!running || child.pid === undefined) {
    throw new Error('the database of the started Otklik was not found');
  }
  return {
    dataDir,
    url: `http://127.0.0.1:${port}`,
    smtpPort,
    pid: child.pid,
    startMs,
    adminUrl: running.adminUrl,
    stop: () => stop(child),
  };
}

/** Nothing of ours stays behind when the bench itself is ended: a signal's default end would run no listener of `exit`. */
function endWithUs(child: ChildProcess): void {
  const end = () => child.kill('SIGTERM');
  const leave = () => process.exit(130);
  process.once('exit', end).once('SIGINT', leave).once('SIGTERM', leave);
  child.once('exit', () => process.off('exit', end).off('SIGINT', leave).off('SIGTERM', leave));
}

async function announced(child: ChildProcess): Promise<void> {
  let output = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const hear = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000);
    if (output.includes('Otklik is ready')) {
      resolve();
    }
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.once('exit', (code) => reject(new Error(`Otklik ended with ${code}:\n${output}`)));
  await promise;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}

export async function removeFolder(dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}
