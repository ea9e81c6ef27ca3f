import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';
import { firstNameOf } from './rules.ts';

let world: World;
let company: Company;
let agent: Person;
let ticketId: string;
let keeper: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ company: 'Ромашка' });
  keeper = company.administrator;
  agent = await company.hire('agent', { name: 'Olga' });
  const requester = { email: 'rita@requester.test', name: 'Rita <b>Orlova</b>' };
  const asked = { subject: 'Printer', body: 'It jams', requester };
  ticketId = (await agent.call('POST /tickets', asked)).body.id;
});
afterAll(() => world.close());

let count = 0;
async function added(more: object = {}): Promise<Json> {
  count += 1;
  const asked = { name: `Template ${count}`, text: { en: { body: 'Hello' } }, ...more };
  const { status, body } = await keeper.call('POST /templates', asked);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const use = (id: string, more: object = {}, by = agent) =>
  by.call(`POST /templates/${id}/use`, { ticketId, ...more });
const names = async (by = agent, query = ''): Promise<string[]> =>
  (await by.call(`GET /templates${query}`)).body.items.map(({ name }: Json) => name);

test('a template is filled for the ticket and its author, escaped in HTML, and each use counts', async () => {
  const { id } = await added({
    text: {
      en: {
        html: '<p>Dear {{ requester.name }},</p><p>about #{{ticket.number}} — {{ agent.name }}</p>',
      },
      ru: { body: 'Здравствуйте! {{ company.name }}' },
    },
  });
  const { body } = await use(id);
  expect(body.html).toContain('Dear Rita &lt;b&gt;Orlova&lt;/b&gt;,');
  expect(body.body).toMatch(/^Dear Rita <b>Orlova<\/b>,\s+about #\d+ — Olga$/);
  expect((await use(id, { locale: 'ru' })).body.body).toBe('Здравствуйте! Ромашка');
  const { body: list } = await agent.call('GET /templates');
  expect(list.items.find((each: Json) => each.id === id).uses).toBe(2);
});

test('a template without the wanted language speaks the one it has', async () => {
  const { id } = await added();
  expect((await use(id, { locale: 'ru' })).body.body).toBe('Hello');
});

test('a template of a team is its members’, and shown to who keeps templates', async () => {
  const member = await company.hire('agent');
  const team = await company.team('First line', [member.id]);
  const { id, name } = await added({ teamId: team.id });
  expect(await names(member)).toContain(name);
  expect(await names(agent)).not.toContain(name);
  expect(await names(keeper)).toContain(name);
  expect(await names(keeper, '?usable=true')).not.toContain(name);
  expect((await use(id)).body.code).toBe('template.not_found');
  expect((await use(id, {}, member)).status).toBe(200);
});

test('a variable that nobody knows, a name that is taken and a text of nothing are refused', async () => {
  const { name } = await added();
  const refused = async (more: object) =>
    (await keeper.call('POST /templates', { name: 'New', text: { en: { body: 'Hi' } }, ...more }))
      .body.errors;
  expect(await refused({ text: { ru: { body: '{{ requester.nmae }}' } } })).toEqual([
    { field: 'text.ru', code: 'unknown_variable', line: 1, column: 4, about: 'requester.nmae' },
  ]);
  expect(await refused({ name: name.toUpperCase() })).toEqual([{ field: 'name', code: 'taken' }]);
  expect(await refused({ text: {} })).toEqual([{ field: 'text', code: 'required' }]);
  expect(await refused({ text: { en: { html: '<p> </p>' } } })).toEqual([
    { field: 'text.en', code: 'too_short' },
  ]);
});

test('an edit carries the version it saw, keeps the language it does not name, and is in the audit log', async () => {
  const { id, version } = await added();
  const at = `PATCH /templates/${id}` as const;
  const asked = { version, text: { ru: { body: 'Привет' } }, tags: ['Доставка', 'доставка'] };
  const { body } = await keeper.call(at, asked);
  expect(body).toMatchObject({
    text: { ru: { body: 'Привет' }, en: { body: 'Hello' } },
    tags: ['доставка'],
    version: version + 1,
  });
  expect((await keeper.call(at, asked)).status).toBe(409);
  expect((await keeper.call(`DELETE /templates/${id}`)).status).toBe(200);
  const { items } = (await keeper.call('GET /audit')).body;
  expect(items.slice(0, 2).map(({ action }: Json) => action)).toEqual([
    'template.removed',
    'template.changed',
  ]);
});

test('who may not keep templates only uses them, and another company has its own', async () => {
  const { id, name } = await added();
  expect((await agent.call(`PATCH /templates/${id}`, { name: 'Mine' })).status).toBe(403);
  const stranger = (await world.found()).administrator;
  expect(await names(stranger)).not.toContain(name);
  expect((await use(id, {}, stranger)).status).toBe(404);
});

test.each([
  ['Rita Orlova', 'Rita'],
  ['Анна Сергеевна Петрова', 'Анна'],
  ['rita@there.test', 'rita@there.test'],
  ['ООО «Ромашка»', 'ООО «Ромашка»'],
  ['Rita', 'Rita'],
])('%j is called %j', (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});
