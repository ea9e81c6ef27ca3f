import { afterEach, expect, test } from 'vitest';
import { type ImapFixture, startImapServer } from '../../../../test/mail/imap-server.ts';
import { FixtureFolder } from '../../../../test/mail/imap-store.ts';
import { letterText } from '../../../../test/mail/letters.ts';
import type { MailEnvironment } from './environment.ts';
import { type HistoryProgress, type HistoryTask, importHistory } from './import-history.ts';
import { listFolders } from './list-folders.ts';
import type { MailboxSettings } from './settings.ts';

let imap: ImapFixture;
afterEach(() => imap.close());

const atOnce: MailEnvironment = {
  now: () => new Date(),
  random: () => 0,
  sleep: async () => undefined,
};

async function withLetters(count: number): Promise<MailboxSettings> {
  imap = await startImapServer();
  for (let day = 1; day <= count; day += 1) {
    imap
      .folder()
      .deliver(letterText(String(day)), { arrivedAt: new Date(Date.UTC(2026, 0, day, 12)) });
  }
  return {
    host: imap.host,
    port: imap.port,
    security: 'none',
    user: 'support@own.test',
    secret: { kind: 'password', password: 'secret' },
    afterwards: { kind: 'mark_seen' },
  };
}

type Run = HistoryTask & { readonly got: string[]; readonly progress: HistoryProgress[] };

function task(more: Partial<HistoryTask> = {}): Run {
  const got: string[] = [];
  const progress: HistoryProgress[] = [];
  return {
    since: new Date('2026-01-01'),
    until: new Date('2027-01-01'),
    cursor: null,
    signal: new AbortController().signal,
    receive: async ({ raw }) => void got.push(/Question (.*)\r/.exec(raw.toString())?.[1] ?? ''),
    onProgress: async (step) => void progress.push(step),
    ...more,
    got,
    progress,
  };
}

test('letters of a period are brought oldest first and left as they are', async () => {
  const settings = await withLetters(120);
  const run = task({
    since: new Date('2026-01-10T00:00:00Z'),
    until: new Date('2026-01-13T00:00:00Z'),
  });
  expect(await importHistory(settings, run)).toMatchObject({
    kind: 'finished',
    cursor: { done: 3, skipped: 0 },
  });
  expect(run.got).toEqual(['10', '11', '12']);
  expect(imap.folder().letters.every(({ flags }) => flags.size === 0)).toBe(true);
});

test('an import can be stopped and goes on later where it was', async () => {
  const settings = await withLetters(120);
  const stop = new AbortController();
  const first = task({ signal: stop.signal });
  const receive = first.receive;
  const stopped = await importHistory(settings, {
    ...first,
    async receive(letter) {
      await receive(letter);
      if (first.got.length === 70) {
        stop.abort();
      }
    },
  });
  expect(stopped).toMatchObject({ kind: 'stopped', cursor: { done: 70 } });
  const second = task({ cursor: stopped.cursor });
  expect(await importHistory(settings, second)).toMatchObject({
    kind: 'finished',
    cursor: { done: 120 },
  });
  expect(new Set([...first.got, ...second.got]).size).toBe(120);
  expect(second.got).toHaveLength(50);
  expect(second.progress.at(-1)?.total).toBe(120);
});

test('an import survives lost connections', async () => {
  const settings = await withLetters(90);
  imap.faults.cutBodyAfter = [
    ...Array.from({ length: 60 }, () => 1e9),
    10,
    ...Array.from({ length: 5 }, () => 1e9),
    10,
  ];
  const run = task();
  expect(await importHistory(settings, run, atOnce)).toMatchObject({ kind: 'finished' });
  expect(new Set(run.got).size).toBe(90);
  expect(imap.connections).toBe(3);
});

test('a letter that is rejected again and again is skipped and counted', async () => {
  const settings = await withLetters(3);
  const run = task();
  const { receive } = run;
  const result = await importHistory(
    settings,
    {
      ...run,
      async receive(letter) {
        if (letter.uid === 2) {
          throw new Error('no');
        }
        await receive(letter);
      },
    },
    atOnce,
  );
  expect(result).toMatchObject({ kind: 'finished', cursor: { done: 2, skipped: 1 } });
});

test('a refused sign-in ends the import with its reason', async () => {
  const settings = await withLetters(1);
  imap.faults.refuseLogin = 'NO [AUTHENTICATIONFAILED] Invalid credentials';
  expect(await importHistory(settings, task(), atOnce)).toMatchObject({
    kind: 'failed',
    problem: { code: 'wrong_password' },
  });
});

test('folders are listed with their use, the ones not to be served marked', async () => {
  const settings = await withLetters(0);
  await imap.close();
  imap = await startImapServer({
    folders: [
      new FixtureFolder('[Gmail]/Вся почта', String.raw`\All`),
      new FixtureFolder('Заявки'),
      new FixtureFolder('INBOX'),
      new FixtureFolder('Отправленные', String.raw`\Sent`),
    ],
  });
  const folders = await listFolders({ ...settings, port: imap.port });
  expect(folders.map(({ path, use, servable }) => [path, use, servable])).toEqual([
    ['INBOX', 'inbox', true],
    ['[Gmail]/Вся почта', 'all', false],
    ['Заявки', null, true],
    ['Отправленные', 'sent', false],
  ]);
});
