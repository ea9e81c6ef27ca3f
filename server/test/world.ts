import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApp, type App } from '../app.ts';
import type { Running } from '../background.ts';
import { openDatabase, type Database } from '../kernel/database.ts';
import { openFileStore, type FileStore } from '../kernel/files/file-store.ts';
import { silentLog } from '../kernel/log.ts';
import { openSecrets } from '../kernel/secrets/secrets.ts';
import { systemActor } from '../kernel/actor.ts';
import { letterFingerprint } from '../modules/channels/email/imap/letter-fingerprint.ts';
import { receiveLetter } from '../modules/channels/commands/receive-letter.ts';
import { callerOf, type Caller } from './caller.ts';
import { heldClock, type HeldClock } from './clock.ts';
import { createTestDatabase } from './database.ts';
import { foundCompany, type Company, type Wanted } from './company.ts';
import { loggedEvents, type LoggedEvent } from './event-reader.ts';
import { waitUntilIdle } from './idle.ts';

/**
 * The whole application as it runs for people, on a private database and a folder of its own, without any port. Only
 * the clock is held. Nobody is mocked.
 */
export type World = {
  readonly app: App;
  readonly db: Database;
  readonly files: FileStore;
  readonly clock: HeldClock;
  /** Keys and files; for a second process on the same data. */
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Behind row-level security: what a test wants to know and no API says. */
  readonly admin: pg.Pool;
  /** As nobody. */
  readonly call: Caller;
  /** As whoever a sign-in cookie or a token belongs to. */
  as(credential: string): Caller;
  /** A company with its administrator; the first one of a world has the address `support@localhost`. */
  found(wanted?: Partial<Wanted>): Promise<Company>;
  /** Hands a raw letter over to the company's built-in mailbox, or to another of its channels; settles. */
  mail(company: Company, letter: string | Uint8Array, options?: MailOptions): Promise<void>;
  /** Waits until every reaction, job and letter that is due has been dealt with. */
  settle(): Promise<void>;
  events(company: Company, filter?: { ticketId?: string; name?: string }): Promise<LoggedEvent[]>;
  close(): Promise<void>;
};

type MailOptions = { readonly channelId?: string; readonly settle?: boolean };

export async function openWorld(): Promise<World> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'otklik-world-'));
  const clock = heldClock();
  const db = openDatabase({ url: database.url, onError: () => undefined });
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  admin.on('error', () => undefined);
  const files = await openFileStore(dataDir);
  const app = createApp({
    db,
    log: silentLog,
    clock: clock.now,
    files: files.attachments,
    raw: files.letters,
    spoolDir: files.spoolDir,
    secrets: await openSecrets(dataDir),
    publicUrl: undefined,
    smtp: { host: '127.0.0.1', port: 2525 },
  });
  await app.prepare();
  const http = await app.openWeb({ trustProxy: true });
  let worker: Promise<Running> | undefined;

  const world: World = {
    app,
    db,
    files,
    clock,
    dataDir,
    admin,
    databaseUrl: database.url,
    call: callerOf(http),
    as: (credential) => callerOf(http, credential),
    found: (wanted = {}) => foundCompany(world, wanted),

    async mail(company, letter, { channelId = company.mailbox.id, settle = true } = {}) {
      const bytes = Buffer.from(letter);
      await app.executor.execute(
        receiveLetter,
        {
          channelId,
          externalId: letterFingerprint(bytes),
          raw: await files.letters.put(bytes),
          size: bytes.length,
          envelope: { from: null, to: [] },
        },
        systemActor(company.id, 'test'),
      );
      if (settle) {
        await world.settle();
      }
    },

    async settle() {
      // Only when something waits: most tests need no worker.
      worker ??= app.startWorker();
      await worker;
      await waitUntilIdle(admin, clock.now);
    },

    events: (company, filter = {}) => loggedEvents(admin, company.id, filter),

    async close() {
      await http.close();
      await (await worker)?.stop();
      await app.close();
      await db.close();
      await admin.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}
