import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { StartProblem } from './start-problem.ts';

export interface Migration {
  /** File name without the ending: `0001_kernel_ground`. */
  name: string;
  sql: string;
  /** SHA-256 of the text, hexadecimal. */
  hash: string;
}

/** Any number, but always this one: it keeps two starting processes apart. */
const lockKey = 7_011_972_001;
const oldestServer = 150_000;
const extensions = ['pg_trgm', 'unaccent', 'btree_gin'];
const noTransaction = /^-- no-transaction\s*$/m;

/** Files `NNNN_<module>_<what>.sql` of a folder in order, without the committed dump schema.sql. */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const names = (await readdir(dir)).filter(
    (name) => name.endsWith('.sql') && name !== 'schema.sql',
  );
  const migrations: Migration[] = [];
  for (const file of names.toSorted()) {
    if (!/^\d{4}_[a-z0-9]+(_[a-z0-9]+)+\.sql$/.test(file)) {
      throw new Error(`${file} is not named NNNN_module_what.sql`);
    }
    const sql = (await readFile(join(dir, file), 'utf8')).replaceAll('\r\n', '\n');
    const hash = createHash('sha256').update(sql).digest('hex');
    migrations.push({ name: file.slice(0, -'.sql'.length), sql, hash });
  }
  const numbers = migrations.map((migration) => migration.name.slice(0, 4));
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) {
    throw new Error(
      `Two migrations have the number ${twice}: give the later one the next free number`,
    );
  }
  return migrations;
}

/**
 * Brings a database to the state of the folder's files; each is applied once and never changed.
 * @returns names of the files applied now.
 * @throws StartProblem
 */
export async function migrate(url: string, { dir }: { dir: string }): Promise<string[]> {
  const migrations = await readMigrations(dir);
  return withConnection(url, async (client) => {
    await checkServer(client);
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const pending = await comparePast(client, migrations);
    if (pending.length > 0) {
      await createExtensions(client);
    }
    for (const migration of pending) {
      await apply(client, migration);
    }
    return pending.map((migration) => migration.name);
  });
}

/** Names of the files not applied yet; the same refusals as `migrate`, changing nothing. */
export async function pendingMigrations(url: string, { dir }: { dir: string }): Promise<string[]> {
  const migrations = await readMigrations(dir);
  return withConnection(url, async (client) => {
    await checkServer(client);
    const { rows } = await client.query<{ made: boolean }>(
      `select to_regclass('migration') is not null as made`,
    );
    const pending = rows[0]?.made === true ? await comparePast(client, migrations) : migrations;
    return pending.map((migration) => migration.name);
  });
}

async function withConnection<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectionProblem(url, error);
  }
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Without the password: sentences are printed and logged. */
function placeOf(url: string): string {
  return /^[^@]*@([^/?]*)/.exec(url.replace(/^\w+:\/\//, ''))?.[1] ?? 'DATABASE_URL';
}

function connectionProblem(url: string, error: unknown): StartProblem {
  const reason = error instanceof Error ? error.message || String(error) : String(error);
  return new StartProblem(
    'database.unreachable',
    {
      en: `The database at ${placeOf(url)} cannot be reached (${reason}): start it, or correct DATABASE_URL.`,
      ru: `База данных ${placeOf(url)} недоступна (${reason}): запустите её или исправьте DATABASE_URL.`,
    },
    error,
  );
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string; encoding: string }>(
    `select current_setting('server_version_num') as number,
            current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  );
  const server = rows[0];
  if (server === undefined || Number(server.number) < oldestServer) {
    throw new StartProblem('database.old', {
      en: `Otklik needs PostgreSQL 15 or newer, the database of DATABASE_URL is ${server?.version}: upgrade it, or unset DATABASE_URL to use the embedded one.`,
      ru: `Отклику нужен PostgreSQL 15 или новее, а база в DATABASE_URL — ${server?.version}: обновите её или уберите DATABASE_URL, тогда будет встроенная.`,
    });
  }
  if (server.encoding !== 'UTF8') {
    throw new StartProblem('database.encoding', {
      en: `The database of DATABASE_URL has the encoding ${server.encoding}: create one with ENCODING 'UTF8'.`,
      ru: `У базы данных в DATABASE_URL кодировка ${server.encoding}: создайте базу с ENCODING 'UTF8'.`,
    });
  }
}

/** What is still to be applied, after the past was found to be ours and unchanged. */
async function comparePast(client: Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(
    `create table if not exists migration (
       name text primary key, hash text not null, at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration order by name',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const applied of rows) {
    const ours = known.get(applied.name);
    if (ours === undefined) {
      throw new StartProblem('data.newer', {
        en: `The data was written by a newer version of Otklik (it has the migration ${applied.name}): start that version or a newer one.`,
        ru: `Данные записаны более новой версией Отклика (в них есть миграция ${applied.name}): запустите ту версию или новее.`,
      });
    }
    if (ours.hash !== applied.hash) {
      throw new StartProblem('migration.changed', {
        en: `The migration ${applied.name} was changed after it had been applied to this database: restore the file as it was and put the change into a new migration.`,
        ru: `Миграция ${applied.name} изменена после применения к этой базе данных: верните прежний файл, а изменение внесите новой миграцией.`,
      });
    }
  }
  const past = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !past.has(migration.name));
}

/** All three are trusted extensions: the owner of the database may create them. */
async function createExtensions(client: Client): Promise<void> {
  for (const extension of extensions) {
    try {
      await client.query(`create extension if not exists ${extension}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartProblem(
        'database.extension',
        {
          en: `The database lacks the extension ${extension} (${reason}): have its administrator install PostgreSQL's contrib package and run "create extension ${extension}" in it.`,
          ru: `В базе данных нет расширения ${extension} (${reason}): пусть её администратор установит пакет contrib и выполнит в ней «create extension ${extension}».`,
        },
        error,
      );
    }
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const record = 'insert into migration (name, hash) values ($1, $2)';
  const values = [migration.name, migration.hash];
  try {
    if (noTransaction.test(migration.sql)) {
      // Several statements sent at once are a transaction again, so each goes alone.
      for (const statement of migration.sql.split(/;[ \t]*$/m)) {
        await client.query(statement);
      }
      await client.query(record, values);
      return;
    }
    await client.query('begin');
    await client.query(migration.sql);
    await client.query(record, values);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw failedMigration(migration, error);
  }
}

function failedMigration(migration: Migration, error: unknown): StartProblem {
  const position = error instanceof DatabaseError ? Number(error.position ?? 0) : 0;
  const line = position > 0 ? `, line ${migration.sql.slice(0, position).split('\n').length}` : '';
  const reason = `${error instanceof Error ? error.message : String(error)}${line}`;
  return new StartProblem(
    'migration.failed',
    {
      en: `The migration ${migration.name} failed and was undone (${reason}): the data is as before; report this, or start the version used before.`,
      ru: `Миграция ${migration.name} не удалась и отменена (${reason}): данные остались прежними; сообщите об этом или запустите прежнюю версию.`,
    },
    error,
  );
}
