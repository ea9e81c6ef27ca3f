import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterText } from '../../test/mail/letters.ts';
import { openMailWorld, type MailNode, type MailWorld } from './test-harness.ts';

let mail: MailWorld;
let first: MailNode;
let letters = 0;

beforeAll(async () => {
  mail = await openMailWorld();
  first = await mail.startNode();
});
afterAll(() => mail.close());

const soon = { timeout: 12_000, interval: 20 };

function deliver(): string {
  letters += 1;
  mail.imap.folder().deliver(letterText(`owned-${letters}`));
  return `Question owned-${letters}`;
}

const ticketsOf = async (subject: string) =>
  (await mail.tickets()).filter((ticket) => ticket.subject === subject).length;
const watchers = () => mail.imap.folder().changes.listenerCount('exists');

test('of two processes one serves a mailbox; the other takes over when it dies, and no letter comes twice', async () => {
  const { id } = await mail.connect();
  await expect.poll(async () => (await mail.channel(id)).status.state, soon).toBe('connected');
  const second = await mail.startNode();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(watchers()).toBe(1);
  const before = deliver();
  await expect.poll(() => ticketsOf(before), soon).toBe(1);
  await first.die();
  const between = deliver();
  await expect.poll(() => ticketsOf(between), soon).toBe(1);
  expect(await ticketsOf(before)).toBe(1);
  const after = deliver();
  await expect.poll(() => ticketsOf(after), soon).toBe(1);
  expect((await mail.channel(id)).status.state).toBe('connected');
  await second.stop();
  expect((await mail.channel(id)).status.state).toBe('off');
  expect(watchers()).toBe(0);
});

test('what came while nobody was there is read by the next process, once', async () => {
  const missed = [deliver(), deliver(), deliver()];
  const third = await mail.startNode();
  for (const subject of missed) {
    await expect.poll(() => ticketsOf(subject), soon).toBe(1);
  }
  await third.stop();
  expect(mail.imap.folder().letters.filter(({ flags }) => !flags.has(String.raw`\Seen`))).toEqual(
    [],
  );
});

test('a password comes out nowhere: not in answers, not in the audit log, not in logs, not in the database', async () => {
  const node = await mail.startNode();
  const secret = 'Tr0ub4dor-of-the-mailbox';
  const { host, port } = mail.imap;
  const imap = { host, port, security: 'none', user: 'u', password: secret };
  const made = await mail.call(
    'POST /channels',
    { kind: 'email', name: 'Hushed', address: 'hush@own.test', settings: { imap } },
    { 'idempotency-key': 'hushed-1' },
  );
  expect(made.body.settings.imap.hasPassword).toBe(true);
  const { id } = made.body;
  await expect.poll(async () => (await mail.channel(id)).status.code, soon).toBe('wrong_password');
  const answers = [
    made.body,
    (await mail.call('POST /channels/probe', { channelId: id, settings: {} })).body,
    (await mail.call('GET /channels')).body,
    (await mail.call('GET /audit')).body,
  ];
  expect(JSON.stringify(answers)).not.toContain(secret);
  expect(node.said()).not.toContain(secret);
  const { rows } = await mail.world.admin.query(
    `select query_to_xml('select * from channel', true, false, '')::text
       || query_to_xml('select * from audit_entry', true, false, '')::text
       || query_to_xml('select * from receipt', true, false, '')::text as everything`,
  );
  expect(rows[0].everything).not.toContain(secret);
});

test('a kept password is not handed to another server', async () => {
  const { items } = (await mail.call('GET /channels')).body;
  const { id, version } = items.find(
    (each: { address: string }) => each.address === 'hush@own.test',
  );
  const elsewhere = { host: 'localhost', port: mail.imap.port, security: 'none', user: 'u' };
  const refused = await mail.call(`PATCH /channels/${id}`, {
    version,
    settings: { imap: elsewhere },
  });
  expect([refused.status, refused.body.errors]).toEqual([
    400,
    [{ field: 'settings.imap.password', code: 'required' }],
  ]);
  const probed = await mail.call('POST /channels/probe', {
    channelId: id,
    settings: { imap: elsewhere },
  });
  expect(probed.body).toMatchObject({
    ok: false,
    steps: [{ step: 'sign_in', code: 'wrong_password' }],
  });
});
