import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startEmbeddedDatabase } from '../server/kernel/embedded-database/embedded-database.ts';
import { migrate } from '../server/kernel/migrate.ts';
import { dumpSchema } from '../server/kernel/schema-dump.ts';

/** Writes server/migrations/schema.sql: what the migrations make of an empty database. */
const root = fileURLToPath(new URL('../', import.meta.url));
const dir = `${root}server/migrations`;
const dataDir = `${root}.cache/schema-${process.pid}`;
const log = { info: () => undefined, warn: (line: string) => process.stderr.write(`${line}\n`) };

const database = await startEmbeddedDatabase({ dataDir, log, settings: { fsync: 'off' } });
try {
  await migrate(database.url, { dir });
  await writeFile(`${dir}/schema.sql`, await dumpSchema(database.url));
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
