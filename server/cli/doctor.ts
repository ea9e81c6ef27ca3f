import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  findRunning,
  startEmbeddedDatabase,
} from '../kernel/embedded-database/embedded-database.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { bad } from './doctor/check.ts';
import { databaseChecks } from './doctor/database-checks.ts';
import { fileChecks } from './doctor/file-checks.ts';
import { machineChecks } from './doctor/machine-checks.ts';
import type { Config } from '../kernel/config.ts';
import type { CommandParts } from './backup.ts';
import type { DoctorCheck, DoctorContext, Finding } from './doctor/check.ts';

export type { DoctorCheck, DoctorContext, Finding } from './doctor/check.ts';

const marks = { ok: '✓', warn: '!', bad: '✗' };
const quiet = { info: () => undefined, warn: () => undefined };
export type Diagnosis = { readonly check: DoctorCheck; readonly findings: readonly Finding[] };

/** Looks at everything; a check that breaks is a finding itself and stops no other. */
export async function diagnose(
  config: Config,
  more: readonly DoctorCheck[] = [],
): Promise<Diagnosis[]> {
  const opened = await openDatabase(config);
  const context: DoctorContext = { config, database: opened.database, url: opened.url };
  try {
    const diagnoses: Diagnosis[] = [];
    for (const check of [...machineChecks, ...databaseChecks, ...fileChecks, ...more]) {
      diagnoses.push({ check, findings: await look(check, context) });
    }
    const lost = opened.problem;
    return lost === null ? diagnoses : [...diagnoses, { check: startCheck, findings: [lost] }];
  } finally {
    await opened.close();
  }
}

const startCheck: DoctorCheck = {
  name: { en: 'Start', ru: 'Запуск' },
  look: () => Promise.resolve([]),
};

async function look(check: DoctorCheck, context: DoctorContext): Promise<readonly Finding[]> {
  try {
    return await check.look(context);
  } catch (error) {
    return [findingOf(error)];
  }
}

function findingOf(error: unknown): Finding {
  const text = error instanceof Error ? error.message : String(error);
  return error instanceof StartProblem
    ? { level: 'bad', words: error.sentence }
    : bad(`could not be checked: ${text}`, `не удалось проверить: ${text}`);
}

type Opened = {
  readonly database: Client | null;
  readonly url: string | null;
  readonly problem: Finding | null;
  close(): Promise<void>;
};

/** The running database, or the embedded one started for the look when nothing runs. */
async function openDatabase(config: Config): Promise<Opened> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.toReversed()) {
      await closer();
    }
  };
  try {
    const url = config.databaseUrl ?? (await embeddedUrl(config.dataDir, closers));
    if (url === null) {
      return { database: null, url: null, problem: null, close };
    }
    const database = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    database.on('error', () => undefined);
    await database.connect();
    closers.push(() => database.end());
    return { database, url, problem: null, close };
  } catch (error) {
    return { database: null, url: null, problem: findingOf(error), close };
  }
}

async function embeddedUrl(
  dataDir: string,
  closers: (() => Promise<void>)[],
): Promise<string | null> {
  const running = await findRunning(dataDir);
  if (running !== null) {
    return running.url;
  }
  if (!existsSync(join(dataDir, 'database'))) {
    return null;
  }
  const started = await startEmbeddedDatabase({ dataDir, log: quiet });
  closers.push(() => started.stop());
  return started.url;
}

/** `otklik doctor`. @returns the exit code: 1 when something is wrong */
export async function runDoctor(
  { config, language, write }: CommandParts,
  more: readonly DoctorCheck[] = [],
): Promise<number> {
  const diagnoses = await diagnose(config, more);
  const width = Math.max(...diagnoses.map(({ check }) => check.name[language].length));
  for (const { check, findings } of diagnoses) {
    for (const { level, words } of findings) {
      write(`${marks[level]} ${check.name[language].padEnd(width)}  ${words[language]}\n`);
    }
  }
  const all = diagnoses.flatMap(({ findings }) => findings);
  const wrong = all.filter(({ level }) => level === 'bad').length;
  const warnings = all.filter(({ level }) => level === 'warn').length;
  const end = {
    en:
      wrong > 0
        ? `${wrong} to mend, ${warnings} to think about`
        : `Otklik is well, ${warnings} to think about`,
    ru:
      wrong > 0
        ? `исправить: ${wrong}, обратить внимание: ${warnings}`
        : `Отклик здоров, обратить внимание: ${warnings}`,
  };
  write(`${end[language]}\n`);
  return wrong > 0 ? 1 : 0;
}
