import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Answer, Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { systemActor } from '../../kernel/actor.ts';
import { letterText } from '../../test/mail/letters.ts';
import { startSmtpSink, type SmtpSink } from '../../test/mail/smtp-sink.ts';
import { openWorld, type World } from '../../test/world.ts';
import { beginSending } from './email/outgoing/begin-sending.ts';
import { parseLetter } from './email/letter/parse-letter.ts';

let world: World;
let company: Company;
let agent: Person;
let sink: SmtpSink;
let channelId: string;
let count = 0;
/** Of the customer of this test. */
let writer: string;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ company: 'Ромашка' });
  agent = await company.hire('agent', { name: 'Ольга Петрова' });
  sink = await startSmtpSink({ passwords: { 'help@own.test': 'secret' } });
  channelId = await mailbox('help@own.test');
});
afterAll(async () => {
  await sink.close();
  await world.close();
});
beforeEach(() => {
  count += 1;
  writer = `writer${count}@customer.test`;
  sink.letters.length = 0;
  Object.assign(sink.faults, { refuseLogin: null, hang: false });
  sink.faults.recipients.clear();
  sink.faults.letters.length = 0;
});

async function mailbox(address: string, settings: object = { smtp: smtpServer() }) {
  const { body } = await company.administrator.call('POST /channels', {
    kind: 'email',
    name: 'Help',
    address,
    settings,
  });
  return body.id as string;
}

function smtpServer() {
  const { host, port } = sink;
  return { host, port, security: 'none', user: 'help@own.test', password: 'secret' };
}

/** A ticket made of a letter that came to the mailbox. */
async function opened(to = channelId): Promise<string> {
  const mark = `sending-${count}`;
  await world.mail(company, letterText(mark, { From: `Rita <${writer}>` }), { channelId: to });
  const { body } = await agent.call('GET /tickets?limit=100');
  return body.items.find((ticket: Json) => ticket.subject === `Question ${mark}`).id;
}

async function answer(ticketId: string, more: object = {}): Promise<string> {
  const { status, body } = await agent.call(`POST /tickets/${ticketId}/messages`, {
    body: 'Попробуйте так',
    ...more,
  });
  expect([status, body.delivery?.state]).toEqual([201, 'queued']);
  await world.settle();
  return body.id;
}

async function message(ticketId: string, messageId: string): Promise<Json> {
  const { body } = await agent.call(`GET /tickets/${ticketId}/messages`);
  return body.items.find(({ id }: Json) => id === messageId);
}

const delivery = async (ticketId: string, messageId: string) => {
  const { state, code } = (await message(ticketId, messageId)).delivery;
  return [state, code];
};

/** Time passes, and what was put off until then is due. */
async function later(by: Parameters<World['clock']['move']>[0]): Promise<void> {
  world.clock.move(by);
  await world.admin.query(
    `update job_queue.job set start_after = now() - interval '1 second'
      where name = 'send-letter' and state in ('created', 'retry')`,
  );
  // The queue looks for what has come due every ten seconds only.
  await world.admin.query(
    `select pg_notify('pgboss_' || left(encode(sha224('job_queue'::bytea), 'hex'), 24), 'send-letter')`,
  );
  await world.settle();
}

const retry = (ticketId: string, messageId: string): Promise<Answer> =>
  agent.call(`POST /tickets/${ticketId}/messages/${messageId}/retry`);

async function upload(name: string, type: string, bytes: Buffer): Promise<Json> {
  const at = `POST /files?name=${encodeURIComponent(name)}` as const;
  return (await agent.call(at, bytes, { 'content-type': type })).body;
}

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('an answer leaves with its names, copies, parts and file, threaded to the letter it answers', async () => {
  const ticketId = await opened();
  const file = await upload('Счёт № 5.pdf', 'application/pdf', Buffer.from('%PDF-1.4 invoice'));
  const id = await answer(ticketId, {
    html: '<p>Попробуйте <b>так</b></p>',
    cc: ['boss@customer.test', 'BOSS@customer.test', writer.toUpperCase()],
    attachments: [file.id],
  });
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
  const [sent] = sink.letters;
  expect(sent?.to).toEqual([writer, 'BOSS@customer.test']);
  const letter = await parseLetter(sent?.raw ?? Buffer.alloc(0));
  expect(letter.from).toEqual({ name: 'Ольга Петрова (Ромашка)', address: 'help@own.test' });
  expect([letter.to, letter.cc].flat().map(({ address }) => address)).toEqual(sent?.to);
  expect(letter.subject).toMatch(/^Re: Question sending-\d+ \[#\d+-\w{6}\]$/);
  expect(letter.inReplyTo).toEqual([`sending-${count}@there.test`]);
  expect(letter.references).toEqual([`sending-${count}@there.test`]);
  expect(letter.text).toContain('Попробуйте так');
  expect(letter.html).toContain('<b>так</b>');
  expect(letter.files.map(({ name, content }) => [name, String(content)])).toEqual([
    ['Счёт № 5.pdf', '%PDF-1.4 invoice'],
  ]);
  expect((await message(ticketId, id)).mail).toMatchObject({
    to: [writer],
    cc: ['BOSS@customer.test'],
  });
  const states = await world.events(company, { ticketId, name: 'message.delivery-changed' });
  expect(states.map(({ payload }) => payload['state'])).toEqual(['sending', 'sent']);
});

test('pictures inside an answer travel in the letter; one of another ticket stays here', async () => {
  const foreign = await opened();
  const theirs = await upload('theirs.png', 'image/png', picture);
  await answer(foreign, { attachments: [theirs.id] });
  count += 1;
  const ticketId = await opened();
  const other = await company.hire('agent');
  const own = await upload('own.png', 'image/png', picture);
  const html = `<p>Look:</p><img src="${own.url}"><img src="${theirs.url}">
    <img src="data:image/png;base64,${picture.toString('base64')}">`;
  const { body } = await other.call(`POST /tickets/${ticketId}/messages`, { html });
  await world.settle();
  expect(await delivery(ticketId, body.id)).toEqual(['sent', null]);
  const refusing = await parseLetter(sink.letters.at(-1)?.raw ?? Buffer.alloc(0));
  expect(refusing.html).not.toContain('/api/v1/files');
  expect(refusing.files).toHaveLength(1);
  await answer(ticketId, { html, attachments: [own.id] });
  const letter = await parseLetter(sink.letters.at(-1)?.raw ?? Buffer.alloc(0));
  expect(letter.html).not.toMatch(/\/api\/v1\/files|data:/);
  expect(letter.files.map(({ inline }) => inline)).toEqual([true, true, true]);
  const cids = [...(letter.html ?? '').matchAll(/cid:([^"]+)"/g)].map(([, cid]) => cid);
  expect(cids.toSorted()).toEqual(letter.files.map(({ contentId }) => contentId).toSorted());
});

test('a picture put into an answer is part of it for everybody, and no file beside it', async () => {
  const ticketId = await opened();
  const own = await upload('screen.png', 'image/png', picture);
  const html = `<p>Look: <img src="${own.url}" alt="screen.png" width="320"></p>`;
  const id = await answer(ticketId, { body: 'Look: [screen.png]', html });
  const letter = await parseLetter(sink.letters.at(-1)?.raw ?? Buffer.alloc(0));
  expect(letter.html).toMatch(/<img[^>]* src="cid:[^"]+"/);
  expect(letter.files.map(({ inline, name }) => [inline, name])).toEqual([[true, 'screen.png']]);
  const colleague = await company.hire('agent');
  const { body } = await colleague.call(`GET /tickets/${ticketId}/messages`);
  const written = (body.items as Json[]).find((each) => each.id === id);
  expect(written?.['files']).toMatchObject([{ id: own.id, inline: true }]);
  expect((await colleague.call(`GET /files/${own.id}/content`)).status).toBe(200);
  const frame = await colleague.call(`GET /tickets/${ticketId}/messages/${id}/frame`);
  expect(frame.bytes.toString()).toContain(`src="${own.url}"`);
  const held = await agent.call(`POST /tickets/${ticketId}/messages`, {
    body: 'Again: [screen.png]',
    html,
    undoSeconds: 10,
  });
  const { draft } = (await agent.call(`DELETE /tickets/${ticketId}/messages/${held.body.id}`)).body;
  expect(draft.html).toContain(own.url);
  expect(draft.files).toEqual([]);
});

test('a server that asks to wait is asked again until it takes the letter', async () => {
  const ticketId = await opened();
  sink.faults.letters.push({ code: 451, text: '4.7.1 Greylisted, come back' });
  const id = await answer(ticketId);
  expect(await message(ticketId, id)).toMatchObject({
    delivery: {
      state: 'queued',
      code: 'greylisted',
      attempts: 1,
      nextAttemptAt: expect.any(String),
    },
    bounces: [],
  });
  await later({ seconds: 90 });
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
  expect(sink.letters).toHaveLength(1);
});

test('after two days of waiting the answer has failed, and its author may send it once more', async () => {
  const ticketId = await opened();
  const refusal = { code: 452, text: '4.2.2 Mailbox full' };
  sink.faults.letters.push(...Array.from({ length: 40 }, () => refusal));
  const id = await answer(ticketId);
  let attempts = 1;
  for (; (await delivery(ticketId, id))[0] === 'queued' && attempts < 40; attempts += 1) {
    await later({ hours: 5 });
  }
  expect(await delivery(ticketId, id)).toEqual(['failed', 'mailbox_full']);
  expect(attempts).toBeGreaterThan(9);
  expect(await world.events(company, { ticketId, name: 'message.delivery-delayed' })).toHaveLength(
    1,
  );
  sink.faults.letters.length = 0;
  expect((await retry(ticketId, id)).body).toEqual({ state: 'queued' });
  await world.settle();
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
  const again = await retry(ticketId, id);
  expect([again.status, again.body.code]).toEqual([422, 'letter.sent']);
});

test('a refusal for good fails at once, with its reason', async () => {
  const ticketId = await opened();
  sink.faults.recipients.set(writer, [{ code: 550, text: '5.1.1 No such user here' }]);
  const id = await answer(ticketId);
  expect(await message(ticketId, id)).toMatchObject({
    delivery: {
      state: 'failed',
      code: 'address_unknown',
      detail: expect.stringContaining('No such user'),
    },
    bounces: [{ recipient: writer, code: 'address_unknown', hard: true }],
  });
});

test('of several recipients each is dealt with alone, and the header names them all', async () => {
  const ticketId = await opened();
  sink.faults.recipients.set('slow@customer.test', [{ code: 450, text: '4.2.0 Later' }]);
  sink.faults.recipients.set('gone@customer.test', [{ code: 550, text: '5.1.1 No such user' }]);
  const id = await answer(ticketId, { cc: ['slow@customer.test', 'gone@customer.test'] });
  expect((await delivery(ticketId, id))[0]).toBe('queued');
  await later({ seconds: 90 });
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
  expect(sink.letters.map(({ to }) => to)).toEqual([[writer], ['slow@customer.test']]);
  const [first, second] = await Promise.all(sink.letters.map(({ raw }) => parseLetter(raw)));
  expect(second?.cc).toEqual(first?.cc);
  expect(second?.messageId).toBe(first?.messageId);
  expect((await message(ticketId, id)).bounces).toMatchObject([
    { recipient: 'gone@customer.test' },
  ]);
});

test('an answer whose sender died is sent again under the same Message-ID, and by nobody else before', async () => {
  const ticketId = await opened();
  sink.faults.letters.push({ code: 451, text: '4.3.0 Later' });
  const id = await answer(ticketId);
  const { rows } = await world.admin.query(`select id from outgoing_letter where message_id = $1`, [
    id,
  ]);
  const taken = () =>
    world.app.executor.execute(
      beginSending,
      { letterId: rows[0].id },
      systemActor(company.id, 'mail'),
    );
  // Not before the server wants to be asked again.
  expect(await taken()).toBeNull();
  world.clock.move({ seconds: 90 });
  expect(await taken()).not.toBeNull();
  expect(await delivery(ticketId, id)).toEqual(['sending', null]);
  expect(await taken()).toBeNull();
  await later({ seconds: 30 });
  expect(sink.letters).toHaveLength(0);
  await later({ seconds: 130 });
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
  // Not what the author is told of the answers before.
  const sent = sink.letters.filter(({ to }) => to.includes(writer));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.raw.toString()).toContain(`Message-ID: <${id}@own.test>`);
});

test('a click too many sends nothing twice', async () => {
  const ticketId = await opened();
  sink.faults.letters.push({ code: 451, text: '4.3.0 Later' });
  const id = await answer(ticketId);
  await Promise.all([retry(ticketId, id), retry(ticketId, id), retry(ticketId, id)]);
  await world.settle();
  await pause(100);
  await later({ seconds: 90 });
  expect(sink.letters).toHaveLength(1);
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
});

test('a removed mailbox leaves its waiting answers to another one', async () => {
  const gone = await mailbox('gone@own.test');
  const ticketId = await opened(gone);
  sink.faults.letters.push({ code: 451, text: '4.3.0 Later' });
  const id = await answer(ticketId);
  await company.administrator.call(`DELETE /channels/${gone}`);
  await later({ seconds: 90 });
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
  expect(sink.letters[0]?.from).toBe('help@own.test');
  expect((await message(ticketId, id)).mail.from).toBe('Ольга Петрова (Ромашка) <help@own.test>');
});

test('a customer whose address is a mailbox of ours gets the answer by mail, and it makes no new ticket', async () => {
  writer = 'help@own.test';
  const ticketId = await opened();
  const id = await answer(ticketId);
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
  expect(sink.letters[0]?.to).toEqual(['help@own.test']);
  await world.mail(company, sink.letters[0]?.raw ?? '', { channelId });
  expect((await agent.call(`GET /tickets/${ticketId}/messages`)).body.items).toHaveLength(2);
});

test('without a server for outgoing mail the author is told so; nobody has bounced; set up, it is sent again', async () => {
  const alone = await world.found({ company: 'Alone' });
  const { call } = alone.administrator;
  await world.mail(alone, letterText('alone', { From: `Rita <${writer}>` }));
  const ticketId = (await call('GET /tickets')).body.items[0].id;
  const { body } = await call(`POST /tickets/${ticketId}/messages`, { body: 'Hello' });
  await world.settle();
  const [, shown] = (await call(`GET /tickets/${ticketId}/messages`)).body.items;
  expect([shown.delivery.state, shown.delivery.code, shown.bounces]).toEqual([
    'failed',
    'no_route',
    [],
  ]);
  await call('POST /channels', {
    kind: 'email',
    name: 'Out',
    address: 'help@own.test',
    settings: { smtp: smtpServer() },
  });
  await call(`POST /tickets/${ticketId}/messages/${body.id}/retry`);
  await world.settle();
  const [, sent] = (await call(`GET /tickets/${ticketId}/messages`)).body.items;
  expect([sent.delivery.state, sink.letters[0]?.to]).toEqual(['sent', [writer]]);
});

test('a server that does not let us in is asked again when the password is mended', async () => {
  const locked = await mailbox('locked@own.test', { smtp: { ...smtpServer(), password: 'old' } });
  const ticketId = await opened(locked);
  const id = await answer(ticketId);
  expect(await delivery(ticketId, id)).toEqual(['queued', 'wrong_password']);
  await company.administrator.call(`PATCH /channels/${locked}`, {
    settings: { smtp: smtpServer() },
  });
  await retry(ticketId, id);
  await world.settle();
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
});

test('an answer that came back from its only recipient has bounced, and may be sent again', async () => {
  const ticketId = await opened();
  const id = await answer(ticketId);
  const report = [
    'From: MAILER-DAEMON@relay.test',
    'To: help@own.test',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    '--r\r\n\r\nIt could not be delivered.',
    '--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.test\r\n',
    `Final-Recipient: rfc822; ${writer}\r\nAction: failed\r\nStatus: 5.2.2`,
    'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full',
    '',
    `--r\r\nContent-Type: message/rfc822\r\n\r\n${sink.letters[0]?.raw.toString() ?? ''}`,
    '--r--',
  ].join('\r\n');
  await world.mail(company, report, { channelId });
  expect(await delivery(ticketId, id)).toEqual(['bounced', 'mailbox_full']);
  expect((await retry(ticketId, id)).body).toEqual({ state: 'queued' });
  await world.settle();
  expect(await delivery(ticketId, id)).toEqual(['sent', null]);
});
