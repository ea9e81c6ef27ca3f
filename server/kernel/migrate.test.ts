import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmptyDatabase, createTestDatabase, migrationsDir } from '../test/database.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { dumpSchema } from './schema-dump.ts';
import { StartProblem } from './start-problem.ts';
import type { TestDatabase } from '../test/database.ts';

let dir: string;
let database: TestDatabase;
const made: TestDatabase[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'otklik-migrations-'));
  database = await createEmptyDatabase();
  made.push(database);
});
afterEach(() => rm(dir, { recursive: true, force: true }));
afterAll(() => Promise.all(made.map((each) => each.drop())));

const add = (name: string, sql: string) => writeFile(join(dir, `${name}.sql`), sql);

async function ask(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function problemOf(work: Promise<unknown>): Promise<StartProblem> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartProblem);
  return error as StartProblem;
}

describe('migrations', () => {
  test('run in order, once', async () => {
    await add('0002_desk_note', 'alter table ticket add note text;');
    await add('0001_desk_ticket', 'create table ticket (id int primary key);');
    expect(await pendingMigrations(database.url, { dir })).toHaveLength(2);
    expect(await migrate(database.url, { dir })).toEqual(['0001_desk_ticket', '0002_desk_note']);
    expect(await migrate(database.url, { dir })).toEqual([]);
    expect(await pendingMigrations(database.url, { dir })).toEqual([]);
  });

  test('of two starting processes are applied by one', async () => {
    await add(
      '0001_desk_ticket',
      'create table ticket (id int primary key); select pg_sleep(0.2);',
    );
    const both = await Promise.all([
      migrate(database.url, { dir }),
      migrate(database.url, { dir }),
    ]);
    expect(both.flat()).toEqual(['0001_desk_ticket']);
  });

  test('that fail leave nothing behind and say file, line and reason', async () => {
    await add('0001_desk_ticket', 'create table ticket (id int);\ncreate table ticket (id int);');
    const problem = await problemOf(migrate(database.url, { dir }));
    expect(problem.code).toBe('migration.failed');
    expect(problem.message).toContain('0001_desk_ticket');
    expect(await ask(`select to_regclass('ticket') as found`)).toEqual([{ found: null }]);
    expect(await ask('select * from migration')).toEqual([]);
  });

  test('are refused when an applied one was changed', async () => {
    await add('0001_desk_ticket', 'create table ticket (id int);');
    await migrate(database.url, { dir });
    await add('0001_desk_ticket', 'create table ticket (id bigint);');
    const problem = await problemOf(migrate(database.url, { dir }));
    expect(problem.code).toBe('migration.changed');
    expect(problem.sentence.ru).toContain('0001_desk_ticket');
  });

  test('are not changed by another system ending its lines in another way', async () => {
    await add('0001_desk_ticket', 'create table ticket (\n  id int);\n');
    await migrate(database.url, { dir });
    await add('0001_desk_ticket', 'create table ticket (\r\n  id int);\r\n');
    expect(await migrate(database.url, { dir })).toEqual([]);
  });

  test('of a newer version are recognised', async () => {
    await add('0001_desk_ticket', 'create table ticket (id int);');
    await add('0002_desk_future', 'create table future (id int);');
    await migrate(database.url, { dir });
    await rm(join(dir, '0002_desk_future.sql'));
    expect((await problemOf(migrate(database.url, { dir }))).code).toBe('data.newer');
  });

  test('may ask to run outside a transaction, statement by statement', async () => {
    await add('0001_desk_ticket', 'create table ticket (id int);');
    await add(
      '0002_desk_index',
      '-- no-transaction\ncreate index concurrently a on ticket (id);\ncreate index concurrently b on ticket (id);\n',
    );
    expect(await migrate(database.url, { dir })).toHaveLength(2);
  });

  test('with the same number are refused', async () => {
    await add('0001_desk_ticket', 'select 1;');
    await add('0001_desk_person', 'select 1;');
    await expect(migrate(database.url, { dir })).rejects.toThrow('0001');
  });
});

test('a database that does not answer is named without its password', async () => {
  const url = 'postgres://otklik:secret@127.0.0.1:1/otklik';
  const problem = await problemOf(migrate(url, { dir }));
  expect(problem.code).toBe('database.unreachable');
  expect(problem.message).toContain('127.0.0.1:1');
  expect(problem.message).not.toContain('secret');
});

test('a database made from nothing is exactly the committed schema.sql', async () => {
  const migrated = await createTestDatabase();
  try {
    const committed = await readFile(join(migrationsDir, 'schema.sql'), 'utf8');
    expect(await dumpSchema(migrated.url)).toBe(committed);
  } finally {
    await migrated.drop();
  }
});

test('the application role of a test database is bound by row-level security', async () => {
  const [role] = await ask(
    'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
});
