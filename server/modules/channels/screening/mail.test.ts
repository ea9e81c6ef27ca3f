import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Company } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
});
afterAll(() => world.close());

const call = (...args: Parameters<World['call']>) => company.administrator.call(...args);
let letters = 0;

async function letter(from: string, subject: string, more = ''): Promise<string> {
  letters += 1;
  const id = `<${letters}@sender.test>`;
  await world.mail(
    company,
    `From: ${from}\r\nTo: support@localhost\r\nSubject: ${subject}\r\nMessage-ID: ${id}\r\n${more || '\r\nHello'}`,
  );
  return id;
}

type Line = { id: string; subject: string; status: string; messageCount: number };
const list = async (query: string): Promise<Line[]> =>
  (await call(`GET /tickets?limit=100&${query}`)).body.items as Line[];
const subjectsOf = async (query: string) => (await list(query)).map(({ subject }) => subject);

test('a letter of somebody who is blocked waits in spam, whole, and comes out as a request like any other', async () => {
  const first = await letter('pushy@shop.test', 'Before');
  const entry = await call('POST /block-list', { kind: 'address', value: 'pushy@shop.test' });
  await letter('Pushy <PUSHY@shop.test>', 'Offer', `References: ${first}\r\n\r\nBuy`);
  await letter('other@shop.test', 'Fair');
  expect(await subjectsOf('view=spam')).toEqual(['Offer']);
  expect((await subjectsOf('view=open')).toSorted()).toEqual(['Before', 'Fair']);

  const [held] = await list('view=spam');
  const { body } = await call(`GET /tickets/${held?.id}/messages`);
  expect(body.items).toMatchObject([{ text: 'Buy', automatic: 'blocked', hasSource: true }]);
  const events = await world.events(company, { ticketId: held?.id ?? '' });
  expect(events.find(({ reason }) => reason?.code === 'blocked_sender')?.reason?.params).toEqual({
    entryId: entry.body.id,
    kind: 'address',
    value: 'pushy@shop.test',
  });

  // Nobody reacts to what was never let in; whoever takes it out opens it.
  const names = async () =>
    (await world.events(company, { ticketId: held?.id ?? '' })).map(({ name }) => name);
  expect(await names()).toEqual(expect.arrayContaining(['ticket.caught', 'message.caught']));
  expect(await names()).not.toEqual(expect.arrayContaining(['ticket.opened']));
  expect(await names()).not.toEqual(expect.arrayContaining(['message.received']));
  const restored = await call(`DELETE /tickets/${held?.id}/spam`);
  expect(await names()).toContain('ticket.opened');
  expect(restored.body.status).toBe('new');
  expect((await subjectsOf('view=open')).toSorted()).toEqual(['Before', 'Fair', 'Offer']);
});

test('what a spammer writes into a ticket in spam stays there', async () => {
  const id = await letter('thread@shop.test', 'Thread');
  const [ticket] = await list('view=open');
  await call(`PUT /tickets/${ticket?.id}/spam`);
  await letter('thread@shop.test', 'Re: Thread', `In-Reply-To: ${id}\r\n\r\nAnd again`);
  const [held] = await list('view=spam');
  expect(held).toMatchObject({ id: ticket?.id, status: 'spam', messageCount: 2 });
});

test('the block list of one company is not another’s', async () => {
  const foreign = await world.found();
  await world.mail(
    foreign,
    'From: pushy@shop.test\r\nTo: support@localhost\r\nSubject: Elsewhere\r\n\r\nHello',
  );
  const { body } = await foreign.administrator.call('GET /tickets?view=open');
  expect(body.items).toMatchObject([{ subject: 'Elsewhere', status: 'new' }]);
  expect((await foreign.administrator.call('GET /block-list')).body.items).toEqual([]);
});

test('a file that is not taken is named in the letter and stays in its source', async () => {
  const { version, mail, forms } = (await call('GET /attachment-policy')).body;
  await call('PUT /attachment-policy', {
    version,
    mail: { ...mail, refused: ['exe'], maxFileBytes: 1024 },
    forms,
  });
  const part = (name: string, content: string) =>
    `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${content}\r\n`;
  await letter(
    'files@sender.test',
    'Files',
    `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee\r\n${part('a.exe', 'MZ')}${part('b.txt', 'ok')}${part('c.txt', 'x'.repeat(2000))}--b--\r\n`,
  );
  const [ticket] = await list('view=open');
  const { items } = (await call(`GET /tickets/${ticket?.id}/messages`)).body;
  expect(items[0].files.map(({ name }: { name: string }) => name)).toEqual(['b.txt']);
  expect(items[0].mail.withheld).toEqual([
    { name: 'a.exe', size: 2, reason: 'file_type' },
    { name: 'c.txt', size: 2000, reason: 'file_size' },
  ]);
  const source = await call(`GET /tickets/${ticket?.id}/messages/${items[0].id}/source`);
  expect(String(source.body)).toContain('a.exe');
});
