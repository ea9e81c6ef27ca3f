import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../kernel/log.ts';
import { openSecrets } from '../../kernel/secrets/secrets.ts';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { letterText } from '../../test/mail/letters.ts';
import { startSmtpSink, type SmtpSink } from '../../test/mail/smtp-sink.ts';
import { openWorld, type World } from '../../test/world.ts';
import { pushKeys } from './devices/push-keys.ts';
import { sendDispatches } from './sending/send-dispatch.ts';
import { startTelling } from './telling/follow-facts.ts';
import * as harness from './test-harness.ts';
import { choose, kindsIn, noticesOf, subscriptionAt, ticketAbout } from './test-harness.ts';

let world: World;
let company: Company;
let keeper: Person;
let ann: Person;
let bob: Person;
let sink: SmtpSink;
let channelId: string;
let second: { stop(): Promise<void> };
let count = 0;

const scene = () => ({ world, company, sink });
const told = () => harness.told(scene());
const later = (by: Parameters<World['clock']['move']>[0]) => harness.later(scene(), by);
const lettersTo = (address: string) => harness.lettersTo(scene(), address);

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ company: 'Ромашка', timeZone: 'UTC' });
  keeper = company.administrator;
  ann = await company.hire('agent', { name: 'Ann' });
  bob = await company.hire('agent', { name: 'Bob' });
  sink = await startSmtpSink({ passwords: { 'help@own.test': 'secret' } });
  channelId = await harness.sendingMailbox(scene());
  await world.settle();
  // A second worker beside the one of the world.
  const { executor, channels } = world.app;
  const mailPossible = channels.post.possible;
  second = startTelling({ db: world.db, log: silentLog, executor, mailPossible });
  await told();
});
afterAll(async () => {
  await second.stop();
  await sink.close();
  await world.close();
});
beforeEach(async () => {
  count += 1;
  await later({ hours: 3 });
  sink.letters.length = 0;
});

async function opened(by: Person, more: object = {}): Promise<Json> {
  const asked = { subject: `Help ${count}`, body: 'It jams', requester: { email: 'r@there.test' } };
  const { status, body } = await by.call('POST /tickets', { ...asked, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

describe('people of the company', () => {
  test('hear that a ticket is theirs, and that it was taken from them, but not of what they did themselves', async () => {
    const ticket = await opened(ann, { assigneeId: bob.id });
    await told();
    expect(await kindsIn(bob, ticket)).toEqual(['assigned']);
    await ann.call(`PATCH /tickets/${ticket.id}`, { assigneeId: ann.id });
    await told();
    expect(await kindsIn(bob, ticket)).toEqual(['handed-over', 'assigned']);
    expect(await kindsIn(ann, ticket)).toEqual([]);
  });

  test('hear of notes in what they have or follow, once, and called by name it is a call', async () => {
    const ticket = await opened(keeper, { assigneeId: bob.id });
    await ann.call(`PUT /tickets/${ticket.id}/followers/${ann.id}`);
    await keeper.call(`POST /tickets/${ticket.id}/messages`, {
      body: 'Who knows?',
      visibility: 'internal',
      mentions: [bob.id],
    });
    await told();
    expect(await kindsIn(bob, ticket)).toEqual(['mention', 'assigned']);
    expect(await kindsIn(ann, ticket)).toEqual(['followed-noted']);
    expect((await noticesOf(ann))[0]).toMatchObject({
      preview: 'Who knows?',
      actor: { name: 'Anna' },
    });
  });

  test('hear of a letter in their ticket; of what a machine writes, of spam and of old facts they hear nothing', async () => {
    const mark = `own${count}`;
    const writer = `rita${count}@there.test`;
    await world.mail(company, letterText(mark, { From: `Rita <${writer}>` }), { channelId });
    const ticket = await ticketAbout(ann, mark);
    await ann.call(`PATCH /tickets/${ticket.id}`, { assigneeId: ann.id });
    const answer = (name: string, more: object = {}) =>
      world.mail(
        company,
        letterText(name, {
          From: `Rita <${writer}>`,
          'In-Reply-To': `<${mark}@customer.test>`,
          ...more,
        }),
        { channelId },
      );
    const { rows } = await world.admin.query(
      `select mail ->> 'messageId' as id from message where ticket_id = $1`,
      [ticket.id],
    );
    const reply = { 'In-Reply-To': `<${rows[0].id}>` };
    world.clock.move({ seconds: 5 });
    await answer(`${mark}b`, { ...reply, 'Auto-Submitted': 'auto-replied' });
    await told();
    expect(await kindsIn(ann, ticket)).toEqual([]);
    await answer(`${mark}c`, reply);
    await told();
    expect(await kindsIn(ann, ticket)).toEqual(['customer-wrote']);
  });

  test('hear nothing of tickets that they may not see, nor after they have left', async () => {
    const team = await company.team(`Closed ${count}`, []);
    const limited = await company.hire(
      { permissions: ['ticket.read'], scope: 'teams' },
      { name: 'Lim' },
    );
    const gone = await company.hire('agent', { name: 'Gone' });
    const ticket = await opened(keeper, { teamId: team.id });
    for (const { id } of [limited, gone]) {
      await keeper.call(`PUT /tickets/${ticket.id}/followers/${id}`);
    }
    const change = { active: false, version: 1 };
    expect((await keeper.call(`PATCH /users/${gone.id}`, change)).status).toBe(200);
    await keeper.call(`POST /tickets/${ticket.id}/messages`, {
      body: 'Between us',
      visibility: 'internal',
    });
    await told();
    const { rows } = await world.admin.query(
      'select kind, user_id from notice where ticket_id = $1 and user_id = any($2)',
      [ticket.id, [limited.id, gone.id]],
    );
    expect(rows).toEqual([]);
  });

  test('of another company nobody hears anything, and nobody reads what others have chosen', async () => {
    const other = await world.found();
    const ticket = await opened(keeper, { assigneeId: bob.id });
    await told();
    expect(await noticesOf(other.administrator)).toEqual([]);
    expect(await kindsIn(bob, ticket)).toEqual(['assigned']);
  });

  test('are told once, however often a step is done again', async () => {
    const ticket = await opened(keeper, { assigneeId: bob.id });
    await told();
    // A worker died between its step and the mark.
    await world.admin.query(
      `update notification_position set tx = (select min(tx) from event where ticket_id = $1)`,
      [ticket.id],
    );
    await told();
    expect(await kindsIn(bob, ticket)).toEqual(['assigned']);
  });
});

describe('letters', () => {
  test('of one ticket are folded into one that no machine answers', async () => {
    await choose(bob, 'assigned', { mail: true });
    await choose(bob, 'noted', { mail: true });
    const ticket = await opened(ann, { assigneeId: bob.id });
    for (const body of ['One', 'Two', 'Three']) {
      await ann.call(`POST /tickets/${ticket.id}/messages`, { body, visibility: 'internal' });
      await told();
    }
    expect(sink.letters).toEqual([]);
    await later({ seconds: 130 });
    const [letter, ...more] = await lettersTo(bob.email);
    expect(more).toEqual([]);
    expect(letter?.subject).toContain(`#${ticket.number}`);
    expect(letter?.text).toContain('Three');
    expect(letter?.headers.get('auto-submitted')).toEqual(['auto-generated']);
    await later({ hours: 1 });
    expect(await lettersTo(bob.email)).toHaveLength(1);
  });

  test('do not come about what was read meanwhile', async () => {
    const ticket = await opened(ann, { assigneeId: bob.id });
    await told();
    await bob.call('POST /notices/read', { ticketId: ticket.id });
    await later({ seconds: 130 });
    expect(await lettersTo(bob.email)).toEqual([]);
  });

  test('wait for the morning in quiet hours, all together', async () => {
    const from = world.clock.now().toISOString().slice(11, 16);
    const to = new Date(world.clock.now().getTime() + 2 * 3_600_000).toISOString().slice(11, 16);
    await choose(bob, 'assigned', { mail: true }, { quiet: { from, to, days: [] } });
    await opened(ann, { assigneeId: bob.id });
    await opened(ann, { assigneeId: bob.id });
    await later({ hours: 1 });
    expect(await lettersTo(bob.email)).toEqual([]);
    await later({ hours: 1.2 });
    expect((await lettersTo(bob.email)).map(({ subject }) => subject)).toEqual(['2 notices']);
    await choose(bob, 'assigned', {}, { quiet: null });
  });

  test('go into a digest for who wants one', async () => {
    const at = new Date(world.clock.now().getTime() + 5 * 3_600_000).toISOString().slice(11, 16);
    await choose(bob, 'assigned', { mail: true }, { digest: { every: 'day', at } });
    await opened(ann, { assigneeId: bob.id });
    await opened(ann, { assigneeId: bob.id });
    await later({ hours: 4 });
    expect(await lettersTo(bob.email)).toEqual([]);
    await later({ hours: 1.1 });
    expect(await lettersTo(bob.email)).toHaveLength(1);
    await choose(bob, 'assigned', {}, { digest: null });
  });

  test('that the server refuses are tried again, listed at last, and can be sent once more', async () => {
    sink.faults.recipients.set(bob.email, [{ code: 550, text: '5.1.1 no such user' }]);
    const ticket = await opened(ann, { assigneeId: bob.id });
    await later({ seconds: 130 });
    const failures = async (): Promise<Json[]> =>
      (await keeper.call('GET /notification-failures')).body.items;
    const [failure] = await failures();
    expect(failure).toMatchObject({
      way: 'mail',
      ticketNumber: ticket.number,
      to: { name: 'Bob' },
    });
    expect((await ann.call('GET /notification-failures')).status).toBe(403);
    sink.faults.recipients.clear();
    await keeper.call(`POST /notification-failures/${failure?.id}/replay`);
    await world.settle();
    expect(await lettersTo(bob.email)).toHaveLength(1);
    expect(await failures()).toEqual([]);
  });

  test('that a colleague answers make no ticket, and they are told so', async () => {
    await opened(ann, { assigneeId: bob.id });
    await later({ seconds: 130 });
    const [letter] = await lettersTo(bob.email);
    const before = (await ann.call('GET /tickets?limit=200')).body.items.length;
    await world.mail(
      company,
      letterText(`answer${count}`, {
        From: `Bob <${bob.email}>`,
        'In-Reply-To': `<${letter?.messageId}>`,
      }),
      { channelId },
    );
    expect((await ann.call('GET /tickets?limit=200')).body.items).toHaveLength(before);
    expect((await noticesOf(bob))[0]?.kind).toBe('reply-not-taken');
  });
});

describe('browsers', () => {
  let service: Server;
  let calls: { path: string; headers: IncomingHttpHeaders; bytes: number }[];
  let answer = 201;
  beforeAll(async () => {
    calls = [];
    service = createServer((request, response) => {
      let bytes = 0;
      request.on('data', (chunk: Buffer) => (bytes += chunk.length));
      request.on('end', () => {
        calls.push({ path: request.url ?? '', headers: request.headers, bytes });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => service.close());

  const subscription = () => subscriptionAt((service.address() as AddressInfo).port);
  const job = async () => {
    const { executor, channels } = world.app;
    const { keyFor, unseal } = await openSecrets(world.dataDir);
    return sendDispatches({
      executor: () => executor,
      log: silentLog,
      post: channels.post,
      publicUrl: 'https://desk.test',
      keys: () => pushKeys(keyFor),
      subject: 'https://desk.test',
      unseal,
      reach: { allowPrivate: true },
    });
  };
  /** The call that waits for a person is made now. */
  async function call(who: Person): Promise<void> {
    await told();
    world.clock.move({ seconds: 10 });
    const { rows } = await world.admin.query<{ id: string }>(
      `select id from notice_dispatch where user_id = $1 and way = 'push' and state in ('waiting', 'sending')`,
      [who.id],
    );
    const { run } = await job();
    for (const { id } of rows) {
      const payload = { dispatchId: id };
      await run({ id, workspaceId: company.id, payload, signal: AbortSignal.timeout(5_000) });
    }
  }

  test('are called as RFC 8030 and 8291 want it, and forgotten when they are gone', async () => {
    expect((await bob.call('POST /me/devices', subscription())).status).toBe(201);
    await opened(ann, { assigneeId: bob.id });
    await call(bob);
    expect(calls).toHaveLength(1);
    const [{ headers, bytes } = { headers: {}, bytes: 0 }] = calls;
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '43200' });
    expect(headers.authorization).toMatch(/^vapid t=/);
    expect(bytes).toBeGreaterThan(100);
    answer = 410;
    await opened(ann, { assigneeId: bob.id });
    await call(bob);
    expect(calls).toHaveLength(2);
    expect((await bob.call('GET /me/devices')).body.items).toEqual([]);
    answer = 201;
  });

  test('are not called after their person has signed out, and never inside our own network', async () => {
    const visitor = await company.hire('agent', { name: 'Visitor' });
    await visitor.call('POST /me/devices', subscription());
    await opened(ann, { assigneeId: visitor.id });
    await visitor.call('DELETE /session');
    calls.length = 0;
    await call(visitor);
    expect(calls).toEqual([]);
    // By the application's own job, which reaches the open internet only.
    await bob.call('POST /me/devices', subscription());
    await opened(ann, { assigneeId: bob.id });
    await later({ seconds: 10 });
    expect(calls).toEqual([]);
    const { items } = (await keeper.call('GET /notification-failures')).body;
    expect(items[0]).toMatchObject({ way: 'push', problem: expect.stringContaining('outside.') });
  });

  test('that are no browsers are refused', async () => {
    const good = subscription();
    for (const bad of [
      { ...good, endpoint: 'ftp://push.test/1' },
      { ...good, keys: { ...good.keys, auth: 'short' } },
      { ...good, keys: { ...good.keys, p256dh: good.keys.auth } },
    ]) {
      expect((await bob.call('POST /me/devices', bad)).status).toBe(400);
    }
    const devices = (await bob.call('GET /me/devices')).body.items as Json[];
    expect((await ann.call(`DELETE /me/devices/${devices[0]?.id}`)).status).toBe(404);
  });
});

describe('customers', () => {
  const switchOn = async (kind: string, texts?: object): Promise<void> => {
    const { items } = (await keeper.call('GET /customer-notices')).body;
    const now = items.find((each: Json) => each.kind === kind);
    const asked = { channelIds: [channelId], texts: texts ?? now.texts };
    const { status, body } = await keeper.call(`PUT /customer-notices/${kind}`, asked);
    expect(status, JSON.stringify(body)).toBe(200);
  };
  const write = async (mark: string, headers: object = {}) => {
    const From = `Rita <${mark}@there.test>`;
    await world.mail(company, letterText(mark, { From, ...headers }), { channelId });
    await later({ seconds: 1 });
  };

  test('hear nothing until the company wants it', async () => {
    await write(`quiet${count}`);
    expect(await lettersTo(`quiet${count}@there.test`)).toEqual([]);
  });

  test('read once that their request has come, with its number, and no machine does', async () => {
    await switchOn('received');
    await write(`first${count}`);
    const [letter, ...more] = await lettersTo(`first${count}@there.test`);
    expect(more).toEqual([]);
    expect(letter?.headers.get('auto-submitted')).toEqual(['auto-replied']);
    expect(letter?.subject).toMatch(/№\d+|#\d+/);
    await write(`robot${count}`, { 'Auto-Submitted': 'auto-generated' });
    await write(`list${count}`, { 'List-Id': '<news.there.test>' });
    expect(sink.letters).toHaveLength(1);
    const ticket = await ticketAbout(ann, `first${count}`);
    const names = (await world.events(company, { ticketId: ticket.id })).map(({ name }) => name);
    expect(names).toContain('ticket.customer-told');
  });

  test('read that it is solved, unless that was taken back at once', async () => {
    await switchOn('solved');
    const open = async (mark: string) => {
      await write(mark);
      return ticketAbout(ann, mark);
    };
    const solved = await open(`solved${count}`);
    const back = await open(`back${count}`);
    sink.letters.length = 0;
    for (const { id } of [solved, back]) {
      await ann.call(`PATCH /tickets/${id}`, { status: 'solved' });
    }
    await ann.call(`PATCH /tickets/${back.id}`, { status: 'open' });
    await later({ seconds: 90 });
    expect(await lettersTo(`solved${count}@there.test`)).toHaveLength(1);
    expect(await lettersTo(`back${count}@there.test`)).toEqual([]);
  });

  test('get texts that were understood when they were saved; others are refused with their place', async () => {
    const words = { subject: 'Got it', body: 'Hello {{ customer.nmae }}' };
    const texts = { ru: words, en: words };
    const { status, body } = await keeper.call('PUT /customer-notices/received', {
      channelIds: [],
      texts,
    });
    expect([status, body.errors[0]]).toEqual([
      400,
      expect.objectContaining({ field: 'texts.ru.body', code: 'unknown_variable', line: 1 }),
    ]);
    const shown = await keeper.call('POST /customer-notices/preview', { texts });
    expect(shown.body.ru.problems).toHaveLength(1);
    const good = { subject: '#{{ ticket.number }}', body: 'Hello, {{ customer.name }}' };
    const asked = { texts: { ru: good, en: good }, locale: 'en' };
    expect((await keeper.call('POST /customer-notices/try', asked)).status).toBe(202);
    await world.settle();
    expect((await lettersTo(keeper.email))[0]?.subject).toMatch(/^#\d+/);
    expect((await ann.call('POST /customer-notices/try', asked)).status).toBe(403);
  });
});
