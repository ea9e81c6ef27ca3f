import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FixtureFolder } from '../../test/mail/imap-store.ts';
import { startImapServer } from '../../test/mail/imap-server.ts';
import { letterText } from '../../test/mail/letters.ts';
import { address, openMailWorld, type MailNode, type MailWorld } from './test-harness.ts';

let mail: MailWorld;
let node: MailNode;
let letters = 0;

beforeAll(async () => {
  mail = await openMailWorld();
  node = await mail.startNode();
});
afterAll(() => mail.close());

afterEach(async () => {
  Object.assign(mail.imap.faults, { refuseLogin: null, noIdle: false, mute: false, delayMs: 0 });
  const { items } = (await mail.call('GET /channels')).body;
  for (const { id, builtIn } of items) {
    if (!builtIn) {
      await mail.call(`DELETE /channels/${id}`);
    }
  }
  await expect.poll(() => mail.imap.folder().changes.listenerCount('exists')).toBe(0);
});

const soon = { timeout: 10_000, interval: 20 };
const within2s = { timeout: 2_000, interval: 20 };

const stateOf = async (id: string) => {
  const { state, code } = (await mail.channel(id)).status;
  return code === null ? state : `${state} ${code}`;
};

async function connected(more?: object): Promise<{ id: string; version: number }> {
  const made = await mail.connect(more);
  await expect.poll(() => stateOf(made.id), soon).toBe('connected');
  return made;
}

function deliver(folder = mail.imap.folder()): string {
  letters += 1;
  folder.deliver(letterText(`life-${letters}`));
  return `Question life-${letters}`;
}

const ticketsOf = async (subject: string) =>
  (await mail.tickets()).filter((ticket) => ticket.subject === subject).length;

test('a connected mailbox turns a letter into a ticket within two seconds', async () => {
  const { id } = await connected();
  const subject = deliver();
  await expect.poll(() => ticketsOf(subject), within2s).toBe(1);
  await expect.poll(async () => (await mail.channel(id)).status.lastLetterAt, soon).not.toBeNull();
  expect([...(mail.imap.folder().letters.at(-1)?.flags ?? [])]).toContain(String.raw`\Seen`);
});

test('a server without IDLE is looked at now and then, and the channel says so', async () => {
  mail.imap.faults.noIdle = true;
  const { id } = await mail.connect();
  await expect.poll(() => stateOf(id), soon).toBe('connected polling');
  const subject = deliver();
  await expect.poll(() => ticketsOf(subject), within2s).toBe(1);
});

test('a wrong password is told by its code, and the right one connects at once', async () => {
  const wrong = mail.settings({
    imap: { ...imapServer(), password: 'forgotten' },
  });
  const { id, version } = await mail.connect({ settings: wrong });
  await expect.poll(() => stateOf(id), soon).toBe('error wrong_password');
  const stale = await mail.call(`PATCH /channels/${id}`, { version: version + 5, name: 'Stale' });
  expect([stale.status, stale.body.code]).toEqual([409, 'version.conflict']);
  const mended = await mail.call(`PATCH /channels/${id}`, { version, settings: mail.settings() });
  expect(mended.status).toBe(200);
  await expect.poll(() => stateOf(id), within2s).toBe('connected');
  const subject = deliver();
  await expect.poll(() => ticketsOf(subject), within2s).toBe(1);
});

test('a paused mailbox rests, and what came meanwhile is read when it goes on', async () => {
  const { id } = await connected();
  await mail.call(`PATCH /channels/${id}`, { active: false });
  await expect.poll(() => mail.imap.folder().changes.listenerCount('exists'), soon).toBe(0);
  expect(await stateOf(id)).toBe('off');
  const subject = deliver();
  mail.world.clock.move({ days: 20 });
  expect(await ticketsOf(subject)).toBe(0);
  await mail.call(`PATCH /channels/${id}`, { active: true });
  await expect.poll(() => ticketsOf(subject), soon).toBe(1);
});

test('a removed mailbox is gone, its address free and its tickets there', async () => {
  const { id } = await connected();
  const subject = deliver();
  await expect.poll(() => ticketsOf(subject), soon).toBe(1);
  expect((await mail.call(`DELETE /channels/${id}`)).status).toBe(200);
  for (const at of [`GET /channels/${id}`, `PATCH /channels/${id}`, `DELETE /channels/${id}`]) {
    const { status } = await mail.call(
      at as `${string} /${string}`,
      at.startsWith('P') ? {} : undefined,
    );
    expect([at, status]).toEqual([at, 404]);
  }
  const { items } = (await mail.call('GET /channels')).body;
  expect(items.map((each: { id: string }) => each.id)).not.toContain(id);
  expect(await ticketsOf(subject)).toBe(1);
  await connected();
});

test('letters renumbered by the server become no second tickets, and none is missed', async () => {
  await connected();
  const before = deliver();
  await expect.poll(() => ticketsOf(before), soon).toBe(1);
  mail.imap.folder().renumber();
  mail.imap.dropAll();
  const after = deliver();
  await expect.poll(() => ticketsOf(after), soon).toBe(1);
  expect(await ticketsOf(before)).toBe(1);
});

test('a server that hangs delays neither another mailbox nor a change of its own settings', async () => {
  const hanging = await startImapServer();
  hanging.faults.mute = true;
  try {
    const { id } = await mail.connect({
      address: 'slow@own.test',
      settings: mail.settings({ imap: { ...imapServer(), port: hanging.port } }),
    });
    await expect.poll(() => hanging.connections, soon).toBe(1);
    await connected();
    const subject = deliver();
    await expect.poll(() => ticketsOf(subject), within2s).toBe(1);
    await mail.call(`PATCH /channels/${id}`, { name: 'Slow' });
    const next = deliver();
    await expect.poll(() => ticketsOf(next), within2s).toBe(1);
    hanging.faults.mute = false;
    await expect.poll(() => stateOf(id), soon).toBe('connected');
  } finally {
    await hanging.close();
  }
});

test('connections to the database break, and no letter is lost or doubled', async () => {
  await connected();
  const first = deliver();
  await expect.poll(() => ticketsOf(first), soon).toBe(1);
  await node.cutOff();
  const second = deliver();
  await expect.poll(() => ticketsOf(second), soon).toBe(1);
  await node.cutOff();
  await node.cutOff();
  const third = deliver();
  await expect.poll(() => ticketsOf(third), soon).toBe(1);
  expect([await ticketsOf(first), await ticketsOf(second)]).toEqual([1, 1]);
});

test('another folder of the mailbox begins with its new letters', async () => {
  const archive = new FixtureFolder('Requests');
  const server = await startImapServer({ folders: [new FixtureFolder('INBOX'), archive] });
  try {
    const settings = mail.settings({ imap: { ...imapServer(), port: server.port } });
    const { id } = await connected({ settings });
    const before = deliver(server.folder());
    await expect.poll(() => ticketsOf(before), soon).toBe(1);
    const old = deliver(archive);
    await mail.call(`PATCH /channels/${id}`, { settings: { folder: 'Requests' } });
    await expect.poll(() => archive.changes.listenerCount('exists'), soon).toBe(1);
    const next = deliver(archive);
    await expect.poll(() => ticketsOf(next), soon).toBe(1);
    expect(await ticketsOf(old)).toBe(0);
  } finally {
    await server.close();
  }
});

function imapServer() {
  const { host, port } = mail.imap;
  return { host, port, security: 'none', user: address, password: 'secret' };
}
