import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Company, Person } from '../../../test/company.ts';
import { paged } from '../../../test/paged.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let admin: Person;
let agent: Person;
beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  admin = company.administrator;
  agent = await company.hire('agent', { name: 'Olga' });
});
afterAll(() => world.close());

/** Every process hears of a changed setting a moment after its commit. */
const heard = () => sleep(150);

async function make(at: `POST /${string}`, body: object, by = admin) {
  const { status, body: made } = await by.call(at, body);
  expect(status, JSON.stringify(made)).toBe(201);
  return made;
}

const request = { subject: 'S', body: 'B', requester: { email: 'own@acme.test' } };
const open = (parts: object) => make('POST /tickets', { ...request, ...parts }, agent);
const patch = (id: string, body: object) => agent.call(`PATCH /tickets/${id}`, body);
const read = async (id: string) => (await agent.call(`GET /tickets/${id}`)).body;

const refusedFor = (...errors: [string, string][]) => ({
  status: 422,
  body: {
    code: 'own_field.wrong_value',
    errors: expect.arrayContaining(errors.map(([field, code]) => ({ field, code }))),
  },
});

test('own fields take only what they are for, through every door', async () => {
  await make('POST /fields', { name: 'weight', kind: 'number', label: 'Вес' });
  const choices = ['Атол', 'Штрих'];
  await make('POST /fields', { name: 'model', kind: 'choice', label: 'Модель', choices });
  const only = { name: 'sum', kind: 'number', label: 'Сумма', types: ['complaint'] };
  await make('POST /fields', only);
  const gone = await make('POST /fields', { name: 'gone', kind: 'text', label: 'Была' });
  await admin.call(`DELETE /fields/${gone.id}`);
  await heard();
  const wrong = { weight: 'тяжёлый', model: 'Эвотор', sum: 1, gone: 'x', free: 'x' };
  const refused = refusedFor(
    ['fields.weight', 'not_a_number'],
    ['fields.model', 'not_offered'],
    ['fields.sum', 'of_another_type'],
    ['fields.gone', 'removed'],
  );
  expect(await agent.call('POST /tickets', { ...request, fields: wrong })).toMatchObject(refused);
  const right = { weight: '1,5', model: 'атол', free: 'x' };
  const { id } = await open({ fields: right });
  expect((await read(id)).fields).toEqual({ weight: 1.5, model: 'Атол', free: 'x' });
  expect(await patch(id, { fields: wrong })).toMatchObject(refused);
  expect((await patch(id, { fields: { weight: null } })).status).toBe(200);

  const template = { name: 'Весы', subject: 'S', body: 'B', type: 'task', fields: wrong };
  expect(await admin.call('POST /ticket-templates', template)).toMatchObject(refused);
  const step = { id: 'a', text: 'Взвесьте', answers: [], next: null, sets: { fields: wrong } };
  const script = await admin.call('POST /talk-scripts', { name: 'Весы', steps: [step] });
  const { body: told } = refusedFor(['steps.0.sets.fields.weight', 'not_a_number']);
  expect(script).toMatchObject({ status: 422, body: told });
  const rule = {
    name: 'Взвешивает',
    trigger: { on: ['opened'] },
    condition: { field: 'subject', operator: 'in', values: ['Weigh'] },
    actions: [{ kind: 'own', name: 'weight', value: 'много' }],
  };
  const refusedRule = refusedFor(['actions.0', 'not_a_number']);
  expect(await admin.call('POST /rules', rule)).toMatchObject(refusedRule);
  const { id: ruleId } = await make('POST /rules', {
    ...rule,
    actions: [{ kind: 'own', name: 'weight', value: '2' }],
  });
  const changed = { actions: rule.actions };
  expect(await admin.call(`PATCH /rules/${ruleId}`, changed)).toMatchObject(refusedRule);
  await heard();
  expect((await open({ subject: 'Weigh' })).fields).toEqual({ weight: 2 });
});

test('the name of a removed field is free for one of another kind, and lists come in pages', async () => {
  const first = await make('POST /fields', { name: 'again', kind: 'text', label: 'A' });
  await admin.call(`DELETE /fields/${first.id}`);
  expect((await admin.call(`PATCH /fields/${first.id}`, { label: 'B' })).status).toBe(404);
  await make('POST /fields', { name: 'again', kind: 'number', label: 'A' });
  await make('POST /checklists', { name: 'Раз', steps: ['1'] });
  await make('POST /checklists', { name: 'Два', steps: ['1'] });
  await make('POST /checklists', { name: 'Три', steps: ['1'] });
  for (const list of ['fields', 'checklists', 'workflows']) {
    const whole = (await admin.call(`GET /${list}?limit=200`)).body.items;
    expect(whole.length).toBeGreaterThan(2);
    expect([list, await paged(admin.call, list)]).toEqual([list, whole]);
  }
});
