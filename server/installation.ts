import { fileURLToPath } from 'node:url';
import { createApp, type App } from './app.ts';
import { systemClock } from './kernel/clock.ts';
import { publicUrl, type Config } from './kernel/config.ts';
import { openDatabase, type Database } from './kernel/database.ts';
import {
  findRunning,
  startEmbeddedDatabase,
} from './kernel/embedded-database/embedded-database.ts';
import { openFileStore } from './kernel/files/file-store.ts';
import type { Log } from './kernel/log.ts';
import { migrate } from './kernel/migrate.ts';
import { openSecrets } from './kernel/secrets/secrets.ts';
import { readLastBackup } from './last-backup.ts';
import type { Stack } from './stack.ts';

const migrationsDir = fileURLToPath(new URL('./migrations/', import.meta.url));

export type Opened = { readonly app: App; readonly db: Database };

type Opening = {
  readonly log: Log;
  readonly stack: Stack;
  /** The command line works beside a running Otklik; the server needs the data folder for itself. */
  readonly beside: boolean;
};

/** The application on its data folder and database, migrated; nothing is served yet. */
export async function openInstallation(
  config: Config,
  { log, stack, beside }: Opening,
): Promise<Opened> {
  const url = config.databaseUrl ?? (await embeddedUrl(config, { log, stack, beside }));
  await migrate(url, { dir: migrationsDir });
  let closing = false;
  const db = openDatabase({
    url,
    onError: ({ message }) => {
      // A database that is being stopped ends every connection: no news.
      if (!closing) {
        log.warn({ reason: message }, 'database connection');
      }
    },
  });
  stack.add('database connections', () => {
    closing = true;
    return db.close();
  });
  const files = await openFileStore(config.dataDir);
  const app = createApp({
    db,
    log,
    files: files.attachments,
    raw: files.letters,
    spoolDir: files.spoolDir,
    demo: config.demo,
    lastBackup: () => readLastBackup(config.dataDir),
    secrets: await openSecrets(config.dataDir),
    clock: systemClock,
    publicUrl: config.url ?? undefined,
    ownUrl: publicUrl(config),
    smtp: config.smtp,
    webhookReach: { allowPrivate: config.privateWebhooks },
  });
  stack.add('application', () => app.close());
  await app.prepare();
  return { app, db };
}

async function embeddedUrl({ dataDir }: Config, { log, stack, beside }: Opening): Promise<string> {
  const running = beside ? await findRunning(dataDir) : null;
  if (running) {
    return running.url;
  }
  const embedded = await startEmbeddedDatabase({ dataDir, log });
  stack.add('embedded database', () => embedded.stop());
  return embedded.url;
}
