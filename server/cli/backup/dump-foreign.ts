import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { programFailed } from './problems.ts';
import { addFile, FileCopy } from './copy-files.ts';
import type { ArchiveWriter } from './archive.ts';

/** The address without its password, which would be seen in the list of processes, and the password for the environment. */
function splitPassword(address: string): { shown: string; env: NodeJS.ProcessEnv } {
  const url = new URL(address);
  const password = decodeURIComponent(url.password);
  url.password = '';
  const env = { ...process.env, LC_ALL: 'C', ...(password === '' ? {} : { PGPASSWORD: password }) };
  return { shown: url.href, env };
}

/** Runs a program of PostgreSQL on an address. @throws StartProblem that says what to run by hand */
async function runProgram(program: string, args: string[], address: string): Promise<void> {
  const { shown, env } = splitPassword(address);
  const all = [...args, `--dbname=${shown}`];
  const reason = await new Promise<string | null>((resolve) => {
    const child = spawn(program, all, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? `${program} is not installed` : error.message),
    );
    child.on('close', (code) => resolve(code === 0 ? null : firstLine(output)));
  });
  if (reason !== null) {
    throw programFailed(program, reason, [program, ...all].join(' '));
  }
}

function firstLine(output: string): string {
  const lines = output.trim().split('\n');
  return (lines.find((line) => /error/i.test(line)) ?? lines[0] ?? '').slice(0, 300);
}

/**
 * Copies a database of another server by pg_dump, and the files. Complete up to the moment the
 * dump began: it is one snapshot. Row-level security stays switched off for it (pg_dump's own
 * default), so a login that may not pass it is refused instead of giving a backup without rows.
 */
export async function dumpForeign(
  { dataDir, url }: { dataDir: string; url: string },
  archive: ArchiveWriter,
  dumpPath: string,
): Promise<Date> {
  const completeTo = new Date();
  try {
    await runProgram(
      'pg_dump',
      ['--format=custom', '--compress=0', '--no-owner', '--no-privileges', `--file=${dumpPath}`],
      url,
    );
    await addFile(archive.tar, 'database.dump', dumpPath);
  } finally {
    await rm(dumpPath, { force: true });
  }
  const files = new FileCopy(dataDir, archive.tar);
  await files.pass();
  return completeTo;
}

/** Puts a dump in place of what the database holds, all or nothing. */
export async function loadForeign(url: string, dumpPath: string): Promise<void> {
  await runProgram(
    'pg_restore',
    ['--clean', '--if-exists', '--no-owner', '--no-privileges', '--single-transaction', dumpPath],
    url,
  );
}
