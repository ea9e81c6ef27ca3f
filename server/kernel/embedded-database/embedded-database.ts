import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderProblem } from '../system-problems.ts';
import { chooseAccount, elevate, reaches } from './account.ts';
import { copyBinaries, findBinaries } from './binaries.ts';
import {
  adminRole,
  checkCluster,
  clusterOwner,
  createCluster,
  layoutOf,
  writeSettings,
} from './cluster.ts';
import { readCredentials } from './credentials.ts';
import { lockFolder } from './folder-lock.ts';
import { unreachableFolder } from './problems.ts';
import { addressOf, appRole, databaseName, provision, resetAdminPassword } from './provision.ts';
import { clearRemains, findSurvivor, launch, shutDown } from './postmaster.ts';
import { settings as defaultSettings } from './settings.data.ts';
import { finishSwap } from './swap.ts';
import { Watch } from './watch.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Layout } from './cluster.ts';
import type { Credentials } from './credentials.ts';
import type { Listening, Running } from './postmaster.ts';
import type { EmbeddedLog } from './watch.ts';

export type { EmbeddedLog } from './watch.ts';

export interface EmbeddedDatabase {
  /** For the application: owns the database, is bound by row-level security. */
  url: string;
  /** Superuser of the same database: backup and extensions only. */
  adminUrl: string;
  /** Fast, clean shutdown; releases the data folder. May be called again. */
  stop(): Promise<void>;
  /** Whether a PostgreSQL that outlived its Otklik was taken over. */
  adopted: boolean;
}

export interface EmbeddedOptions {
  /** Data folder of Otklik; made when missing. */
  dataDir: string;
  log: EmbeddedLog;
  /** Over the settings of settings.data.ts: tests turn durability off. */
  settings?: Readonly<Record<string, string>>;
}

/** Bytes of a socket path that every supported system takes (sun_path of macOS), with its end mark. */
const maxSocketPath = 103;
const socketPort = 5432;

/**
 * Starts PostgreSQL below the data folder, or takes over the one that is still running there, and
 * keeps it running: a database that ends by itself is started again at the same address.
 * @throws StartProblem
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const layout = layoutOf(prepareFolder(options.dataDir));
  const lock = lockFolder(layout.dataDir);
  try {
    await finishSwap(layout.dataDir);
    const { running, adopted, relaunch, urls } = await bringUp(layout, options);
    const watch = new Watch({ layout, running, relaunch, log: options.log });
    let stopped: Promise<void> | null = null;
    const stop = async () => {
      await watch.stop();
      lock.release();
    };
    return { ...urls, adopted, stop: () => (stopped ??= stop()) };
  } catch (error) {
    lock.release();
    throw folderProblem(error, layout.dataDir);
  }
}

function prepareFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return realpathSync(dataDir);
  } catch (error) {
    throw folderProblem(error, dataDir);
  }
}

/** Addresses of the database that runs on the folder, whoever started it; null when none does. */
export async function findRunning(
  dataDir: string,
): Promise<{ url: string; adminUrl: string; folder: string } | null> {
  if (!existsSync(join(dataDir, 'database.json'))) {
    return null;
  }
  const layout = layoutOf(realpathSync(dataDir));
  const running = findSurvivor(layout);
  if (running === null || !running.ready) {
    return null;
  }
  const { credentials } = await readCredentials(layout.dataDir);
  return { ...addresses(running, credentials), folder: layout.folder };
}

/**
 * Takes the data folder from a dead Otklik: its lock, and a database that outlived it is stopped.
 * @returns what lets go of it again
 * @throws StartProblem `folder.held` when an Otklik is alive there
 */
export async function takeFolder(dataDir: string): Promise<() => void> {
  const layout = layoutOf(prepareFolder(dataDir));
  const lock = lockFolder(layout.dataDir);
  const survivor = findSurvivor(layout);
  if (survivor !== null) {
    await shutDown(survivor.pid, layout);
  }
  return () => lock.release();
}

function addresses(listening: Listening, { app, admin }: Credentials) {
  const url = (role: string, password: string) =>
    addressOf(listening, { role, password, database: databaseName });
  return { url: url(appRole, app), adminUrl: url(adminRole, admin) };
}

async function bringUp(layout: Layout, { log, settings }: EmbeddedOptions) {
  const { account, binaries } = await prepareAccount(layout, findBinaries());
  const { credentials, made } = await readCredentials(layout.dataDir);
  const fresh = clusterOwner(layout) === null;
  if (fresh) {
    log.info('Making the database');
    await createCluster(layout, binaries, account, {
      admin: credentials.admin,
      durable: settings?.['fsync'] !== 'off',
    });
  }
  checkCluster(layout);
  await prepareRunFolder(layout, account);
  const all = { ...defaultSettings, ...settings };
  const changed = await writeSettings(layout, all, binaries.version);

  const survivor = await settleSurvivor(layout, { keep: !changed && !made, log });
  let running: Running;
  if (survivor === null) {
    await clearRemains(layout);
    if (made && !fresh) {
      await resetAdminPassword(layout, binaries, account, credentials);
    }
    running = await launch(layout, binaries, account, await chooseListening(layout));
  } else {
    running = survivor;
  }
  await provision(running, credentials, made);
  return {
    running,
    adopted: survivor !== null,
    relaunch: () => launch(layout, binaries, account, running),
    urls: addresses(running, credentials),
  };
}

/** Decides who runs the database and from where, so that this user can reach all it needs. */
async function prepareAccount(
  layout: Layout,
  found: Binaries,
): Promise<{ account: Account | null; binaries: Binaries }> {
  const account = chooseAccount(clusterOwner(layout));
  if (account === null) {
    return { account, binaries: found };
  }
  const mode = statSync(layout.dataDir).mode;
  if ((mode & 0o001) === 0) {
    await chmod(layout.dataDir, mode | 0o011);
  }
  const program = join(found.root, 'bin', 'postgres');
  if (reaches(account, program, [layout.dataDir])) {
    return { account, binaries: found };
  }
  if (reaches(account, '/bin/sh', [layout.dataDir])) {
    const binaries = await copyBinaries(found, join(layout.dataDir, 'engine'));
    return { account, binaries };
  }
  const elevated = elevate(account, program, [layout.dataDir]);
  if (elevated === null) {
    throw unreachableFolder(layout.dataDir, account.name);
  }
  return { account: elevated, binaries: found };
}

async function prepareRunFolder(layout: Layout, account: Account | null): Promise<void> {
  await mkdir(layout.run, { recursive: true, mode: 0o700 });
  if (account !== null) {
    await chown(layout.run, account.uid, account.gid);
  }
  await rm(`${layout.folder}.new`, { recursive: true, force: true });
}

/** The survivor when it is to be kept and well; otherwise it is stopped. Waits for one that still recovers. */
async function settleSurvivor(
  layout: Layout,
  { keep, log }: { keep: boolean; log: EmbeddedLog },
): Promise<Running | null> {
  let survivor = findSurvivor(layout);
  while (survivor !== null && !survivor.ready) {
    await sleep(20);
    survivor = findSurvivor(layout);
  }
  if (survivor === null) {
    return null;
  }
  if (keep) {
    log.info(`Taking over the database that is still running as process ${survivor.pid}`);
    return survivor;
  }
  await shutDown(survivor.pid, layout);
  return null;
}

async function chooseListening(layout: Layout): Promise<Listening> {
  const path = join(layout.run, `.s.PGSQL.${socketPort}`);
  return Buffer.byteLength(path) <= maxSocketPath
    ? { socketFolder: layout.run, port: socketPort }
    : { socketFolder: null, port: await freePort() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
