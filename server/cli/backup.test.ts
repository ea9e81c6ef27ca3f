import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openControl } from '../kernel/control.ts';
import { startEmbeddedDatabase } from '../kernel/embedded-database/embedded-database.ts';
import { openFileStore, type FileStore } from '../kernel/files/file-store.ts';
import { openSecrets } from '../kernel/secrets/secrets.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { writeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';
import type { EmbeddedDatabase } from '../kernel/embedded-database/embedded-database.ts';

const log = { info: () => undefined, warn: () => undefined };
let root: string;
let dataDir: string;
let file: string;
let database: EmbeddedDatabase;

async function start(folder: string): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase({ dataDir: folder, log, settings: { max_wal_size: '64MB' } });
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'otklik-backup-'));
  dataDir = join(root, 'data');
  file = join(root, 'backup.tar.zst');
  database = await start(dataDir);
  await ask(
    database.url,
    `create table kept (n bigint primary key, letter text, attachment text, padding text)`,
  );
});
afterAll(async () => {
  await database.stop();
  rmSync(root, { recursive: true, force: true });
});

type Acknowledged = { n: number; at: number; letter: string; attachment: string };

/** Work as the product does it: bytes first, then the row that names them; acknowledged after the commit. */
async function writeUntil(
  files: FileStore,
  isOver: () => boolean,
  worker: number,
): Promise<Acknowledged[]> {
  const client = await connect(database.url);
  const done: Acknowledged[] = [];
  for (let n = worker * 1_000_000; !isOver(); n += 1) {
    const letter = await files.letters.put(Buffer.from(`letter ${n}`));
    const { hash } = await files.attachments.put(Buffer.from(`file ${n}`), 1000);
    await client.query('insert into kept values ($1, $2, $3, $4)', [
      n,
      letter,
      hash,
      'x'.repeat(2000),
    ]);
    done.push({ n, at: Date.now(), letter, attachment: hash });
  }
  await client.end();
  return done;
}

test('a backup under load, restored elsewhere, lacks nothing that was acknowledged before its end', async () => {
  const sealed = (await openSecrets(dataDir)).seal('password of a mailbox');
  let over = false;
  // A process has one: opening another clears away what it takes for remains of an earlier process.
  const files = await openFileStore(dataDir);
  const writers = [1, 2, 3, 4].map((worker) => writeUntil(files, () => over, worker));
  await sleep(500);
  const { completeTo } = await writeBackup({ dataDir, databaseUrl: null }, file);
  await sleep(200);
  over = true;
  const written = (await Promise.all(writers)).flat();
  const due = written.filter(({ at }) => at <= completeTo.getTime());
  expect(due.length).toBeGreaterThan(20);

  const other = join(root, 'other');
  const { aside } = await restoreBackup({ dataDir: other, databaseUrl: null }, file, {
    yes: false,
  });
  expect(aside).toBeNull();
  const restored = await start(other);
  try {
    const rows = await ask(restored.url, 'select n::int, letter, attachment from kept order by n');
    const have = new Map(rows.map((row) => [row['n'], row]));
    expect(due.filter(({ n }) => !have.has(n))).toEqual([]);
    const copy = await openFileStore(other);
    for (const { n, letter, attachment } of due) {
      expect(Buffer.from(await copy.letters.read(letter)).toString()).toBe(`letter ${n}`);
      expect((await buffer(await copy.attachments.read(attachment))).toString()).toBe(`file ${n}`);
    }
    expect((await openSecrets(other)).unseal(sealed)).toBe('password of a mailbox');
    expect(
      await ask(restored.url, 'select count(*)::int as slots from pg_replication_slots'),
    ).toEqual([{ slots: 0 }]);
  } finally {
    await restored.stop();
  }
}, 120_000);

test('a backup leaves nothing behind in the database and no half file', async () => {
  const [row] = await ask(
    database.adminUrl,
    'select count(*)::int as slots from pg_replication_slots',
  );
  expect(row).toEqual({ slots: 0 });
  expect(await readdir(root)).not.toContain('backup.tar.zst.part');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

async function problemOf(work: Promise<unknown>): Promise<StartProblem> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartProblem);
  expect(await readdir(join(root, 'never')).catch(() => [])).toEqual([]);
  return error as StartProblem;
}

const target = () => ({ dataDir: join(root, 'never'), databaseUrl: null });
const damaged = () => join(root, 'damaged');

describe('refused in one sentence, with nothing changed', () => {
  test('a backup over an existing file, or into no folder', async () => {
    const source = { dataDir, databaseUrl: null };
    expect((await problemOf(writeBackup(source, file))).code).toBe('backup.exists');
    expect((await problemOf(writeBackup(source, join(root, 'no', 'file')))).code).toBe(
      'folder.missing',
    );
  });

  test('a file that is no backup, or not there', async () => {
    writeFileSync(damaged(), 'Dear customer,');
    expect((await problemOf(restoreBackup(target(), damaged(), { yes: true }))).code).toBe(
      'backup.damaged',
    );
    const missing = restoreBackup(target(), join(root, 'missing'), { yes: true });
    expect((await problemOf(missing)).code).toBe('backup.missing');
  });

  test.each([0.2, 0.9, 0.9999])('a backup cut at %f of its length', async (part) => {
    const whole = await readFile(file);
    await writeFile(damaged(), whole.subarray(0, Math.floor(whole.length * part)));
    expect((await problemOf(restoreBackup(target(), damaged(), { yes: true }))).code).toBe(
      'backup.damaged',
    );
  });

  test('a backup with one changed byte', async () => {
    const whole = await readFile(file);
    const middle = Math.floor(whole.length / 2);
    whole.writeUInt8(whole.readUInt8(middle) ^ 1, middle);
    await writeFile(damaged(), whole);
    expect((await problemOf(restoreBackup(target(), damaged(), { yes: true }))).code).toBe(
      'backup.damaged',
    );
  });

  test('a backup of the embedded database into another server', async () => {
    const work = restoreBackup(
      { dataDir: join(root, 'never'), databaseUrl: 'postgres://localhost/x' },
      file,
      { yes: true },
    );
    expect((await problemOf(work)).code).toBe('restore.kind');
  });
});

describe('over existing data', () => {
  test('a restore wants a yes', async () => {
    const work = restoreBackup({ dataDir, databaseUrl: null }, file, { yes: false });
    expect((await problemOf(work)).code).toBe('restore.data');
  });

  test('a restore is refused while an Otklik that cannot be asked runs there', async () => {
    const work = restoreBackup({ dataDir, databaseUrl: null }, file, { yes: true });
    expect((await problemOf(work)).code).toBe('restore.running');
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a running Otklik serves the restored data afterwards, and the data from before is kept', async () => {
    const control = await openControl({
      dataDir,
      onPause: () => database.stop(),
      onResume: async () => {
        database = await start(dataDir);
      },
    });
    try {
      await ask(database.url, `insert into kept values (-1, '', '', '')`);
      const { aside } = await restoreBackup({ dataDir, databaseUrl: null }, file, { yes: true });
      expect(await ask(database.url, 'select n from kept where n = -1')).toEqual([]);
      expect((await readdir(aside ?? '')).toSorted()).toEqual([
        'database',
        'database.json',
        'files',
        'keys',
      ]);
    } finally {
      await control.close();
    }
  }, 60_000);

  test('a restore that was interrupted between two renames is finished by the next start', async () => {
    const folder = join(root, 'interrupted');
    await mkdir(join(folder, 'restore.1', 'keys'), { recursive: true });
    await mkdir(join(folder, 'keys'));
    await copyFile(file, join(folder, 'restore.1', 'keys', 'new'));
    await writeFile(join(folder, 'restore.json'), '{"from":"restore.1","aside":"before"}');
    await (await start(folder)).stop();
    expect(await readdir(join(folder, 'keys'))).toEqual(['new']);
    expect(await readdir(join(folder, 'before'))).toEqual(['keys']);
    expect(await readdir(folder)).not.toContain('restore.1');
  });
});
