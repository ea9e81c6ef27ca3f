import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type ImapFixture, startImapServer } from '../../../../test/mail/imap-server.ts';
import { FixtureFolder } from '../../../../test/mail/imap-store.ts';
import { letterText } from '../../../../test/mail/letters.ts';
import type { MailEnvironment } from './environment.ts';
import type { MailboxLetter } from './fetch-letters.ts';
import type { MailboxState } from './mailbox-state.ts';
import {
  type MailboxStatus,
  type MailboxTiming,
  type OpenMailbox,
  openMailbox,
} from './open-mailbox.ts';
import type { MailboxSettings } from './settings.ts';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) {
    await thing.close();
  }
});

/** Fifty times faster than the world. */
const started = Date.now();
const quick: MailEnvironment = {
  now: () => new Date(started + (Date.now() - started) * 50),
  random: () => 0,
  async sleep(delayMs, signal) {
    await wait(delayMs / 50, undefined, { signal }).catch(() => undefined);
  },
};

type Desk = {
  readonly letters: MailboxLetter[];
  readonly statuses: MailboxStatus[];
  state: MailboxState | null;
  receive: (letter: MailboxLetter) => Promise<void>;
  open(settings?: Partial<MailboxSettings>, timing?: Partial<MailboxTiming>): OpenMailbox;
  subjects(): string[];
};

function desk({ host, port }: ImapFixture, state: MailboxState | null = null): Desk {
  const self: Desk = {
    letters: [],
    statuses: [],
    state,
    receive: async () => undefined,
    subjects: () =>
      self.letters.map(({ raw }) => /^Subject: Question (.*)\r$/m.exec(raw.toString())?.[1] ?? ''),
    open(settings = {}, timing = {}) {
      const mailbox = openMailbox(
        {
          host,
          port,
          security: 'none',
          user: 'support@own.test',
          secret: { kind: 'password', password: 'secret' },
          afterwards: { kind: 'mark_seen' },
          ...settings,
        },
        {
          loadState: async () => self.state,
          saveState: async (saved) => {
            self.state = structuredClone(saved);
          },
          receive: async (letter) => {
            await self.receive(letter);
            self.letters.push(letter);
          },
          status: (status) => void self.statuses.push(status),
        },
        { environment: quick, timing },
      );
      open.push({ close: () => mailbox.stop() });
      return mailbox;
    },
  };
  return self;
}

async function server(options: Parameters<typeof startImapServer>[0] = {}): Promise<ImapFixture> {
  const imap = await startImapServer(options);
  open.push(imap);
  return imap;
}

const beginning: MailboxState = { uidValidity: '1', lastUid: 0, newestAt: null, failed: [] };
const live = (mailbox: OpenMailbox): Promise<void> =>
  expect.poll(() => mailbox.status.kind).toBe('live');

test('a mailbox connected for the first time brings only what comes from now on, at once by IDLE', async () => {
  const imap = await server();
  imap.folder().deliver(letterText('old'));
  const help = desk(imap);
  const mailbox = help.open();
  await live(mailbox);
  expect(mailbox.status).toEqual({ kind: 'live', mode: 'idle' });
  await expect.poll(() => imap.log.at(-1)).toBe('IDLE');
  imap.folder().deliver(letterText('new'));
  await expect.poll(() => help.subjects(), { timeout: 2000 }).toEqual(['new']);
  await expect.poll(() => imap.folder().letters.map(({ flags }) => flags.size)).toEqual([0, 1]);
  await expect.poll(() => help.state).toMatchObject({ uidValidity: '1', lastUid: 2 });
});

test('after days off it goes on where it stopped, and never brings a letter twice', async () => {
  const imap = await server();
  for (let number = 1; number <= 130; number += 1) {
    imap.folder().deliver(letterText(String(number)));
  }
  const help = desk(imap, { ...beginning, lastUid: 3 });
  const first = help.open();
  await expect.poll(() => help.letters.length).toBe(127);
  await first.stop();
  imap.folder().deliver(letterText('next'));
  help.open();
  await expect.poll(() => help.letters.length).toBe(128);
  expect(new Set(help.subjects()).size).toBe(128);
});

test('a letter cut off in its middle is fetched again and is never half', async () => {
  const imap = await server();
  imap.folder().deliver(letterText('whole'));
  imap.folder().deliver(letterText('cut', {}, 'long '.repeat(20_000)));
  imap.faults.cutBodyAfter = [1_000_000, 5_000, 50_000];
  const help = desk(imap, beginning);
  help.open();
  await expect.poll(() => help.subjects()).toContain('cut');
  expect(help.letters.at(-1)?.raw.length).toBeGreaterThan(100_000);
  expect(help.statuses.some((status) => status.kind === 'waiting')).toBe(true);
});

test('a letter on which the server always dies is put off, the next ones come through', async () => {
  const imap = await server();
  imap.folder().deliver(letterText('poison', {}, 'x'.repeat(90_000)));
  imap.folder().deliver(letterText('healthy'));
  imap.faults.cutBodyAfter = [1000, 1000, 1000];
  const help = desk(imap, beginning);
  help.open();
  await expect.poll(() => help.subjects(), { timeout: 5000 }).toEqual(['healthy', 'poison']);
});

test('a letter that cannot be received lets the next one pass and is tried again', async () => {
  const imap = await server();
  imap.folder().deliver(letterText('bad'));
  imap.folder().deliver(letterText('good'));
  const help = desk(imap, beginning);
  let broken = true;
  help.receive = async ({ uid }) => {
    if (broken && uid === 1) {
      throw new Error('no');
    }
  };
  const mailbox = help.open();
  await expect.poll(() => help.subjects()).toEqual(['good']);
  await expect.poll(() => help.state?.failed.map(({ uid }) => uid)).toEqual([1]);
  expect(imap.folder().letters.map(({ flags }) => flags.size)).toEqual([0, 1]);
  broken = false;
  help.state = {
    ...beginning,
    lastUid: 2,
    failed: [{ uid: 1, attempts: 1, retryAt: '2020-01-01T00:00:00Z' }],
  };
  mailbox.checkNow();
  await expect.poll(() => help.subjects()).toEqual(['good', 'bad']);
  await expect.poll(() => help.state?.failed).toEqual([]);
});

test('while nothing can be stored nothing is marked, and afterwards everything comes', async () => {
  const imap = await server();
  for (let number = 1; number <= 6; number += 1) {
    imap.folder().deliver(letterText(String(number)));
  }
  const help = desk(imap, beginning);
  let broken = true;
  help.receive = async () => {
    if (broken) {
      throw new Error('database is away');
    }
  };
  const mailbox = help.open();
  await expect
    .poll(() => mailbox.status)
    .toMatchObject({ kind: 'waiting', problem: { code: 'storage_failed' } });
  expect(help.state).toEqual(beginning);
  broken = false;
  await expect.poll(() => help.subjects()).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(imap.folder().letters.every(({ flags }) => flags.size === 1)).toBe(true);
});

test('when the server has renumbered its letters only recent ones are looked at, and have the same id', async () => {
  const imap = await server();
  const inbox = imap.folder();
  inbox.deliver(letterText('ancient'), { arrivedAt: new Date('2020-01-01') });
  inbox.deliver(letterText('recent'), { arrivedAt: new Date('2026-11-02T10:00:00Z') });
  const help = desk(imap, beginning);
  const first = help.open();
  await expect.poll(() => help.letters.length).toBe(2);
  await first.stop();
  const [, recent] = help.letters.map(({ externalId }) => externalId);
  inbox.renumber(77);
  inbox.deliver(letterText('new'), { arrivedAt: new Date('2026-11-05T10:00:00Z') });
  help.letters.length = 0;
  help.open();
  await expect.poll(() => help.subjects()).toEqual(['recent', 'new']);
  expect(help.letters[0]?.externalId).toBe(recent);
  await expect.poll(() => help.state).toMatchObject({ uidValidity: '77', lastUid: 3 });
});

test('without IDLE the mailbox is polled', async () => {
  const imap = await server();
  imap.faults.noIdle = true;
  const help = desk(imap);
  const mailbox = help.open({}, { pollMs: 1_000 });
  await live(mailbox);
  expect(mailbox.status).toEqual({ kind: 'live', mode: 'polling' });
  imap.folder().deliver(letterText('polled'));
  await expect.poll(() => help.subjects()).toEqual(['polled']);
  expect(imap.log).not.toContain('IDLE');
});

test('a long silence does not end the pushing', async () => {
  const imap = await server();
  const help = desk(imap);
  await live(help.open({}, { silenceMs: 300, idleCheckMs: 1e6 }));
  await wait(1000);
  imap.folder().deliver(letterText('late'));
  await expect.poll(() => help.subjects(), { timeout: 1000 }).toEqual(['late']);
});

test('an IDLE that is refused is replaced by polling, without haste', async () => {
  const imap = await server();
  imap.faults.refuseIdle = true;
  const help = desk(imap);
  const mailbox = help.open({}, { pollMs: 5_000 });
  await expect.poll(() => mailbox.status).toEqual({ kind: 'live', mode: 'polling' });
  imap.folder().deliver(letterText('polled'));
  await expect.poll(() => help.subjects()).toEqual(['polled']);
  expect(imap.log.filter((name) => name === 'IDLE').length).toBeLessThan(10);
});

test('an IDLE that says nothing is found out, and polling takes over', async () => {
  const imap = await server();
  imap.faults.silentIdle = true;
  const help = desk(imap);
  const mailbox = help.open({}, { idleCheckMs: 2_500, pollMs: 1_000 });
  await live(mailbox);
  imap.folder().deliver(letterText('late'));
  await expect.poll(() => help.subjects()).toEqual(['late']);
  await expect.poll(() => mailbox.status).toEqual({ kind: 'live', mode: 'polling' });
});

test('a server that stops answering is left and found again', async () => {
  const imap = await server();
  const help = desk(imap);
  const mailbox = help.open({}, { idleCheckMs: 1_000, silenceMs: 200 });
  await live(mailbox);
  imap.faults.mute = true;
  await expect.poll(() => mailbox.status.kind, { timeout: 4000 }).toBe('waiting');
  imap.faults.mute = false;
  imap.dropAll();
  imap.folder().deliver(letterText('after'));
  await expect.poll(() => help.subjects(), { timeout: 4000 }).toEqual(['after']);
});

test('a lost connection is made anew, however often', async () => {
  const imap = await server();
  const help = desk(imap);
  const mailbox = help.open();
  for (const name of ['one', 'two', 'three']) {
    await live(mailbox);
    imap.dropAll();
    imap.folder().deliver(letterText(name));
    await expect.poll(() => help.subjects().at(-1)).toBe(name);
  }
  expect(help.letters).toHaveLength(3);
});

test('a refused sign-in is told by its reason and not repeated soon', async () => {
  const imap = await server();
  imap.faults.refuseLogin =
    'NO [ALERT] Application-specific password required: https://support.google.com (Failure)';
  const help = desk(imap);
  const mailbox = help.open();
  await expect
    .poll(() => mailbox.status)
    .toMatchObject({ kind: 'waiting', problem: { code: 'app_password_needed' } });
  const { status } = mailbox;
  expect(
    status.kind === 'waiting' && status.retryAt.getTime() - quick.now().getTime(),
  ).toBeGreaterThan(40_000);
  imap.faults.refuseLogin = null;
  mailbox.checkNow();
  await live(mailbox);
});

test('letters can be moved to a folder, which is made when it is missing', async () => {
  const imap = await server({ folders: [new FixtureFolder('INBOX')] });
  imap.folder().deliver(letterText('moved'));
  const help = desk(imap, beginning);
  help.open({ afterwards: { kind: 'move', folder: 'Обработано' } });
  await expect.poll(() => imap.folder().letters.length).toBe(0);
  expect(imap.log).toContain('CREATE');
  expect(help.subjects()).toEqual(['moved']);
});

test('letters can be left untouched, and a mailbox that cannot be changed is served all the same', async () => {
  const imap = await server({
    folders: [new FixtureFolder('INBOX'), new FixtureFolder('Заявки/Новые')],
  });
  imap.folder('Заявки/Новые').deliver(letterText('kept'));
  imap.folder().deliver(letterText('read-only'));
  const kept = desk(imap, beginning);
  kept.open({ folder: 'Заявки/Новые', afterwards: { kind: 'keep' } });
  await expect.poll(() => kept.subjects()).toEqual(['kept']);
  imap.faults.readOnly = true;
  const marked = desk(imap, beginning);
  await live(marked.open());
  expect(marked.subjects()).toEqual(['read-only']);
  expect(
    [...imap.folder('Заявки/Новые').letters, ...imap.folder().letters].every(
      ({ flags }) => flags.size === 0,
    ),
  ).toBe(true);
});

test('of a letter above the limit only the head is brought', async () => {
  const imap = await server();
  imap.folder().deliver(letterText('huge', {}, 'x'.repeat(50_000)));
  imap.folder().deliver(letterText('small'));
  const help = desk(imap, beginning);
  help.open({ letterBytes: 10_000 });
  await expect.poll(() => help.subjects()).toEqual(['huge', 'small']);
  expect(help.letters[0]?.headOnlyOf).toBeGreaterThan(50_000);
  expect(help.letters[0]?.raw.length).toBeLessThan(1000);
  expect(help.letters[1]?.headOnlyOf).toBeNull();
});

test('a refused token is replaced by a fresh one', async () => {
  const imap = await server();
  imap.tokens.add('fresh-token');
  const help = desk(imap);
  const asked: boolean[] = [];
  const mailbox = help.open({
    secret: {
      kind: 'oauth',
      accessToken: async ({ fresh = false } = {}) => {
        asked.push(fresh);
        return fresh ? 'fresh-token' : 'stale-token';
      },
    },
  });
  await live(mailbox);
  expect(asked).toEqual([false, true]);
});
