import { afterAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { heard, openDesk } from '../../test/desk.ts';
import { fireTask } from './tasks/fire-task.ts';

const { world, company, admin, agent, make, open, patch, read } = await openDesk();
afterAll(() => world.close());

const own = (type: string, stands: string, name: string) =>
  make('POST /statuses', { type, class: stands, name });
const set = async (type: string, body: object) => {
  const answer = await admin.call(`PUT /workflows/${type}`, {
    transitions: null,
    required: [],
    ...body,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await heard();
};

const eventsOf = (ticketId: string, name: string) => world.events(company, { ticketId, name });

describe('own statuses', () => {
  test('show on the ticket, bring their class with them, and the history says both', async () => {
    const wait = await own('incident', 'pending', 'Ждём запчасть');
    const repair = await own('incident', 'open', 'В ремонте');
    await heard();
    const { id, ownStatus } = await open({ type: 'incident' });
    expect(ownStatus).toBeNull();
    const { body } = await patch(id, { ownStatusId: wait.id });
    expect(body).toMatchObject({ status: 'pending', ownStatus: { name: 'Ждём запчасть' } });
    const [event] = await eventsOf(id, 'ticket.status-changed');
    expect(event?.changes).toMatchObject([
      { field: 'status', from: 'new', to: 'pending' },
      { field: 'ownStatus', from: null, to: { name: 'Ждём запчасть' } },
    ]);
    expect((await patch(id, { status: 'open' })).body.ownStatus).toMatchObject({ id: repair.id });
    const listed = await agent.call(`GET /tickets?ownStatus=${repair.id}`);
    expect(listed.body.items).toMatchObject([{ id }]);
    const fitting = await agent.call('POST /tickets/matching', {
      condition: { field: 'ownStatus', operator: 'in', values: [repair.id] },
    });
    expect(JSON.stringify(fitting.body)).toContain(id);
  });

  test('are refused to tickets of another type and to other companies', async () => {
    const { id: incident } = await own('incident', 'open', 'Чужой');
    await heard();
    const { id } = await open({ type: 'question' });
    expect(await patch(id, { ownStatusId: incident })).toMatchObject({
      status: 422,
      body: { code: 'own_status.not_of_type' },
    });
    const other = await world.found();
    const { status } = await other.administrator.call(`PATCH /statuses/${incident}`, { name: 'x' });
    expect(status).toBe(404);
    expect((await other.administrator.call('GET /statuses')).body.items).toEqual([]);
    expect((await agent.call('POST /statuses', {})).status).toBe(403);
    const twice = { type: 'incident', class: 'open', name: 'ЧУЖОЙ' };
    expect((await admin.call('POST /statuses', twice)).body.errors).toMatchObject([
      { field: 'name', code: 'taken' },
    ]);
  });

  test('that tickets are in go away only with a word on where those go', async () => {
    const [from, to] = [await own('task', 'open', 'From'), await own('task', 'pending', 'To')];
    await heard();
    const { id } = await open({ type: 'task', status: 'open' });
    expect((await read(id)).ownStatus.id).toBe(from.id);
    const removal = (body: object) => admin.call(`POST /statuses/${from.id}/removal`, body);
    expect((await removal({})).body.code).toBe('own_status.in_use');
    expect((await removal({ moveTo: to.id })).status).toBe(200);
    await world.settle();
    expect(await read(id)).toMatchObject({ status: 'pending', ownStatus: { id: to.id } });
    const names = (await admin.call('GET /statuses')).body.items.map(
      (s: { name: string }) => s.name,
    );
    expect(names).not.toContain('From');
    const remap = { class: 'on_hold', moveTo: to.id };
    expect((await admin.call(`PATCH /statuses/${to.id}`, { class: 'on_hold' })).status).toBe(409);
    expect((await admin.call(`PATCH /statuses/${to.id}`, remap)).status).toBe(200);
    await world.settle();
    expect(await read(id)).toMatchObject({ status: 'on_hold', ownStatus: { id: to.id } });
  });

  test('come back with a merge that is taken back', async () => {
    await own('complaint', 'solved', 'Извинились');
    const paid = await own('complaint', 'solved', 'Заплатили');
    await heard();
    const [source, target] = [await open({ type: 'complaint' }), await open({ type: 'complaint' })];
    await patch(target.id, { ownStatusId: paid.id });
    const { body } = await admin.call(`POST /tickets/${source.id}/merge`, { into: target.id });
    expect(await read(target.id)).toMatchObject({ status: 'open', ownStatus: null });
    await admin.call(`POST /tickets/${source.id}/moves/${body.moveId}/undo`);
    expect(await read(target.id)).toMatchObject({ ownStatus: { name: 'Заплатили' } });
  });
});

describe('steps and requirements', () => {
  test('refuse a person by name of what is missing, and a rule in the history of the ticket', async () => {
    await make('POST /fields', { name: 'serial', kind: 'text', label: 'Серийный номер' });
    await set('service_request', {
      required: [{ before: 'solved', needs: ['category', 'fields.serial', 'answer'] }],
    });
    await make('POST /rules', {
      name: 'Решает сразу',
      trigger: { on: ['noted'] },
      condition: { field: 'type', operator: 'in', values: ['service_request'] },
      actions: [{ kind: 'status', value: 'solved' }],
    });
    await heard();
    const { id } = await open({ type: 'service_request' });
    expect(await patch(id, { status: 'solved' })).toMatchObject({
      status: 422,
      body: {
        code: 'workflow.incomplete',
        errors: [{ field: 'category' }, { field: 'fields.serial' }, { field: 'answer' }],
      },
    });
    const note = await agent.call(`POST /tickets/${id}/messages`, {
      body: 'x',
      visibility: 'internal',
    });
    expect(note.status).toBe(201);
    const [refused] = await eventsOf(id, 'ticket.change-refused');
    expect(refused?.reason).toMatchObject({
      code: 'workflow.incomplete',
      params: {
        wanted: 'rule',
        name: 'Решает сразу',
        missing: [{ field: 'category' }, { field: 'fields.serial' }, { field: 'answer' }],
      },
    });
    const steps = (await agent.call(`GET /tickets/${id}/steps`)).body.items;
    expect(steps.find((step: { status: string }) => step.status === 'solved')).toMatchObject({
      code: 'workflow.incomplete',
      missing: [{ field: 'category' }, { field: 'fields.serial' }, { field: 'answer' }],
    });
    const category = await make('POST /categories', { name: 'Касса' });
    const answered = await agent.call(`POST /tickets/${id}/messages`, { body: 'Готово' });
    expect(answered.status).toBe(201);
    const done = { status: 'solved', categoryId: category.id, fields: { serial: '7' } };
    expect((await patch(id, done)).body).toMatchObject({ status: 'solved' });
  });

  test('never keep a customer from bringing a ticket back', async () => {
    const solved = await own('problem', 'solved', 'Устранена');
    await set('problem', { transitions: [{ from: 'new', to: solved.id }] });
    await world.mail(company, letter('first', 'Сломалось'));
    const [{ id }] = (await agent.call('GET /tickets?sort=number&order=desc')).body.items;
    await patch(id, { type: 'problem' });
    expect((await patch(id, { status: 'pending' })).body.code).toBe('workflow.step_closed');
    expect((await patch(id, { ownStatusId: solved.id })).status).toBe(200);
    expect((await patch(id, { status: 'open' })).body.code).toBe('workflow.step_closed');
    await world.mail(
      company,
      letter('second', 'Снова сломалось', 'In-Reply-To: <first@acme.test>'),
    );
    expect((await read(id)).status).toBe('open');
  });

  test('of own fields show in the export as columns of their own', async () => {
    await open({ type: 'question', fields: { serial: 'SN-42' } });
    const { bytes } = await admin.call('GET /tickets/export?field=serial:SN-42');
    const [heading = '', row = ''] = bytes.toString('utf8').split(/\r?\n/);
    expect(heading).toMatch(/Серийный номер"?$/);
    expect(row).toMatch(/SN-42"?$/);
  });

  test('of a bulk act refuse ticket by ticket', async () => {
    const category = await make('POST /categories', { name: 'Чеки' });
    const [bare, whole] = [
      await open({ type: 'service_request' }),
      await open({ type: 'service_request', categoryId: category.id, fields: { serial: '1' } }),
    ];
    await agent.call(`POST /tickets/${whole.id}/messages`, { body: 'Ответ' });
    const ids = [bare.id, whole.id];
    const { body } = await agent.call('POST /bulk-acts', {
      tickets: { ids },
      changes: { status: 'solved' },
    });
    await world.settle();
    const { items } = (await agent.call(`GET /bulk-acts/${body.id}/tickets`)).body;
    const outcomes = new Map(
      items.map((one: { ticket: { id: string }; outcome: string; code: string }) => [
        one.ticket.id,
        `${one.outcome} ${one.code}`,
      ]),
    );
    expect(outcomes.get(bare.id)).toBe('refused workflow.incomplete');
    expect(outcomes.get(whole.id)).toBe('changed null');
  });

  test('name only what is there', async () => {
    const { status, body } = await admin.call('PUT /workflows/change', {
      transitions: [{ from: 'new', to: '01900000-0000-7000-8000-00000000dead' }],
      required: [{ before: 'solved', needs: ['fields.nothing'] }],
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([
      { field: 'transitions.0.to', code: 'gone' },
      { field: 'required.0.needs.0', code: 'gone' },
    ]);
  });
});

const letter = (name: string, text: string, ...more: string[]) =>
  [
    'From: Rita <rita@acme.test>',
    'To: support@localhost',
    'Subject: Printer',
    `Message-ID: <${name}@acme.test>`,
    ...more,
    '',
    text,
  ].join('\r\n');

describe('what is required never stands between', () => {
  test('a letter and its ticket, whatever a rule wants of it', async () => {
    await set('incident', { required: [{ before: 'solved', needs: ['fields.serial'] }] });
    await make('POST /rules', {
      name: 'Закрывает сразу',
      trigger: { on: ['opened'] },
      condition: { field: 'subject', operator: 'in', values: ['No receipt'] },
      actions: [
        { kind: 'type', value: 'incident' },
        { kind: 'status', value: 'solved' },
      ],
    });
    await heard();
    await world.mail(company, letter('rule', 'Помогите').replace('Printer', 'No receipt'));
    const [ticket] = (await agent.call('GET /tickets?sort=number&order=desc')).body.items;
    expect(ticket).toMatchObject({ subject: 'No receipt' });
    expect(ticket.status).not.toBe('solved');
    expect(await eventsOf(ticket.id, 'ticket.change-refused')).toHaveLength(1);
  });

  test('a merge and its undo', async () => {
    const [source, target] = [await open({ type: 'incident' }), await open({ type: 'incident' })];
    const merged = await admin.call(`POST /tickets/${source.id}/merge`, { into: target.id });
    expect(merged.status).toBe(200);
    const { moveId } = merged.body;
    const undone = await admin.call(`POST /tickets/${source.id}/moves/${moveId}/undo`);
    expect(undone.status).toBe(200);
    expect(await read(source.id)).toMatchObject({ status: 'new' });
  });
});

describe('tasks', () => {
  const add = (id: string, body: object, by = agent) => make(`POST /tickets/${id}/tasks`, body, by);

  test('keep a ticket from being solved until they are done, where the type wants that', async () => {
    await set('change', { required: [{ before: 'solved', needs: ['tasks'] }] });
    const { id } = await open({ type: 'change' });
    const task = await add(id, { text: 'Согласовать', assigneeId: agent.id });
    expect((await patch(id, { status: 'solved' })).body.errors).toEqual([
      { field: 'tasks', code: 'open', about: '1' },
    ]);
    const mine = (await agent.call('GET /tasks?mine=true')).body.items;
    expect(mine).toMatchObject([{ id: task.id, ticket: { id }, text: 'Согласовать' }]);
    const done = await agent.call(`PATCH /tasks/${task.id}`, { done: true });
    expect(done.body).toMatchObject({ doneBy: 'Olga' });
    expect((await patch(id, { status: 'solved' })).status).toBe(200);
    expect(await eventsOf(id, 'ticket.task-done')).toHaveLength(1);
    expect((await agent.call('GET /tasks?mine=true')).body.items).toEqual([]);
  });

  test('can be changed, opened again, removed and brought back as they were', async () => {
    const boris = await company.hire('agent');
    const { id } = await open({ type: 'change' });
    const task = await add(id, { text: 'Купить', assigneeId: agent.id });
    const dueAt = '2026-11-23T09:00:00.000Z';
    const changed = { text: 'Купить ленту', assigneeId: boris.id, dueAt, version: task.version };
    const { body } = await agent.call(`PATCH /tasks/${task.id}`, changed);
    expect(body).toMatchObject({ text: 'Купить ленту', assignee: { id: boris.id }, dueAt });
    expect((await agent.call(`PATCH /tasks/${task.id}`, changed)).status).toBe(409);
    await agent.call(`PATCH /tasks/${task.id}`, { done: true });
    const again = await agent.call(`PATCH /tasks/${task.id}`, { done: false });
    expect(again.body).toMatchObject({ doneAt: null, doneBy: null });
    const back = `POST /tickets/${id}/tasks/${task.id}/restoration` as const;
    expect((await agent.call(back)).status).toBe(404);
    await agent.call(`DELETE /tasks/${task.id}`);
    expect((await agent.call(`GET /tickets/${id}/tasks`)).body.items).toEqual([]);
    const other = await world.found();
    expect((await other.administrator.call(back)).status).toBe(404);
    const restored = (await agent.call(back)).body;
    const { version: _now, ...was } = again.body;
    expect(restored).toMatchObject(was);
    expect((await agent.call(back)).body).toEqual(restored);
    expect((await patch(id, { status: 'solved' })).body.code).toBe('workflow.incomplete');
  });

  test('are told of when they are given and when they are due, once', async () => {
    const boris = await company.hire('agent', { name: 'Boris' });
    const { id } = await open({});
    const dueAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const { id: taskId } = await add(id, { text: 'Позвонить', assigneeId: boris.id, dueAt });
    await world.settle();
    const clock = systemActor(company.id, 'clock');
    const fire = () => world.app.executor.execute(fireTask, { taskId }, clock);
    expect(await fire()).toEqual({ fired: false });
    world.clock.move({ seconds: 3_700 });
    expect(await Promise.all([fire(), fire()])).toEqual(
      expect.arrayContaining([{ fired: true }, { fired: false }]),
    );
    await world.settle();
    const told = { ticketId: id, taskId, text: 'Позвонить', userIds: [boris.id] };
    const facts = [
      ...(await world.events(company, { name: 'task.assigned' })),
      ...(await world.events(company, { name: 'task.due' })),
    ].filter(({ payload }) => payload['taskId'] === taskId);
    expect(facts).toMatchObject([
      { name: 'task.assigned', actorName: 'Olga', payload: told },
      { name: 'task.due', payload: told },
    ]);
  });

  test('go with a ticket that is merged, and exist for nobody who may not see it', async () => {
    const [source, target] = [await open({}), await open({})];
    const task = await add(source.id, { text: 'Забрать' });
    await admin.call(`POST /tickets/${source.id}/merge`, { into: target.id });
    const { items } = (await agent.call(`GET /tickets/${target.id}/tasks`)).body;
    expect(items).toMatchObject([{ id: task.id }]);
    expect((await agent.call(`PATCH /tasks/${task.id}`, { done: true })).status).toBe(200);
    const late = await agent.call(`POST /tickets/${source.id}/tasks`, { text: 'x' });
    expect(late.body.code).toBe('ticket.merged');
    const other = await world.found();
    const { status } = await other.administrator.call(`PATCH /tasks/${task.id}`, { done: false });
    expect(status).toBe(404);
  });

  test('of two people at once leave no solved ticket with one that is open', async () => {
    const { id } = await open({ type: 'change' });
    const task = await add(id, { text: 'Проверить' });
    await agent.call(`PATCH /tasks/${task.id}`, { done: true });
    const [solved, reopened] = await Promise.all([
      patch(id, { status: 'solved' }),
      admin.call(`PATCH /tasks/${task.id}`, { done: false }),
    ]);
    expect(reopened.status).toBe(200);
    // Whoever came first: one who solves after the other finds it open.
    expect([200, 422]).toContain(solved.status);
    const { status } = await read(id);
    expect(status === 'solved').toBe(solved.status === 200);
    expect((await patch(id, { status: 'open' })).status).toBe(200);
    expect((await patch(id, { status: 'solved' })).body.code).toBe('workflow.incomplete');
  });

  test('of a checklist come by themselves, and by hand no second time', async () => {
    const list = await make('POST /checklists', {
      name: 'Возврат',
      steps: ['Взвесить', 'Сфотографировать'],
      automatic: true,
      types: ['complaint'],
    });
    await heard();
    const { id } = await open({ type: 'complaint' });
    const { items } = (await agent.call(`GET /tickets/${id}/tasks`)).body;
    expect(items).toMatchObject([
      { text: 'Взвесить', checklist: { name: 'Возврат' } },
      { text: 'Сфотографировать' },
    ]);
    expect(await eventsOf(id, 'ticket.checklist-attached')).toHaveLength(1);
    const again = await agent.call(`POST /tickets/${id}/checklists`, { checklistId: list.id });
    expect(again.body.code).toBe('checklist.attached');
    await patch(id, { type: 'question' });
    await patch(id, { type: 'complaint' });
    expect((await agent.call(`GET /tickets/${id}/tasks`)).body.items).toHaveLength(2);
  });
});
