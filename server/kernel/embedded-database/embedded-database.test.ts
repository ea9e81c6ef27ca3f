import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StartProblem } from '../start-problem.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { isAlive } from './pid.ts';
import type { EmbeddedDatabase } from './embedded-database.ts';

const log = { info: () => undefined, warn: () => undefined };
// Making a database waits for the disk; what is tested here is not that wait, except where said.
const settings = { fsync: 'off' };

let root: string;
let dataDir: string;
const opened: EmbeddedDatabase[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'otklik-db-'));
  dataDir = join(root, 'data');
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.stop()));
  rmSync(root, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir: folder, log, settings });
  opened.push(database);
  return database;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** An Otklik of another process that starts the database, says so, and works until it is killed. */
async function startElsewhere(
  work = '',
): Promise<{ pid: number; lines: string[]; kill(): Promise<void> }> {
  const source = `
    import { startEmbeddedDatabase } from ${JSON.stringify(fileURLToPath(new URL('embedded-database.ts', import.meta.url)))};
    import { Client } from 'pg';
    const log = { info() {}, warn() {} };
    try {
      const database = await startEmbeddedDatabase({ dataDir: ${JSON.stringify(dataDir)}, log, settings: ${JSON.stringify(settings)} });
      console.log('up ' + database.adopted);
      ${work}
    } catch (error) { console.log('refused ' + error.code + ' ' + error.message); process.exit(3); }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'close');
  };
  return { pid: child.pid ?? 0, lines, kill };
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded database', () => {
  test('is made at the first start, with a role that row-level security binds', async () => {
    const database = await start();
    expect(database.adopted).toBe(false);
    const rows = await ask(
      database.url,
      `select current_user as role, rolsuper, rolbypassrls, current_setting('server_encoding') as encoding,
              cardinality(show_trgm('Привет')) > 5 as trigrams, lower('ЁЖ') as lower
         from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        role: 'otklik',
        rolsuper: false,
        rolbypassrls: false,
        encoding: 'UTF8',
        trigrams: true,
        lower: 'ёж',
      },
    ]);
    await ask(database.url, 'create table kept (n int primary key)');
    await database.stop();
  });

  test('keeps its rows over a stop and starts within a second', async () => {
    const from = performance.now();
    const database = await start();
    expect(performance.now() - from).toBeLessThan(1500);
    await ask(database.url, 'insert into kept values (1)');
    await database.stop();
    const again = await start();
    expect(await ask(again.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await again.stop();
    await again.stop();
  });

  test('is refused to a second Otklik on the same folder, by the pid of the first', async () => {
    const first = await start();
    const second = await startElsewhere();
    expect(second.lines[0]).toContain('refused folder.held');
    expect(second.lines[0]).toContain(String(process.pid));
    await first.stop();
  });

  test('outlives a killed Otklik and is taken over with every acknowledged row', async () => {
    const other = await startElsewhere(`
      const client = new Client({ connectionString: database.url });
      await client.connect();
      for (let n = 1000; ; n += 1) { await client.query('insert into kept values ($1)', [n]); console.log(n); }`);
    await sleep(300);
    await other.kill();
    const acknowledged = Number(other.lines.at(-1));
    expect(acknowledged).toBeGreaterThan(1000);
    const database = await start();
    expect(database.adopted).toBe(true);
    const [row] = await ask(
      database.url,
      'select max(n) as last, count(*)::int as count from kept where n >= 1000',
    );
    expect(row?.['last']).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.['count']).toBe(Number(row?.['last']) - 999);
    await database.stop();
    expect(await startElsewhere().then((next) => next.kill().then(() => next.lines))).toEqual([
      'up false',
    ]);
  });

  test('recovers when Otklik and the database were both killed', async () => {
    const other = await startElsewhere();
    const pid = postmasterPid();
    await other.kill();
    process.kill(pid, 'SIGKILL');
    const database = await start();
    expect(database.adopted).toBe(false);
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
  });

  test('starts again by itself at the same address when it ends unasked', async () => {
    const database = await start();
    process.kill(postmasterPid(), 'SIGKILL');
    await expect
      .poll(() => ask(database.url, 'select 1 as one').catch(() => null), { timeout: 15_000 })
      .toEqual([{ one: 1 }]);
    await database.stop();
  });

  test('is not taken over with other settings but started anew', async () => {
    const other = await startElsewhere();
    const before = postmasterPid();
    await other.kill();
    const database = await startEmbeddedDatabase({
      dataDir,
      log,
      settings: { ...settings, work_mem: '5MB' },
    });
    opened.push(database);
    expect(database.adopted).toBe(false);
    expect(isAlive(before)).toBe(false);
    expect(await ask(database.url, 'show work_mem')).toEqual([{ work_mem: '5MB' }]);
    await database.stop();
  });
});

describe('what a crash leaves behind', () => {
  test('a lock and a pid file whose numbers belong to another program by now', async () => {
    writeFileSync(
      join(dataDir, 'otklik.lock'),
      JSON.stringify({ pid: 1, birth: 'another boot:1' }),
    );
    writeFileSync(
      join(dataDir, 'database', 'postmaster.pid'),
      `${process.pid}\n${join(dataDir, 'database')}\n1\n5432\n${join(dataDir, 'run')}\n\n0 0\nready\n`,
    );
    writeFileSync(join(dataDir, 'run', '.s.PGSQL.5432.lock'), `${process.pid}\n`);
    const database = await start();
    expect(database.adopted).toBe(false);
    await database.stop();
  });

  test('a half-written lock', async () => {
    writeFileSync(join(dataDir, 'otklik.lock'), '{"pi');
    const database = await start();
    expect(database.adopted).toBe(false);
    await database.stop();
  });

  test('a half-made database', async () => {
    const folder = join(root, 'half');
    mkdirSync(join(folder, 'database.new', 'base'), { recursive: true });
    const database = await start(folder);
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
  });

  test('a lost password file is replaced without losing rows', async () => {
    rmSync(join(dataDir, 'database.json'));
    const database = await start();
    expect(await ask(database.url, 'select n from kept where n = 1')).toEqual([{ n: 1 }]);
    await database.stop();
  });
});

test('a folder with a path too long for a socket is served over loopback', async () => {
  const folder = join(root, 'a'.repeat(60), 'b'.repeat(60));
  const database = await start(folder);
  expect(database.url).toMatch(/@127\.0\.0\.1:\d+\/otklik$/);
  expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await database.stop();
});

async function problemOf(folder: string): Promise<StartProblem> {
  const error: unknown = await startEmbeddedDatabase({ dataDir: folder, log }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartProblem);
  return error as StartProblem;
}

describe('a data folder that cannot be used is refused in one sentence', () => {
  test('when it is a file', async () => {
    writeFileSync(join(root, 'file'), '');
    expect((await problemOf(join(root, 'file', 'data'))).code).toBe('folder.not-a-folder');
  });

  test('when a newer PostgreSQL wrote it', async () => {
    const folder = join(root, 'newer');
    mkdirSync(join(folder, 'database'), { recursive: true });
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '99\n');
    const problem = await problemOf(folder);
    expect(problem.code).toBe('data.newer');
    expect(problem.sentence.ru).toContain('более новой версией');
  });

  test('when an older PostgreSQL wrote it', async () => {
    const folder = join(root, 'older');
    mkdirSync(join(folder, 'database'), { recursive: true });
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '15\n');
    expect((await problemOf(folder)).code).toBe('database.major');
  });
});
