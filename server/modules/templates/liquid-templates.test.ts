import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillLiquid } from '../../kernel/liquid/liquid.ts';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let keeper: Person;
let ticketId: string;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ company: 'Ромашка', timeZone: 'Europe/Moscow' });
  keeper = company.administrator;
  agent = await company.hire('agent', { name: 'Olga Petrova' });
  ticketId = await opened('Печать', 'Принтер зажевал бумагу, выньте её');
});
afterAll(() => world.close());

async function opened(subject: string, body: string, more: object = {}): Promise<string> {
  const requester = { email: 'rita@requester.test', name: 'Rita Orlova' };
  return (await agent.call('POST /tickets', { subject, body, requester, ...more })).body.id;
}

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
const upload = async (by: Person, name: string) => {
  const { status, body } = await by.call(`POST /files?name=${name}`, 'bytes of it');
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id as string;
};

test('a template decides by the ticket and speaks of times in the company’s zone', async () => {
  const { id } = await added({
    text: {
      ru: {
        body: '{% if ticket.priority == "urgent" %}Срочно{% else %}Приоритет: {{ ticket.priority_name }}{% endif %}\n{{ customer.first_name }}, {{ ticket.created_at | date: "time" }}, {{ agent.first_name }}',
      },
    },
  });
  const at = world.clock.now().toLocaleTimeString('ru-RU', {
    timeZone: 'Europe/Moscow',
    hour: '2-digit',
    minute: '2-digit',
  });
  expect((await use(id, { locale: 'ru' })).body.body).toBe(`Приоритет: обычный\nRita, ${at}, Olga`);
});

test('an address made of a value cannot become a script', async () => {
  const { id } = await added({
    text: { en: { html: '<p><a href="{{ ticket.subject }}">here</a></p>' } },
  });
  const evil = await opened('javascript:alert(1)', 'Look');
  expect((await use(id, { ticketId: evil })).body.html).not.toContain('javascript');
});

test('the first mistake is named with its line, in the language that has it', async () => {
  const text = { ru: { body: 'Хорошо' }, en: { body: 'Hello\n{% if ticket.number %}\nopen' } };
  const { status, body } = await keeper.call('POST /templates', { name: 'Broken', text });
  expect(status).toBe(400);
  expect(body.errors).toEqual([
    expect.objectContaining({ field: 'text.en', code: 'liquid_not_closed', line: 2, column: 1 }),
  ]);
});

test('a draft is shown for a real ticket in both languages, mistakes beside it, and nothing counts', async () => {
  const text = {
    ru: { body: 'Заявка {{ ticket.number }}' },
    en: { body: 'Ticket\n{{ ticket.nmber }}' },
  };
  const { body } = await keeper.call('POST /templates/preview', { text, ticketId });
  expect(body.ticket.id).toBe(ticketId);
  expect(body.ru).toMatchObject({ body: `Заявка ${body.ticket.number}`, problem: null });
  expect(body.en).toMatchObject({
    body: null,
    problem: { code: 'unknown_variable', line: 2, about: 'ticket.nmber' },
  });
  const { body: newest } = await keeper.call('POST /templates/preview', { text });
  expect(newest.ticket).not.toBeNull();
  expect((await agent.call('POST /templates/preview', { text, ticketId })).status).toBe(403);
  const stranger = (await world.found()).administrator;
  expect((await stranger.call('POST /templates/preview', { text, ticketId })).status).toBe(404);
  expect((await stranger.call('POST /templates/preview', { text })).body).toMatchObject({
    ticket: null,
    ru: { body: null, problem: null },
  });
});

test('files of a template go along as the author’s own, and a stranger’s file cannot be put into one', async () => {
  const file = await upload(keeper, 'price.pdf');
  const { id } = await added({ files: [file] });
  const { body } = await use(id);
  expect(body.files).toEqual([expect.objectContaining({ name: 'price.pdf' })]);
  expect(body.files[0].id).not.toBe(file);
  const sent = await agent.call(`POST /tickets/${ticketId}/messages`, {
    body: body.body,
    attachments: body.files.map((each: Json) => each.id),
  });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  expect(sent.body.files[0].name).toBe('price.pdf');

  const foreign = await upload(agent, 'mine.pdf');
  const refused = await keeper.call(`PATCH /templates/${id}`, { files: [file, foreign] });
  expect(refused.body.code).toBe('file.not_found');
  const { body: emptied } = await keeper.call(`PATCH /templates/${id}`, { files: [] });
  expect(emptied.files).toEqual([]);
});

test('what says the same as the request is suggested first, only for its type and only to its team', async () => {
  const paper = await added({
    name: 'Бумага',
    text: { ru: { body: 'Откройте крышку принтера.' } },
  });
  const incident = await added({
    name: 'Бумага в принтере',
    text: { ru: { body: 'Инженер выехал.' } },
    types: ['incident'],
  });
  const member = await company.hire('agent');
  const team = await company.team('Print', [member.id]);
  const ofTeam = await added({
    name: 'Бумага: для команды',
    text: { ru: { body: 'Принтер' } },
    teamId: team.id,
  });
  const suggested = async (by: Person, at = ticketId): Promise<string[]> =>
    (await by.call(`GET /tickets/${at}/templates`)).body.items.map((each: Json) => each.templateId);
  expect(await suggested(agent)).toContain(paper.id);
  expect(await suggested(agent)).not.toContain(incident.id);
  expect(await suggested(agent)).not.toContain(ofTeam.id);
  expect(await suggested(member)).toContain(ofTeam.id);
  const fault = await opened('Бумага', 'Принтер жуёт бумагу', { type: 'incident' });
  expect(await suggested(agent, fault)).toContain(incident.id);
  const stranger = (await world.found()).administrator;
  expect((await stranger.call(`GET /tickets/${ticketId}/templates`)).status).toBe(404);
});

test('what was answered with before is suggested for the same words, and one press counts once', async () => {
  const first = await opened('Касса', 'Чек пробит дважды на фискальном регистраторе');
  const { id } = await added({ text: { ru: { body: 'Сделайте коррекцию.' } } });
  const asked = { ticketId: first, locale: 'ru' };
  const once = { 'idempotency-key': `use-${id}` };
  await agent.call(`POST /templates/${id}/use`, asked, once);
  await agent.call(`POST /templates/${id}/use`, asked, once);
  await agent.call(`POST /templates/${id}/use`, asked);
  const { body } = await agent.call('GET /templates');
  const listed = body.items.find((each: Json) => each.id === id);
  expect(listed).toMatchObject({ uses: 2, lastUsedAt: expect.any(String) });
  const { rows } = await world.admin.query<{ uses: number }>(
    `select uses from template_past where template_id = $1 and key = 'чек'`,
    [id],
  );
  expect(rows).toEqual([{ uses: 2 }]);
  const again = await opened('Вопрос', 'Пробит чек, фискальный регистратор дважды');
  const { body: found } = await agent.call(`GET /tickets/${again}/templates`);
  expect(found.items.find((each: Json) => each.templateId === id).why).toContainEqual({
    kind: 'past',
    count: 2,
  });
});

test('a text that was looked over is fresh again without another word', async () => {
  const { id, version } = await added();
  await world.admin.query(
    `update template set changed_at = changed_at - interval '2 years' where id = $1`,
    [id],
  );
  const { body } = await keeper.call(`PATCH /templates/${id}`, { version, reviewed: true });
  const age = world.clock.now().getTime() - new Date(body.changedAt).getTime();
  expect(age).toBeLessThan(60_000);
});

test('what looked like code before templates had any says the same as ever', async () => {
  const sql = readFileSync('server/migrations/0026_templates_liquid.sql', 'utf8');
  const [, pattern = '', put = ''] =
    /regexp_replace\(body_ru, '(.*?)', '(.*?)', 'g'\)/.exec(sql) ?? [];
  const old = 'Dear {{ requester.name }}, {{ Цена }} is 5{% of {{ 5 }} it {{requester.name}}';
  const { rows } = await world.admin.query<{ text: string }>(
    `select regexp_replace($1, $2, $3, 'g') as text`,
    [old, pattern, put],
  );
  const values = { requester: { name: 'Rita' } };
  const filling = { locale: 'en' as const, timeZone: 'UTC', now: new Date(0), html: false };
  expect(fillLiquid(rows[0]?.text ?? '', values, filling)).toBe(
    'Dear Rita, {{ Цена }} is 5{% of {{ 5 }} it Rita',
  );
});
