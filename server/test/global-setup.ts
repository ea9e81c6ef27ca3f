import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '../kernel/embedded-database/embedded-database.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import type { EmbeddedDatabase } from '../kernel/embedded-database/embedded-database.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the one test database server: the application's role, and the superuser. */
    testServer: { url: string; adminUrl: string };
  }
}

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
const mostRunsAtOnce = 16;

/** Speed over safety: what is in this server is worth nothing after the run. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
  autovacuum: 'off',
};

/** Starts one PostgreSQL for the run; its files and the migrated template stay for the next run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startFree();
  await dropLeftovers(server.adminUrl);
  project.provide('testServer', { url: server.url, adminUrl: server.adminUrl });
  return () => server.stop();
}

/** Runs of several people or terminals at once take a folder each. */
async function startFree(): Promise<EmbeddedDatabase> {
  const log = { info: () => undefined, warn: () => undefined };
  let last: unknown;
  for (let place = 1; place <= mostRunsAtOnce; place += 1) {
    const dataDir = join(cache, `test-database-${place}`);
    try {
      return await startEmbeddedDatabase({ dataDir, log, settings });
    } catch (error) {
      last = error;
      const code = error instanceof StartProblem ? error.code : '';
      if (code !== 'folder.held') {
        // Not safe against a power cut by choice: start afresh once, in the next place if that fails too.
        await rm(dataDir, { recursive: true, force: true });
      }
    }
  }
  throw last;
}

async function dropLeftovers(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 't\\_%'`,
  );
  for (const { name } of rows) {
    await client.query(`drop database ${name} with (force)`);
  }
  await client.end();
}
