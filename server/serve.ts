import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { createApp, type App, type Running } from './app.ts';
import { systemClock } from './kernel/clock.ts';
import { publicUrl, readConfig, type Config, type Environment } from './kernel/config.ts';
import { openDatabase } from './kernel/database.ts';
import { startEmbeddedDatabase } from './kernel/embedded-database/embedded-database.ts';
import { openFileStore } from './kernel/files/file-store.ts';
import { openLog, type Log } from './kernel/log.ts';
import { openMetrics } from './kernel/metrics.ts';
import { migrate } from './kernel/migrate.ts';
import { openSecrets } from './kernel/secrets/secrets.ts';
import { StartProblem, terminalLanguage } from './kernel/start-problem.ts';
import { serveConsole, serveDocs, serveHealth } from './web-extras.ts';

const migrationsDir = fileURLToPath(new URL('./migrations/', import.meta.url));

type Stoppable = { readonly name: string; stop(): Promise<void> };

/** Starts what the configuration names, in order, and stops it in reverse. */
export async function serve(env: Environment): Promise<void> {
  const config = readConfig(env);
  const log = openLog(config.logLevel);
  const started: Stoppable[] = [];
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= stopAll(started, log));
  process.on('SIGINT', () => void stop().then(() => process.exit(0)));
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
  try {
    const address = await start(config, { log, env, started });
    if (address) {
      announce(address, env);
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

type Starting = { log: Log; env: Environment; started: Stoppable[] };

async function start(config: Config, { log, started }: Starting): Promise<string | null> {
  const url = await databaseUrl(config, log, started);
  await migrate(url, { dir: migrationsDir });
  const db = openDatabase({ url, onError: (err) => log.warn({ err }, 'database connection') });
  started.push({ name: 'database connections', stop: () => db.close() });

  const files = await openFileStore(config.dataDir);
  const app = createApp({
    db,
    log,
    files: files.attachments,
    raw: files.letters,
    spoolDir: files.spoolDir,
    secrets: await openSecrets(config.dataDir),
    clock: systemClock,
    publicUrl: config.url ?? undefined,
    smtp: config.smtp,
  });
  started.push({ name: 'application', stop: () => app.close() });
  await app.prepare();
  return startRoles(app, config, { log, started });
}

async function databaseUrl(config: Config, log: Log, started: Stoppable[]): Promise<string> {
  if (config.databaseUrl) {
    return config.databaseUrl;
  }
  const embedded = await startEmbeddedDatabase({ dataDir: config.dataDir, log });
  started.push({ name: 'embedded database', stop: () => embedded.stop() });
  return embedded.url;
}

type Roles = { log: Log; started: Stoppable[] };

async function startRoles(app: App, config: Config, { log, started }: Roles): Promise<string | null> {
  const keep = (name: string, running: Running) => started.push({ name, stop: () => running.stop() });
  let address: string | null = null;
  if (config.roles.has('web')) {
    address = await startWeb(app, config, { log, started });
  }
  if (config.roles.has('worker')) {
    keep('worker', await app.startWorker());
  }
  if (config.roles.has('channels')) {
    keep('channels', await portProblem(config.smtp.port, 'OTKLIK_SMTP_PORT', () => app.startChannels()));
  }
  return address;
}

async function startWeb(app: App, config: Config, { started }: Roles): Promise<string> {
  const metrics = openMetrics(() => app.watching());
  const server: FastifyInstance = await app.openWeb({ trustProxy: config.trustProxy, metrics });
  started.push({ name: 'web', stop: () => server.close() });
  serveHealth(server, { app, metrics });
  serveDocs(server, app);
  await serveConsole(server);
  await portProblem(config.port, 'OTKLIK_PORT', () =>
    server.listen({ host: config.host, port: config.port }),
  );
  return publicUrl(config, (server.server.address() as AddressInfo).port);
}

/** A taken or forbidden port in one sentence. */
async function portProblem<T>(port: number, variable: string, listen: () => Promise<T>): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      throw new StartProblem(
        'port.taken',
        {
          en: `Port ${port} is taken by another program; stop it, or choose another one: ${variable}=${port + 1} npm start`,
          ru: `Порт ${port} занят другой программой; остановите её или выберите другой: ${variable}=${port + 1} npm start`,
        },
        error,
      );
    }
    throw error;
  }
}

function announce(address: string, env: Environment): void {
  const words = {
    en: `Otklik is ready: ${address}\nPress Ctrl-C to stop it.`,
    ru: `Отклик готов к работе: ${address}\nОстановить: Ctrl-C.`,
  };
  process.stdout.write(`${words[terminalLanguage(env)]}\n`);
}

/** In reverse order; one that fails to stop must not keep the database running. */
async function stopAll(started: Stoppable[], log: Log): Promise<void> {
  for (const { name, stop } of started.toReversed()) {
    await stop().catch((err: unknown) => log.warn({ err }, `stopping ${name}`));
  }
}
