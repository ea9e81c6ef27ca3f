import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../kernel/config.ts';
import { openFileStore } from '../kernel/files/file-store.ts';
import { openSecrets } from '../kernel/secrets/secrets.ts';
import { makeSelfSigned } from '../modules/channels/smtp/self-signed.ts';
import { createTestDatabase } from '../test/database.ts';
import { diagnose, runDoctor } from './doctor.ts';
import { bad } from './doctor/check.ts';
import type { TestDatabase } from '../test/database.ts';

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'otklik-doctor-'));
  await openSecrets(dataDir);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const configOf = (env: Record<string, string> = {}) =>
  readConfig({
    OTKLIK_DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    OTKLIK_PORT: '0',
    OTKLIK_SMTP_PORT: '0',
    ...env,
  });

/** What is not well, as `name: words` in English. */
async function complaints(env: Record<string, string> = {}): Promise<string[]> {
  const diagnoses = await diagnose(configOf(env));
  return diagnoses.flatMap(({ check, findings }) =>
    findings
      .filter(({ level }) => level === 'bad')
      .map(({ words }) => `${check.name.en}: ${words.en}`),
  );
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('the doctor', () => {
  test('finds a healthy installation well and says so in both languages', async () => {
    expect(await complaints()).toEqual([]);
    for (const [language, sentence] of [
      ['en', 'Otklik is well'],
      ['ru', 'Отклик здоров'],
    ] as const) {
      let written = '';
      const write = (text: string) => void (written += text);
      expect(await runDoctor({ config: configOf(), language, write })).toBe(0);
      expect(written).toContain(sentence);
      expect(written).toMatch(/^✓ /m);
    }
  });

  test('needs no data yet', async () => {
    const config = readConfig({
      OTKLIK_DATA_DIR: join(dataDir, 'new'),
      OTKLIK_PORT: '0',
      OTKLIK_SMTP_PORT: '0',
    });
    const levels = (await diagnose(config)).flatMap(({ findings }) =>
      findings.map(({ level }) => level),
    );
    expect(levels).not.toContain('bad');
    expect(levels).toContain('warn');
  });

  test('names a database that cannot be reached', async () => {
    const found = await complaints({ DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/x' });
    expect(found.join()).toContain('DATABASE_URL cannot be reached');
    expect(found.join()).not.toContain('secret');
  });

  test('names a key that others can read', async () => {
    await chmod(join(dataDir, 'keys', 'otklik.key'), 0o644);
    expect((await complaints()).join()).toContain('chmod 600');
  });

  test('names a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = String((server.address() as AddressInfo).port);
    const found = await complaints({ OTKLIK_SMTP_PORT: port });
    server.close();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('OTKLIK_SMTP_PORT');
  });

  test('looks at the certificate of incoming mail: readable, a pair, good for a while', async () => {
    const of = (days: number) =>
      makeSelfSigned({
        names: ['own.test'],
        from: new Date(0),
        until: new Date(Date.now() + days * 86_400_000),
      });
    const paths = {
      OTKLIK_SMTP_CERT: join(dataDir, 'c.pem'),
      OTKLIK_SMTP_KEY: join(dataDir, 'k.pem'),
    };
    const look = async (cert: string, key: string) => {
      await writeFile(paths.OTKLIK_SMTP_CERT, cert);
      await writeFile(paths.OTKLIK_SMTP_KEY, key);
      const found = (await diagnose(configOf(paths))).find(
        (it) => it.check.name.en === 'Certificate',
      );
      return found?.findings.map(({ level, words }) => `${level} ${words.en}`).join();
    };
    const good = of(90);
    expect(await look(good.cert, good.key)).toMatch(/^ok .*is good until/);
    expect(await look(good.cert, of(90).key)).toMatch(/^bad .*is not that of the certificate/);
    expect(await look('rubbish', good.key)).toMatch(/^bad .*OTKLIK_SMTP_CERT/);
    expect(await look(good.cert, '')).toMatch(/^bad .*OTKLIK_SMTP_KEY/);
    const soon = of(5);
    expect(await look(soon.cert, soon.key)).toMatch(/^warn .*runs out on/);
    const late = of(-1);
    expect(await look(late.cert, late.key)).toMatch(/^bad .*ran out on/);
  });

  test('finds a file that was damaged on disk', async () => {
    const files = await openFileStore(dataDir);
    const { hash } = await files.attachments.put(Buffer.from('contract'), 100);
    await writeFile(
      join(dataDir, 'files/attachments', hash.slice(0, 2), hash.slice(2, 4), hash),
      'forged!!',
    );
    expect((await complaints()).join()).toContain(hash);
  });

  test('finds a table of a workspace without row security', async () => {
    await asAdmin('create table leak (workspace_id uuid)');
    const found = await complaints();
    await asAdmin('drop table leak');
    expect(found).toEqual([expect.stringContaining('leak')]);
  });

  test('finds data of a newer version', async () => {
    await asAdmin(`insert into migration (name, hash) values ('9999_future_thing', '')`);
    const found = await complaints();
    await asAdmin(`delete from migration where name like '9999%'`);
    expect(found).toEqual([expect.stringContaining('newer version')]);
  });

  test('takes checks of modules, and a check that breaks stops no other', async () => {
    const name = { en: 'Mailboxes', ru: 'Ящики' };
    const broken = { name, look: () => Promise.reject(new Error('no such table')) };
    const telling = {
      name,
      look: () => Promise.resolve([bad('anna@example.org: wrong password', '…')]),
    };
    let written = '';
    const write = (text: string) => void (written += text);
    expect(await runDoctor({ config: configOf(), language: 'en', write }, [broken, telling])).toBe(
      1,
    );
    expect(written).toContain('✗ Mailboxes');
    expect(written).toContain('no such table');
    expect(written).toContain('wrong password');
  });

  test('reminds of an old backup', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(
      join(dataDir, 'last-backup.json'),
      JSON.stringify({ at: '2020-01-01T00:00:00Z', path: '/b' }),
    );
    const findings = (await diagnose(configOf())).flatMap((each) => each.findings);
    await rm(join(dataDir, 'last-backup.json'));
    expect(
      findings
        .filter(({ level }) => level === 'warn')
        .map(({ words }) => words.en)
        .join(),
    ).toContain('days old (/b)');
  });
});
