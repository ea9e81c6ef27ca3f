import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBackup } from './backup.ts';
import { diagnose } from './doctor.ts';
import { restoreBackup } from './restore.ts';
import { createTestDatabase, migrationsDir } from '../test/database.ts';
import { findSystemPostgres, startSystemDatabase } from '../test/system-database.ts';
import { readConfig } from '../kernel/config.ts';
import { openFileStore } from '../kernel/files/file-store.ts';
import { migrate } from '../kernel/migrate.ts';
import { dumpSchema } from '../kernel/schema-dump.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import type { SystemDatabase } from '../test/system-database.ts';

let system: SystemDatabase;
let root: string;

const urlOf = (login: string, name: string) => {
  const url = new URL(system.adminUrl);
  url.username = login;
  url.pathname = `/${name}`;
  return url.href;
};

async function run(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) {
      ({ rows } = await client.query<Record<string, unknown>>(statement));
    }
    return rows;
  } finally {
    await client.end();
  }
}

describe.skipIf(findSystemPostgres() === null)(
  "on the system's own PostgreSQL by DATABASE_URL",
  () => {
    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), 'otklik-foreign-'));
      system = await startSystemDatabase();
      await run(
        system.adminUrl,
        `create role otklik login password 'secret'`,
        'create database otklik owner otklik',
        `create role keeper login bypassrls password 'secret' in role otklik`,
        'create database restored owner otklik',
      );
    });
    afterAll(async () => {
      await system.stop();
      rmSync(root, { recursive: true, force: true });
    });

    test('all migrations apply, and make what they make of the embedded one', async () => {
      await migrate(urlOf('otklik', 'otklik'), { dir: migrationsDir });
      const embedded = await createTestDatabase();
      expect(await dumpSchema(urlOf('otklik', 'otklik'))).toBe(await dumpSchema(embedded.url));
      await embedded.drop();
    });

    test('the doctor finds it well', async () => {
      const config = readConfig({
        DATABASE_URL: urlOf('otklik', 'otklik'),
        OTKLIK_DATA_DIR: root,
        OTKLIK_PORT: '0',
        OTKLIK_SMTP_PORT: '0',
      });
      const findings = (await diagnose(config)).flatMap((each) => each.findings);
      expect(findings.filter(({ level }) => level === 'bad')).toEqual([]);
    });

    test('a backup by pg_dump is put back into another database with its files', async () => {
      const source = { dataDir: join(root, 'data'), databaseUrl: urlOf('keeper', 'otklik') };
      const files = await openFileStore(source.dataDir);
      const { hash } = await files.attachments.put(Buffer.from('contract'), 100);
      await run(
        urlOf('otklik', 'otklik'),
        'create table kept (n int)',
        `insert into kept values (7)`,
        'alter table kept enable row level security',
        'alter table kept force row level security',
      );
      const file = join(root, 'foreign.tar.zst');
      await writeBackup(source, file);
      const target = { dataDir: join(root, 'other'), databaseUrl: urlOf('otklik', 'restored') };
      await restoreBackup(target, file, { yes: false });
      expect(await run(urlOf('admin', 'restored'), 'select n from kept')).toEqual([{ n: 7 }]);
      expect(await (await openFileStore(target.dataDir)).attachments.stat(hash)).toEqual({
        size: 8,
      });
    });

    test('a login that may not see all rows gives no backup without them, but says so', async () => {
      const source = { dataDir: join(root, 'data'), databaseUrl: urlOf('otklik', 'otklik') };
      const error: unknown = await writeBackup(source, join(root, 'poor')).catch(
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(StartProblem);
      expect((error as StartProblem).code).toBe('backup.row-security');
      expect((error as StartProblem).message).toContain('bypassrls');
      expect((error as StartProblem).message).not.toContain('secret@');
    });
  },
);
