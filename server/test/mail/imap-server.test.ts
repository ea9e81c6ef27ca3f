import { ImapFlow } from 'imapflow';
import { afterEach, expect, test } from 'vitest';
import { type ImapFixture, startImapServer } from './imap-server.ts';
import { FixtureFolder } from './imap-store.ts';

let server: ImapFixture | undefined;
afterEach(() => server?.close());

async function client(fixture: ImapFixture): Promise<ImapFlow> {
  const { host, port } = fixture;
  const imap = new ImapFlow({
    host,
    port,
    secure: false,
    logger: false,
    disableAutoIdle: true,
    auth: { user: 'support@own.test', pass: 'secret' },
  });
  imap.on('error', () => undefined);
  await imap.connect();
  return imap;
}

test('the fixture speaks enough IMAP for a real client', async () => {
  server = await startImapServer({
    folders: [new FixtureFolder('INBOX'), new FixtureFolder('Обращения')],
  });
  const inbox = server.folder();
  inbox.deliver('Subject: one\r\n\r\nfirst\r\n', { arrivedAt: new Date('2026-01-05T10:00:00Z') });
  inbox.deliver('Subject: two\r\n\r\nsecond\r\n', { flags: [String.raw`\Seen`] });
  const imap = await client(server);
  expect((await imap.list()).map((folder) => folder.path).toSorted()).toEqual([
    'INBOX',
    'Обращения',
  ]);
  const opened = await imap.mailboxOpen('INBOX');
  expect([opened.exists, opened.uidNext, opened.uidValidity]).toEqual([2, 3, 1n]);
  expect(await imap.search({ uid: '1:*' }, { uid: true })).toEqual([1, 2]);
  expect(await imap.search({ seen: false, before: new Date('2026-02-01') }, { uid: true })).toEqual(
    [1],
  );
  const one = await imap.fetchOne(
    '1',
    { source: true, flags: true, size: true, internalDate: true },
    { uid: true },
  );
  expect(one && one.source?.toString()).toBe('Subject: one\r\n\r\nfirst\r\n');
  expect(one && one.internalDate).toEqual(new Date('2026-01-05T10:00:00Z'));
  const part = await imap.fetchOne(
    '1',
    { source: { start: 9, maxLength: 3 }, headers: ['subject'] },
    { uid: true },
  );
  expect(part && part.source?.toString()).toBe('one');
  expect(part && part.headers?.toString().trim()).toBe('Subject: one');
  await imap.messageFlagsAdd('1', [String.raw`\Seen`], { uid: true });
  await imap.messageMove('1', 'Обращения', { uid: true });
  expect(server.folder('Обращения').letters.map((letter) => [...letter.flags])).toEqual([
    [String.raw`\Seen`],
  ]);
  await imap.append('INBOX', 'Subject: three\r\n\r\n');
  expect(inbox.letters).toHaveLength(2);
  await imap.logout();
});

test('a letter that arrives during IDLE is pushed', async () => {
  server = await startImapServer();
  const imap = await client(server);
  await imap.mailboxOpen('INBOX');
  const pushed = new Promise((resolve) => {
    imap.once('exists', resolve);
  });
  void imap.idle();
  await expect.poll(() => server?.log.includes('IDLE')).toBe(true);
  server.folder().deliver('Subject: x\r\n\r\n');
  expect(await pushed).toMatchObject({ count: 1 });
  await imap.logout();
});

test('a letter cut off in its middle reaches the client as an error, never as half a letter', async () => {
  server = await startImapServer();
  server.folder().deliver(`Subject: x\r\n\r\n${'long '.repeat(5000)}`);
  server.faults.cutBodyAfter = [1000];
  const imap = await client(server);
  await imap.mailboxOpen('INBOX');
  await expect(imap.fetchOne('1', { source: true }, { uid: true })).rejects.toThrow('Connection');
});
