import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { openLiveHub, type LiveHub } from '../../kernel/live-hub.ts';
import { silentLog } from '../../kernel/log.ts';
import type { Json } from '../../test/caller.ts';
import { letterText } from '../../test/mail/letters.ts';
import { address, openMailWorld, type MailNode, type MailWorld } from './test-harness.ts';

let mail: MailWorld;
let node: MailNode;
let channelId: string;
const hubs: LiveHub[] = [];
/** The clock of the fixtures' letters: days before now. */
const daysAgo = (days: number) => new Date(mail.world.clock.now().getTime() - days * 86_400_000);

beforeAll(async () => {
  mail = await openMailWorld();
  put('oldest', 470, { Subject: 'Old matter', References: '<old-question@there.test>' });
  put('old-question', 400, { Subject: 'Old matter' });
  put('old-answer', 399, ours('old-question', 'Old matter'), [], 'Answered long ago');
  put('old-thanks', 398, { 'In-Reply-To': '<old-answer@there.test>', Subject: 'Re: Old matter' });
  put('misdated', 300, { Date: 'Thu, 01 Jan 1970 00:00:00 +0000', Subject: 'Misdated' });
  put('first-to-them', 200, { ...ours(null, 'Offer'), To: 'Boris <boris@there.test>' });
  put('recent-open', 5, { Subject: 'Waiting' });
  put('recent-done', 4, { Subject: 'Done elsewhere' }, [String.raw`\Answered`]);
  put('recent-asked', 3, { Subject: 'Asked and answered' });
  put('recent-answer', 2, ours('recent-asked', 'Asked and answered'));
  for (let n = 0; n < 120; n += 1) {
    put(`many-${n}`, 250 - n, { Subject: `Many ${n}`, From: `m${n}@there.test` });
  }
  node = await mail.startNode();
});
afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
  await mail.close();
});

const soon = { timeout: 15_000, interval: 20 };

function ours(answers: string | null, subject: string): Record<string, string> {
  return {
    From: `Help <${address}>`,
    To: 'Anna <anna@there.test>',
    Subject: answers ? `Re: ${subject}` : subject,
    ...(answers && { 'In-Reply-To': `<${answers}@there.test>` }),
  };
}

// oxlint-disable-next-line eslint/max-params -- the parts of a letter, most with defaults
function put(id: string, days: number, headers = {}, flags: string[] = [], body?: string): void {
  const arrivedAt = daysAgo(days);
  const dated = { Date: arrivedAt.toUTCString(), ...headers };
  mail.imap.folder().deliver(letterText(id, dated, body), { arrivedAt, flags });
}

const progress = async () => (await mail.channel(channelId)).import;
const begin = (body: object) => mail.call(`POST /channels/${channelId}/import`, body);
const ticket = async (subject: string): Promise<Json> =>
  (await mail.call(`GET /tickets?limit=200`)).body.items.find(
    (each: Json) => each.subject === subject,
  );
const messages = async (id: string): Promise<Json[]> =>
  (await mail.call(`GET /tickets/${id}/messages`)).body.items;

/** What a screen with the right to see mailboxes hears, and that one without it hears nothing. */
async function watchImport(): Promise<Json[]> {
  const hub = openLiveHub(mail.world.db, [], silentLog);
  hubs.push(hub);
  const told: Json[] = [];
  const watch = async (permissions: string[], send: (frame: string) => boolean) =>
    hub.watch(
      { actor: { ...systemActor(mail.company.id), permissions: new Set(permissions) }, send },
      null,
    );
  await watch(['channel.read'], (frame) => {
    const [, data] = /^event: channel\ndata: (.*)$/m.exec(frame) ?? [];
    if (data) {
      expect(JSON.parse(data).channelId).toBe(channelId);
      told.push(JSON.parse(data).import);
    }
    return true;
  });
  await watch(['ticket.read'], (frame) => {
    expect(frame).not.toContain('event: channel');
    return true;
  });
  return told;
}

test('connecting a mailbox brings nothing of what it holds', async () => {
  channelId = (await mail.connect()).id;
  await expect
    .poll(async () => (await mail.channel(channelId)).status.state, soon)
    .toBe('connected');
  expect(await mail.tickets()).toEqual([]);
  const refused = await begin({});
  expect([refused.status, refused.body.errors]).toEqual([
    400,
    [{ field: 'since', code: 'required' }],
  ]);
});

test('an import is followed, stopped, gone on with and finished; its letters come once', async () => {
  const since = daysAgo(450).toISOString();
  mail.imap.faults.delayMs = 60;
  const told = await watchImport();
  expect((await begin({ since })).body.import).toMatchObject({ state: 'running', done: 0 });
  await expect.poll(async () => (await progress())?.done ?? 0, soon).toBeGreaterThanOrEqual(50);
  expect((await begin({ since })).body.code).toBe('import.running');
  const stopped = (await mail.call(`DELETE /channels/${channelId}/import`)).body.import;
  expect(stopped).toMatchObject({ state: 'stopped', total: 129 });
  expect(stopped.done).toBeLessThan(129);
  mail.imap.faults.delayMs = 0;
  await begin({ since });
  await expect.poll(progress, soon).toMatchObject({ state: 'done', done: 129, total: 129 });
  await expect.poll(() => told.at(-1), soon).toMatchObject({ state: 'done', done: 129 });
  expect(told.map(({ state }) => state)).toEqual(
    expect.arrayContaining(['running', 'stopped', 'done']),
  );
  await mail.world.settle();
  const { rows } = await mail.world.admin.query(
    'select outcome, count(*)::int as n from inbound group by 1 order by 1',
  );
  expect(rows).toEqual([
    { outcome: 'reply', n: 3 },
    { outcome: 'ticket', n: 126 },
  ]);
});

test('an old conversation is one closed ticket of its own time, our answer in it ours, and sends nothing', async () => {
  const old = await ticket('Old matter');
  expect(old).toMatchObject({
    status: 'closed',
    messageCount: 3,
    createdAt: daysAgo(400).toISOString(),
  });
  const shown = await messages(old.id);
  expect(shown.map(({ direction, author }) => [direction, author.kind, author.name])).toEqual([
    ['in', 'person', 'Anna'],
    ['out', 'user', 'Help'],
    ['in', 'person', 'Anna'],
  ]);
  expect(shown.map(({ createdAt }) => createdAt)).toEqual(
    [400, 399, 398].map((days) => daysAgo(days).toISOString()),
  );
  expect(shown[0]?.automatic).toBe('history');
  expect(mail.smtp.letters).toEqual([]);
  expect((await ticket('Misdated')).createdAt).toBe(daysAgo(300).toISOString());
});

test('what happened then is told at its time; only the card of the customer was made today', async () => {
  const { id } = await ticket('Old matter');
  const events = (await mail.call(`GET /tickets/${id}/events`)).body.items;
  const times = events.map(({ name, at }: Json) => [name, at]);
  expect(times).toContainEqual(['ticket.opened', daysAgo(400).toISOString()]);
  expect(times).toContainEqual(['message.written', daysAgo(399).toISOString()]);
  expect(events.map(({ at }: Json) => at)).toEqual(times.map(([, at]: string[]) => at).toSorted());
  expect(times.at(-1)?.[1]).toBe(daysAgo(398).toISOString());
  const today = mail.world.clock.now().toISOString();
  const { rows } = await mail.world.admin.query(
    `select distinct at from event where name = 'person.added'`,
  );
  expect(rows).toEqual([{ at: new Date(today) }]);
});

test('what we wrote first is a ticket of whom we wrote to', async () => {
  const offer = await ticket('Offer');
  expect(offer).toMatchObject({ status: 'closed', requester: { name: 'Boris' } });
  expect((await messages(offer.id))[0]?.author).toMatchObject({ kind: 'user', name: 'Help' });
});

test('of the last two weeks only what nobody has answered is work', async () => {
  expect((await ticket('Waiting')).status).toBe('new');
  expect((await ticket('Done elsewhere')).status).toBe('solved');
  expect((await ticket('Asked and answered')).status).toBe('solved');
  const { items } = (await mail.call('GET /tickets?view=open')).body;
  expect(items.map(({ subject }: Json) => subject)).toEqual(['Waiting']);
});

test('a letter of today answers an imported one, and brings it back to work', async () => {
  const headers = { Subject: 'Re: Old matter', 'In-Reply-To': '<old-thanks@there.test>' };
  const arrivedAt = daysAgo(0.01);
  mail.imap.folder().deliver(letterText('today', headers), { arrivedAt });
  await expect.poll(async () => (await ticket('Old matter')).status, soon).toBe('open');
  const shown = await messages((await ticket('Old matter')).id);
  expect(shown.at(-1)?.automatic).toBeNull();
});

test('an old letter that is found later stands where it belongs, and is not the last word', async () => {
  const before = await ticket('Old matter');
  await begin({ since: daysAgo(480).toISOString(), until: daysAgo(460).toISOString() });
  await expect.poll(progress, soon).toMatchObject({ state: 'done', done: 1 });
  await mail.world.settle();
  const after = await ticket('Old matter');
  expect(after).toMatchObject({
    lastMessageAt: before.lastMessageAt,
    preview: before.preview,
    status: 'open',
  });
  expect((await messages(after.id))[0]?.createdAt).toBe(daysAgo(470).toISOString());
});

test('an import of a mailbox that lets nobody in fails with its reason, and goes on when that is mended', async () => {
  mail.imap.faults.refuseLogin = 'NO [AUTHENTICATIONFAILED] Invalid credentials';
  const since = daysAgo(10).toISOString();
  await begin({ since });
  await expect.poll(progress, soon).toMatchObject({ state: 'failed', code: 'wrong_password' });
  mail.imap.faults.refuseLogin = null;
  await begin({ since });
  await expect.poll(progress, soon).toMatchObject({ state: 'done', done: 5, code: null });
});

test('an import outlives the process that ran it', async () => {
  mail.imap.faults.delayMs = 60;
  const since = daysAgo(501).toISOString();
  await begin({ since });
  await expect.poll(async () => (await progress())?.done ?? 0, soon).toBeGreaterThan(0);
  await node.stop();
  expect(await progress()).toMatchObject({ state: 'running' });
  mail.imap.faults.delayMs = 0;
  node = await mail.startNode();
  await expect.poll(progress, soon).toMatchObject({ state: 'done' });
  await mail.world.settle();
  expect((await mail.tickets()).length).toBe(100);
  const { rows } = await mail.world.admin.query('select count(*)::int as n from ticket');
  expect(rows).toEqual([{ n: 126 }]);
});
