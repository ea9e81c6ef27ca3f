import { createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { inject } from 'vitest';
import { migrate, readMigrations } from '../kernel/migrate.ts';

export interface TestDatabase {
  /** As the application connects: bound by row-level security. */
  url: string;
  /** Superuser, to look behind row-level security. */
  adminUrl: string;
  drop(): Promise<void>;
}

export const migrationsDir = fileURLToPath(new URL('../migrations/', import.meta.url));

/** A private database with all migrations applied, for one test file. Takes about 0.1 s. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = await ensureTemplate();
  return createFrom(`template ${template}`);
}

/** A private database with nothing in it, for tests of migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createFrom('template template0');
}

async function createFrom(source: string): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin((client) => client.query(`create database ${name} owner otklik ${source}`));
  return {
    url: onDatabase(server.url, name),
    adminUrl: onDatabase(server.adminUrl, name),
    drop: async () => {
      await asAdmin((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

let template: Promise<string> | null = null;

function ensureTemplate(): Promise<string> {
  template ??= makeTemplate();
  return template;
}

/** Named by the text of all migrations, so it is made anew when one changes; a lock lets one worker make it. */
async function makeTemplate(): Promise<string> {
  const migrations = await readMigrations(migrationsDir);
  const hash = createHash('sha256').update(migrations.map((each) => each.name + each.hash).join());
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname like 'template\\_%'`,
    );
    if (rows.some((row) => row.name === name)) {
      return;
    }
    for (const row of rows) {
      await client.query(`drop database ${row.name} with (force)`);
    }
    // Under another name until it is finished: a run ended half-way leaves no half-migrated template.
    await client.query('drop database if exists t_next_template with (force)');
    await client.query('create database t_next_template owner otklik template template0');
    await migrate(onDatabase(inject('testServer').url, 't_next_template'), { dir: migrationsDir });
    await client.query(`alter database t_next_template rename to ${name}`);
  });
  return name;
}

function onDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdmin(use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: inject('testServer').adminUrl });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
