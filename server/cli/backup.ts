import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import {
  findRunning,
  startEmbeddedDatabase,
} from '../kernel/embedded-database/embedded-database.ts';
import { folderProblem } from '../kernel/system-problems.ts';
import { createArchive } from './backup/archive.ts';
import { copyEmbedded } from './backup/copy-embedded.ts';
import { dumpForeign } from './backup/dump-foreign.ts';
import { fileExists, noFolder } from './backup/problems.ts';
import type { Config } from '../kernel/config.ts';
import type { ArchiveWriter } from './backup/archive.ts';

export type Backup = {
  readonly path: string;
  /** Everything acknowledged before this moment is inside. */
  readonly completeTo: Date;
  /** Of the file. */
  readonly bytes: number;
};

type Source = Pick<Config, 'dataDir' | 'databaseUrl'>;
const quiet = { info: () => undefined, warn: () => undefined };

/**
 * Writes everything Otklik keeps into one file, while it runs or not. The file appears under its
 * name only when it is whole and on disk.
 * @throws StartProblem
 */
export async function writeBackup({ dataDir, databaseUrl }: Source, path: string): Promise<Backup> {
  if (existsSync(path)) {
    throw fileExists(path);
  }
  if (!existsSync(dirname(path))) {
    throw noFolder(dirname(path));
  }
  try {
    const completeTo =
      databaseUrl === null
        ? await backUpEmbedded(dataDir, path)
        : await backUpForeign({ dataDir, url: databaseUrl }, path);
    // For `doctor`, which asks how old the last one is.
    const note = JSON.stringify({ at: completeTo.toISOString(), path });
    await writeFile(join(dataDir, 'last-backup.json'), note, { mode: 0o600 });
    return { path, completeTo, bytes: (await stat(path)).size };
  } catch (error) {
    throw folderProblem(error, path);
  }
}

async function backUpEmbedded(dataDir: string, path: string): Promise<Date> {
  const running = await findRunning(dataDir);
  if (running !== null) {
    return backUpRunning(dataDir, running, path);
  }
  const started = await startEmbeddedDatabase({ dataDir, log: quiet });
  try {
    const own = await findRunning(dataDir);
    return await backUpRunning(dataDir, own ?? { adminUrl: started.adminUrl, folder: '' }, path);
  } finally {
    await started.stop();
  }
}

function backUpRunning(
  dataDir: string,
  running: { adminUrl: string; folder: string },
  path: string,
): Promise<Date> {
  return withArchive(path, { kind: 'embedded', url: running.adminUrl }, (archive) =>
    copyEmbedded({ dataDir, ...running }, archive),
  );
}

function backUpForeign(source: { dataDir: string; url: string }, path: string): Promise<Date> {
  return withArchive(path, { kind: 'dump', url: source.url }, (archive) =>
    dumpForeign(source, archive, `${path}.dump.part`),
  );
}

async function withArchive(
  path: string,
  { kind, url }: { kind: 'embedded' | 'dump'; url: string },
  fill: (archive: ArchiveWriter) => Promise<Date>,
): Promise<Date> {
  const archive = await createArchive(path, { kind, postgres: await majorVersion(url) });
  try {
    const completeTo = await fill(archive);
    await archive.finish(completeTo);
    return completeTo;
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function majorVersion(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ number: string }>(
    `select current_setting('server_version_num') as number`,
  );
  await client.end();
  return Math.floor(Number(rows[0]?.number) / 10_000);
}

export type CommandParts = {
  readonly config: Config;
  readonly language: 'ru' | 'en';
  readonly write: (text: string) => void;
  /** Folder that names on the command line are relative to: where the person is, not where npm went. */
  readonly from?: string;
};

const usage = {
  en: 'Usage: npm run otklik -- backup FILE',
  ru: 'Вызов: npm run otklik -- backup ФАЙЛ',
};

/** `otklik backup FILE`. @returns the exit code */
export async function runBackup(parts: CommandParts, args: readonly string[]): Promise<number> {
  const { config, language, write, from = process.env['INIT_CWD'] ?? process.cwd() } = parts;
  const [file, ...more] = args;
  if (file === undefined || more.length > 0 || file.startsWith('-')) {
    write(`${usage[language]}\n`);
    return 2;
  }
  const { path, completeTo, bytes } = await writeBackup(config, resolve(from, file));
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  const moment = completeTo.toISOString();
  const words = {
    en: `${path}: ${size}, everything acknowledged up to ${moment} is inside. It holds passwords and keys: keep it safe.`,
    ru: `${path}: ${size}, внутри всё подтверждённое до ${moment}. В нём пароли и ключи: храните надёжно.`,
  };
  write(`${words[language]}\n`);
  return 0;
}
