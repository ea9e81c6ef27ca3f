import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { chown, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { chooseAccount, spawnAs } from '../kernel/embedded-database/account.ts';
import type { Account } from '../kernel/embedded-database/account.ts';

export interface SystemDatabase {
  /** Superuser. */
  adminUrl: string;
  version: number;
  stop(): Promise<void>;
}

/** Folder of programs of the newest PostgreSQL (15 or newer) that the system has installed, or null. */
export function findSystemPostgres(): { bin: string; version: number } | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .toSorted((a, b) => b - a)
    : [];
  const version = versions.find(
    (each) => each >= 15 && existsSync(join(root, String(each), 'bin/initdb')),
  );
  return version === undefined ? null : { bin: join(root, String(version), 'bin'), version };
}

/** A throw-away server of the system's own PostgreSQL on loopback: the everyday case of DATABASE_URL. */
export async function startSystemDatabase(): Promise<SystemDatabase> {
  const found = findSystemPostgres();
  if (found === null) {
    throw new Error('the system has no PostgreSQL 15 or newer');
  }
  const folder = mkdtempSync(join(tmpdir(), 'otklik-system-db-'));
  const account = chooseAccount(statSync(folder).uid);
  if (account !== null) {
    await chown(folder, account.uid, account.gid);
  }
  await makeCluster(found.bin, folder, account);
  const port = await freePort();
  const options = `-D ${folder}/data -p ${port} -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories=`;
  const server = spawnAs(account, join(found.bin, 'postgres'), options.split(' '), {
    stdio: 'ignore',
    cwd: '/',
  });
  const adminUrl = `postgres://admin:secret@127.0.0.1:${port}/postgres`;
  await waitFor(adminUrl);
  return {
    adminUrl,
    version: found.version,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeCluster(bin: string, folder: string, account: Account | null): Promise<void> {
  const password = join(folder, 'password');
  await writeFile(password, 'secret', { mode: 0o644 });
  const options = `-D ${folder}/data -U admin -E UTF8 --locale=C.UTF-8 -A scram-sha-256 --pwfile=${password} -N`;
  const ids = account === null ? {} : { uid: account.uid, gid: account.gid };
  const made = spawnSync(join(bin, 'initdb'), options.split(' '), {
    encoding: 'utf8',
    cwd: '/',
    ...ids,
  });
  if (made.status !== 0) {
    throw new Error(made.stderr);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 100) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
