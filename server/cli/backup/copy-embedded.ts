import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { addFile, FileCopy, ifThere } from './copy-files.ts';
import type { ArchiveWriter } from './archive.ts';
import type { TarWriter } from './tar.ts';

/** What PostgreSQL makes anew, or must not find in a copy (manual, "Making a Base Backup"). */
const notCopied = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'backup_label',
  'tablespace_map',
  'current_logfiles',
]);
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

export type EmbeddedSource = {
  readonly dataDir: string;
  /** Superuser of the running database, and its folder. */
  readonly adminUrl: string;
  readonly folder: string;
};

/**
 * Copies a running embedded database by its own low-level backup: the files, in whatever state,
 * and all WAL since before the copy began, which a slot keeps from being recycled. Started on them
 * the database recovers to the last moment of that WAL.
 *
 * The order makes nothing acknowledged before the returned moment go missing: the WAL is taken last,
 * and after it once more the files that rows of it may name.
 */
export async function copyEmbedded(
  { dataDir, adminUrl, folder }: EmbeddedSource,
  archive: ArchiveWriter,
): Promise<Date> {
  const { tar, settle } = archive;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const slot = `otklik_backup_${process.pid}`;
    await client.query(`select pg_create_physical_replication_slot($1, true, true)`, [slot]);
    const from = await valueOf(client, `pg_walfile_name(pg_backup_start('otklik', true))`);
    await addFile(tar, 'database.json', join(dataDir, 'database.json'));
    await copyFolder(tar, 'database', folder);
    await addFile(tar, 'database/global/pg_control', join(folder, 'global', 'pg_control'));
    const label = await stopBackup(client);
    await tar.text('database/backup_label', label);

    const files = new FileCopy(dataDir, tar);
    await files.pass();
    await settle();
    await files.pass();

    const completeTo = new Date();
    const to = await valueOf(client, 'pg_walfile_name(pg_current_wal_flush_lsn())');
    await copyWal(tar, join(folder, 'pg_wal'), { from, to });
    await files.pass();
    return completeTo;
  } finally {
    // Ends the slot, and the backup mode if it was still on.
    await client.end();
  }
}

async function valueOf(client: Client, expression: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>(`select ${expression} as value`);
  return rows[0]?.value ?? '';
}

async function stopBackup(client: Client): Promise<string> {
  const { rows } = await client.query<{ labelfile: string }>(
    'select labelfile from pg_backup_stop(wait_for_archive => false)',
  );
  const label = rows[0]?.labelfile;
  if (label === undefined) {
    throw new Error('the database gave no backup label');
  }
  return label;
}

async function copyFolder(tar: TarWriter, name: string, path: string): Promise<void> {
  await tar.folder(name);
  const entries = await readdir(path, { withFileTypes: true }).catch(ifThere);
  for (const entry of entries ?? []) {
    const inner = `${name}/${entry.name}`;
    if (entry.isDirectory()) {
      await (emptied.has(entry.name)
        ? tar.folder(inner)
        : copyFolder(tar, inner, join(path, entry.name)));
    } else if (entry.isFile() && isCopied(inner)) {
      await addFile(tar, inner, join(path, entry.name));
    }
  }
}

/** pg_control goes last, as PostgreSQL's own tool does it. */
function isCopied(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return (
    !notCopied.has(last) &&
    !/^pgsql_tmp|^pg_internal\.init/.test(last) &&
    name !== 'database/global/pg_control'
  );
}

/** Segments from first to last: names of one timeline sort as they follow each other. */
async function copyWal(
  tar: TarWriter,
  path: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const names = (await readdir(path)).filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= from && name <= to,
  );
  for (const name of names.toSorted()) {
    await addFile(tar, `database/pg_wal/${name}`, join(path, name));
  }
}
