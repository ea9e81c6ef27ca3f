import { afterAll, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import { heard, openDesk } from '../../../test/desk.ts';
import { paged } from '../../../test/paged.ts';

const { world, admin, agent, make, open, patch, read } = await openDesk();
afterAll(() => world.close());

const request = { subject: 'S', body: 'B', requester: { email: 'own@acme.test' } };

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

async function ofMany(changes: object, ids: readonly string[]) {
  const act = await make('POST /bulk-acts', { tickets: { ids }, changes }, agent);
  await world.settle();
  const { body } = await agent.call(`GET /bulk-acts/${act.id}/tickets`);
  const told = body.items.map(({ ticket, outcome, code, kept }: Json) => [
    ticket.id,
    [outcome, code, ...kept.map(({ field, by }: Json) => `${field} ${by}`)],
  ]);
  return { id: act.id, told: Object.fromEntries(told) };
}

async function undone(id: string): Promise<Json[]> {
  const undo = await make(`POST /bulk-acts/${id}/undo`, {}, agent);
  await world.settle();
  return (await agent.call(`GET /bulk-acts/${undo.id}/tickets`)).body.items;
}

test('many tickets get a value at once, others of another type are told, and the old values come back', async () => {
  await make('POST /fields', { name: 'floor', kind: 'number', label: 'Этаж' });
  await make('POST /fields', {
    name: 'refund',
    kind: 'number',
    label: 'Сумма',
    types: ['complaint'],
  });
  await heard();
  const first = (await open({ type: 'complaint', fields: { floor: 1, refund: 5, free: 'x' } })).id;
  const second = (await open({ type: 'complaint' })).id;
  const other = (await open({ type: 'task' })).id;
  const wrong = await agent.call('POST /bulk-acts', {
    tickets: { ids: [first] },
    changes: { fields: { refund: 'много' } },
  });
  expect(wrong).toMatchObject(refusedFor(['changes.fields.refund', 'not_a_number']));
  const act = await ofMany({ fields: { refund: '7,5', floor: null } }, [first, second, other]);
  expect(act.told).toEqual({
    [first]: ['changed', null],
    [second]: ['changed', null],
    [other]: ['refused', 'own_field.of_another_type'],
  });
  expect((await read(first)).fields).toEqual({ refund: 7.5, free: 'x' });
  expect((await read(other)).fields).toEqual({});
  await patch(second, { fields: { refund: 8 } });
  const back = await undone(act.id);
  expect((await read(first)).fields).toEqual({ floor: 1, refund: 5, free: 'x' });
  expect((await read(second)).fields).toEqual({ refund: 8 });
  const kept = back.find(({ ticket }) => ticket.id === second)?.kept;
  expect(kept).toEqual([{ field: 'fields.refund', by: 'Olga' }]);
});

test('a macro sets own fields, is refused where they do not fit, and takes back what it has set', async () => {
  const choices = ['Ремонт', 'Замена'];
  await make('POST /fields', {
    name: 'verdict',
    kind: 'choice',
    label: 'Решение',
    choices,
    types: ['incident'],
  });
  await heard();
  const macro = (more: object) => admin.call('POST /macros', { name: 'Вердикт', ...more });
  const acts = { fields: { verdict: 'замена' } };
  expect(await macro({ acts: { fields: { verdict: 'Выброс' } } })).toMatchObject(
    refusedFor(['acts.fields.verdict', 'not_offered']),
  );
  expect(await macro({ acts, types: ['incident', 'task'] })).toMatchObject(
    refusedFor(['acts.fields.verdict', 'of_another_type']),
  );
  const { id: macroId } = (await macro({ acts })).body;
  expect(await admin.call(`PATCH /macros/${macroId}`, { types: ['task'] })).toMatchObject(
    refusedFor(['acts.fields.verdict', 'of_another_type']),
  );
  const { id } = await open({ type: 'incident', fields: { free: 'x' } });
  const run = await agent.call(`POST /tickets/${id}/macros/${macroId}`);
  expect((await read(id)).fields).toEqual({ verdict: 'Замена', free: 'x' });
  expect((await agent.call(`POST /macro-runs/${run.body.runId}/undo`)).body).toEqual({ kept: [] });
  expect((await read(id)).fields).toEqual({ free: 'x' });
  const task = await open({ type: 'task' });
  expect(await agent.call(`POST /tickets/${task.id}/macros/${macroId}`)).toMatchObject(
    refusedFor(['fields.verdict', 'of_another_type']),
  );
});
