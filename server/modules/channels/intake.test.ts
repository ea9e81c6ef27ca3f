import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { letterText } from '../../test/mail/letters.ts';
import { bounceOf, letterWithFiles } from '../../test/mail/special-letters.ts';
import { startSmtpSink, type SmtpSink } from '../../test/mail/smtp-sink.ts';
import { openWorld, type World } from '../../test/world.ts';
import { receiveLetter } from './commands/receive-letter.ts';

let world: World;
let company: Company;
let agent: Person;
let sink: SmtpSink;
let channelId: string;
let count = 0;
/** A name for a letter that no other test has used. */
let id: string;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
  sink = await startSmtpSink();
  const smtp = { host: sink.host, port: sink.port, security: 'none' };
  const { body } = await company.administrator.call('POST /channels', {
    kind: 'email',
    name: 'Support',
    address: 'help@own.test',
    settings: { smtp },
  });
  channelId = body.id;
});
afterAll(async () => {
  await sink.close();
  await world.close();
});
beforeEach(() => {
  count += 1;
  id = `letter${count}`;
});

const receive = (letter: string | Buffer) => world.mail(company, letter, { channelId });
const from = (name: string) => ({ From: `${name} <${name}@customer.test>` });
const ticketsOf = async (name: string): Promise<Json[]> => {
  const people = await agent.call(`GET /people?email=${name}@customer.test`);
  const [person] = people.body.items;
  return person ? (await agent.call(`GET /tickets?requester=${person.id}`)).body.items : [];
};
const messagesOf = async (ticketId: string): Promise<Json[]> =>
  (await agent.call(`GET /tickets/${ticketId}/messages`)).body.items;
const outcomes = async (): Promise<string[]> =>
  (
    await world.admin.query<{ outcome: string }>(
      'select outcome from inbound order by processed_at, id',
    )
  ).rows.map(({ outcome }) => outcome);

/** A letter, its ticket, the agent's answer to it, and that answer as it left. */
async function answered(writer: string, settings?: object) {
  if (settings) {
    await company.administrator.call(`PATCH /channels/${channelId}`, { settings });
  }
  await receive(letterText(`${id}-first`, from(writer)));
  const [ticket] = await ticketsOf(writer);
  await agent.call(`POST /tickets/${ticket.id}/messages`, { body: 'Try this', status: 'solved' });
  await world.settle();
  const sent = sink.letters.at(-1)?.raw.toString() ?? '';
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(sent)?.[1] ?? '';
  return { ticket, sent, header, messageId: header('Message-ID') };
}
const statusOf = async (ticketId: string) =>
  (await agent.call(`GET /tickets/${ticketId}`)).body.status;

describe('a letter', () => {
  test('becomes a ticket of its writer, with its text and what the mail servers said', async () => {
    await receive(
      letterText(id, { ...from('rita'), Subject: '=?utf-8?B?0J/RgNC40L3RgtC10YA=?=' }, 'It jams'),
    );
    const [ticket] = await ticketsOf('rita');
    expect(ticket).toMatchObject({
      subject: 'Принтер',
      status: 'new',
      preview: 'It jams',
      channel: { kind: 'email', id: channelId },
      requester: { name: 'rita' },
    });
    const [message] = await messagesOf(ticket.id);
    expect(message).toMatchObject({
      direction: 'in',
      author: { kind: 'person', email: 'rita@customer.test' },
      mail: { messageId: `${id}@there.test`, to: ['support@own.test'] },
      hasSource: true,
      isNewParticipant: false,
    });
    const source = await agent.call(`GET /tickets/${ticket.id}/messages/${message.id}/source`);
    expect(source.body).toContain('It jams');
    expect(source.headers['content-disposition']).toMatch(/^attachment/);
  });

  test('that comes again, or by another mailbox, is one request', async () => {
    const letter = letterText(id, from('again'));
    await receive(letter);
    await receive(letter);
    await world.mail(company, letter);
    expect(await ticketsOf('again')).toHaveLength(1);
    expect((await outcomes()).slice(-2)).toEqual(['ticket', 'duplicate']);
  });

  test('with the id of another but its own words is not lost', async () => {
    await receive(letterText(id, from('same'), 'One'));
    await receive(
      letterText(id, { ...from('same'), Date: 'Mon, 02 Nov 2026 11:00:00 +0000' }, 'Two'),
    );
    expect(await ticketsOf('same')).toHaveLength(2);
  });

  test('of the same subject opens its own request: words are no thread', async () => {
    await receive(letterText(`${id}a`, { ...from('words'), Subject: 'Help' }));
    await receive(letterText(`${id}b`, { ...from('words'), Subject: 'Re: Help' }));
    expect(await ticketsOf('words')).toHaveLength(2);
  });

  test('without a writer, a subject or a body is still a request', async () => {
    const before = (await outcomes()).length;
    await receive('X-Nothing: at all\r\n\r\n');
    expect((await outcomes()).slice(before)).toEqual(['ticket']);
  });
});

describe('an answer of the customer', () => {
  test('finds its request by the headers and brings it back to work', async () => {
    const { ticket, messageId, header, sent } = await answered('heads');
    expect(header('In-Reply-To')).toBe(`<${id}-first@there.test>`);
    expect(header('Subject')).toMatch(/^Re: Question letter\d+-first \[#\d+-[a-z2-7]{6}\]$/);
    expect(sent).toContain('Try this');
    expect(await statusOf(ticket.id)).toBe('solved');
    await receive(
      letterText(id, { ...from('heads'), 'In-Reply-To': messageId, Subject: 'Anything' }),
    );
    expect(await statusOf(ticket.id)).toBe('open');
    expect(await messagesOf(ticket.id)).toHaveLength(3);
    expect(await ticketsOf('heads')).toHaveLength(1);
    const events = await world.events(company, { ticketId: ticket.id });
    expect(events.at(-1)).toMatchObject({
      name: 'ticket.status-changed',
      reason: { code: 'reopened_by_customer' },
    });
  });

  test('finds its request by the signed address when its program drops the headers', async () => {
    const { ticket, header } = await answered('token', { replyToken: 'address' });
    const to = /<(.*)>/.exec(header('Reply-To'))?.[1] ?? header('Reply-To');
    expect(to).toMatch(/^help\+t\.[a-z2-7]{39}@own\.test$/);
    await receive(letterText(id, { ...from('token'), To: to, Subject: 'No thread' }));
    expect(await messagesOf(ticket.id)).toHaveLength(3);
    const forged = to.replace(
      /\+t\../,
      (mark) => `${mark.slice(0, 3)}${mark.endsWith('a') ? 'b' : 'a'}`,
    );
    await receive(letterText(`${id}f`, { ...from('forger'), To: forged }));
    expect(await messagesOf(ticket.id)).toHaveLength(3);
  });

  test('finds its request by the signed mark in the subject, and by no other number there', async () => {
    const { ticket, header } = await answered('mark', { replyToken: 'subject' });
    const mark = /\[#\d+-[a-z2-7]{6}\]/.exec(header('Subject'))?.[0] ?? 'none';
    await receive(letterText(id, { ...from('mark'), Subject: `AW: ${mark} thanks` }));
    expect(await messagesOf(ticket.id)).toHaveLength(3);
    await receive(letterText(`${id}x`, { ...from('mark'), Subject: `[#${ticket.number}] hello` }));
    expect(await messagesOf(ticket.id)).toHaveLength(3);
    await company.administrator.call(`PATCH /channels/${channelId}`, {
      settings: { replyToken: 'address' },
    });
  });

  test('by a stranger shows them as a new participant, and the customer stays who they are', async () => {
    const { ticket, messageId } = await answered('owner');
    await receive(letterText(id, { ...from('stranger'), 'In-Reply-To': messageId }));
    await receive(letterText(`${id}b`, { ...from('stranger'), 'In-Reply-To': messageId }));
    const messages = await messagesOf(ticket.id);
    expect(
      messages.slice(2).map(({ author, isNewParticipant }) => [author.email, isNewParticipant]),
    ).toEqual([
      ['stranger@customer.test', true],
      ['stranger@customer.test', false],
    ]);
    expect((await agent.call(`GET /tickets/${ticket.id}`)).body.requester.name).toBe('owner');
  });

  test('by a machine does not bring anything back to work', async () => {
    const { ticket, messageId } = await answered('holiday');
    const machine = { 'In-Reply-To': messageId, 'Auto-Submitted': 'auto-replied' };
    await receive(letterText(id, { ...from('holiday'), ...machine }, 'I am on holiday'));
    expect(await statusOf(ticket.id)).toBe('solved');
    expect((await messagesOf(ticket.id)).at(-1)?.automatic).toEqual(expect.any(String));
  });

  test('seconds after the request stays behind it, whichever arrives first', async () => {
    const first = letterText(`${id}a`, from('quick'), 'First');
    const second = letterText(
      `${id}b`,
      { ...from('quick'), 'In-Reply-To': `<${id}a@there.test>` },
      'Second',
    );
    await Promise.all(
      [first, second].map((letter) => world.mail(company, letter, { channelId, settle: false })),
    );
    await world.settle();
    const [ticket, ...others] = await ticketsOf('quick');
    expect(others).toEqual([]);
    expect((await messagesOf(ticket.id)).map(({ text }) => text).toSorted()).toEqual([
      'First',
      'Second',
    ]);

    const early = letterText(
      `${id}d`,
      { ...from('early'), 'In-Reply-To': `<${id}c@there.test>` },
      'Answer',
    );
    await receive(early);
    await receive(letterText(`${id}c`, from('early'), 'Request'));
    expect(await ticketsOf('early')).toHaveLength(1);
  });

  test('folds what it quotes', async () => {
    const { ticket, messageId } = await answered('quotes');
    const body =
      'Works now, thanks!\r\n\r\nOn Mon, 2 Nov 2026 at 10:00, Olga <help@own.test> wrote:\r\n> Try this\r\n';
    await receive(letterText(id, { ...from('quotes'), 'In-Reply-To': messageId }, body));
    const message = (await messagesOf(ticket.id)).at(-1);
    expect(message.text).toBe('Works now, thanks!');
    expect(message.folded.text).toContain('> Try this');
  });
});

describe('what comes back', () => {
  test('a bounce is put to the message that bounced, in words, and opens nothing', async () => {
    const { ticket, messageId } = await answered('gone');
    await receive(bounceOf(messageId, 'gone@customer.test'));
    const message = (await messagesOf(ticket.id))[1];
    expect(message.bounces).toMatchObject([{ recipient: 'gone@customer.test', hard: true }]);
    expect((await outcomes()).at(-1)).toBe('bounce');
    expect(await messagesOf(ticket.id)).toHaveLength(2);
    expect(await statusOf(ticket.id)).toBe('solved');
    const names = (await world.events(company, { ticketId: ticket.id })).map(({ name }) => name);
    expect(names).toContain('message.bounced');
  });

  test('a letter of our own opens nothing', async () => {
    const { sent } = await answered('copied');
    await receive(sent);
    expect((await outcomes()).at(-1)).toBe('own');
  });

  test('more letters an hour from one address than the company allows are taken for a machine', async () => {
    const { body: settings } = await company.administrator.call('GET /workspace');
    const allowed = { version: settings.version, answersPerHour: 30 };
    expect((await company.administrator.call('PATCH /workspace', allowed)).status).toBe(200);
    for (let n = 0; n < 32; n += 1) {
      await world.mail(company, letterText(`${id}-${n}`, from('loop'), `${n}`), {
        channelId,
        settle: false,
      });
    }
    await world.settle();
    const tickets = await agent.call('GET /tickets?limit=200');
    const flags = [];
    for (const ticket of tickets.body.items.filter(
      ({ requester }: Json) => requester.name === 'loop',
    )) {
      flags.push((await messagesOf(ticket.id))[0]?.automatic);
    }
    expect(flags.filter((flag) => flag === 'loop')).toHaveLength(2);
    expect(flags.filter((flag) => flag === null)).toHaveLength(30);
  });
});

describe('files in a letter', () => {
  test('are kept, and pictures stand where they stood', async () => {
    await receive(letterWithFiles(id));
    const [ticket] = await ticketsOf('files');
    const [message] = await messagesOf(ticket.id);
    expect(message.files.map(({ name, inline }: Json) => [name, inline])).toEqual([
      ['dot.png', true],
      ['отчёт.txt', false],
    ]);
    const [picture, report] = message.files;
    expect((await agent.call(`GET /files/${report.id}/content`)).body).toContain('All is well');
    const frame = await agent.call(`GET /tickets/${ticket.id}/messages/${message.id}/frame`);
    expect(frame.body).toContain(`src="${picture.url}"`);
  });
});

describe('a letter that cannot be taken in', () => {
  const broken = () =>
    world.app.executor.execute(
      receiveLetter,
      { channelId, externalId: id, raw: '0'.repeat(64), size: 1, envelope: {} },
      systemActor(company.id, 'test'),
    );
  const setAside = async (): Promise<Json> => {
    await broken();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await world.settle();
      world.clock.move({ hours: 1 });
    }
    const { body } = await company.administrator.call('GET /inbound?state=quarantined');
    return body.items[0];
  };

  test('is tried again, then waits for a person with its error, and holds up nobody', async () => {
    await broken();
    await receive(letterText(id, from('next')));
    expect(await ticketsOf('next')).toHaveLength(1);
    world.clock.move({ hours: 1 });
    const letter = await setAside();
    expect(letter).toMatchObject({
      state: 'quarantined',
      attempts: 3,
      error: { code: expect.any(String) },
    });
    expect(await world.events(company, { name: 'letter.quarantined' })).not.toEqual([]);
  });

  test('is taken in when it is tried again after what was wrong is mended', async () => {
    const letter = await setAside();
    const raw = await world.files.letters.put(Buffer.from(letterText(id, from('mended'))));
    await world.admin.query('update inbound set raw = $1 where id = $2', [raw, letter.id]);
    const again = await company.administrator.call(`POST /inbound/${letter.id}/retry`);
    expect(again).toMatchObject({ status: 200, body: { state: 'received', attempts: 0 } });
    await world.settle();
    expect(await ticketsOf('mended')).toHaveLength(1);
    const twice = await company.administrator.call(`POST /inbound/${letter.id}/retry`);
    expect(twice).toMatchObject({ status: 422, body: { code: 'inbound.processed' } });
  });

  test('leaves the list when it is put away', async () => {
    const letter = await setAside();
    await company.administrator.call(`DELETE /inbound/${letter.id}`);
    const { body } = await company.administrator.call('GET /inbound?state=quarantined');
    expect(body.items.map((one: Json) => one.id)).not.toContain(letter.id);
  });
});

test.each([
  [
    'NUL and broken encodings',
    `From: a\0b <h@customer.test>\r\nSubject: =?utf-8?B?7aCA?= \0 =?x-none?Q?=FF?=\r\n\r\na\0b\xff`,
  ],
  ['no end of its header', `From: h@customer.test\r\nSubject: ${'x'.repeat(1_000_000)}`],
  [
    'parts without end',
    `From: h@customer.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(3000)}`,
  ],
  [
    'ten thousand recipients',
    `From: h@customer.test\r\nTo: ${Array.from({ length: 10_000 }, (_, n) => `r${n}@there.test`).join(',\r\n ')}\r\n\r\nx`,
  ],
  [
    'tags without end',
    `From: h@customer.test\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(20_000)}x`,
  ],
  ['a thousand names of one sender', `From: ${'a@b.test, '.repeat(1000)}\r\n\r\nx`],
  ['an address that is none', 'From: <>\r\nReply-To: \u202e@\r\n\r\nx'],
])(
  'a letter with %s is taken in or set aside, and the next one comes through',
  async (_what, raw) => {
    await world.mail(company, Buffer.from(raw, 'latin1'), { channelId, settle: false });
    await receive(letterText(id, from(`after${count}`)));
    expect(await ticketsOf(`after${count}`)).toHaveLength(1);
    const { rows } = await world.admin.query(
      `select state, error from inbound where state = 'received'`,
    );
    expect(rows).toEqual([]);
  },
);
