import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Company, Person } from '../../../test/company.ts';
import type { Json } from '../../../test/caller.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let ticketId: string;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
});
afterAll(() => world.close());
beforeEach(async () => {
  ticketId = await opened(agent);
});

async function opened(by: Person): Promise<string> {
  const requester = { email: 'rita@requester.test', name: 'Rita' };
  const { body } = await by.call('POST /tickets', {
    subject: 'Printer',
    body: 'It jams',
    requester,
  });
  return body.id as string;
}

const keep = (body: object, kind = 'reply', by = agent) =>
  by.call(`PUT /tickets/${ticketId}/drafts/${kind}`, body);
const drafts = async (by = agent): Promise<Json[]> =>
  (await by.call(`GET /tickets/${ticketId}/drafts`)).body.items;

test('a draft is kept for each kind and comes back on another device, with its files', async () => {
  const file = (
    await agent.call('POST /files?name=a.txt', Buffer.from('bytes'), {
      'content-type': 'text/plain',
    })
  ).body;
  const { status, body } = await keep({
    body: 'Hello',
    html: '<p onclick="x()">Hel<b>lo</b></p>',
    cc: ['half@'],
    attachments: [file.id],
  });
  expect([status, body.draft.html]).toEqual([200, '<p>Hel<b>lo</b></p>']);
  await keep({ body: 'Only for us' }, 'note');
  expect(await drafts()).toMatchObject([
    { kind: 'note', body: 'Only for us', files: [] },
    { kind: 'reply', body: 'Hello', cc: ['half@'], files: [{ id: file.id, name: 'a.txt' }] },
  ]);
});

test('two devices that write one draft lose nothing: the newer stands, the other lies aside', async () => {
  const { body: first } = await keep({ body: 'At the desk' });
  const { body: second } = await keep({ body: 'On the phone', editedAgoMs: 60_000 });
  expect(second.draft).toMatchObject({ body: 'At the desk', aside: { body: 'On the phone' } });
  const { body: third } = await keep({
    body: 'At the desk. On the phone',
    base: second.draft.edition,
    dropAside: true,
  });
  expect(third.draft).toMatchObject({ body: 'At the desk. On the phone', aside: null });
  expect(third.draft.edition).not.toBe(first.draft.edition);
});

test('two devices at the same moment both keep what they have', async () => {
  await Promise.all([keep({ body: 'One way' }), keep({ body: 'Another way' })]);
  const [draft] = await drafts();
  expect([draft.body, draft.aside.body].toSorted()).toEqual(['Another way', 'One way']);
});

test('what is wiped out is no draft any more', async () => {
  const { body } = await keep({ body: 'Hello' });
  const wiped = await keep({ body: ' ', base: body.draft.edition });
  expect(wiped.body.draft).toBeNull();
  expect(await drafts()).toEqual([]);
});

test('sending takes the draft away, of its own kind only; what a program sends does not', async () => {
  await keep({ body: 'Answer' });
  await keep({ body: 'Note' }, 'note');
  const { body: made } = await company.administrator.call('POST /tokens', {
    name: 'Robot',
    scopes: ['ticket.read', 'ticket.reply'],
  });
  await world.as(made.token)(`POST /tickets/${ticketId}/messages`, { body: 'By a program' });
  expect(await drafts()).toHaveLength(2);
  await agent.call(`POST /tickets/${ticketId}/messages`, { body: 'Answer' });
  expect(await drafts()).toMatchObject([{ kind: 'note' }]);
});

test('nobody sees or spoils the draft of somebody else, nor another company', async () => {
  await keep({ body: 'Mine' });
  expect(await drafts(company.administrator)).toEqual([]);
  await keep({ body: 'Theirs' }, 'reply', company.administrator);
  expect((await drafts())[0].body).toBe('Mine');
  const stranger = (await world.found()).administrator;
  expect((await keep({ body: 'Hello' }, 'reply', stranger)).status).toBe(404);
});

test('a file of somebody else cannot be put into a draft', async () => {
  const file = (
    await company.administrator.call('POST /files?name=a', Buffer.from('b'), {
      'content-type': 'text/plain',
    })
  ).body;
  const refused = await keep({ body: 'Look', attachments: [file.id] });
  expect([refused.status, refused.body.code]).toEqual([422, 'file.not_found']);
});
