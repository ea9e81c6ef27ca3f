import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../kernel/actor.ts';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { told as noticesTold } from '../../notifications/test-harness.ts';
import { lookAtClocks } from '../commands/look-at-clocks.ts';
import { findNextAlarm, listRinging } from '../queries/read-clocks.ts';

let world: World;
let company: Company;
let keeper: Person;
let agent: Person;
let lead: Person;
let line: { id: string; name: string };
let second: { id: string; name: string };
let policy: Json;

const minutes = (minutesOver: number) => ({ minutesOver });
const terms = (steps: readonly object[], more: object = {}) => ({
  targets: { resolution: { minutes: 60 } },
  warnAt: [],
  steps,
  ...more,
});

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ timeZone: 'UTC' });
  keeper = company.administrator;
  line = await company.team('First line');
  second = await company.team('Second line');
  agent = await company.hire('agent', { name: 'Olga', teamIds: [line.id, second.id] });
  lead = await company.hire('lead', { name: 'Lev', teamIds: [line.id] });
  const steps = [
    { target: 'resolution', when: { minutesLeft: 15 }, tell: { assignee: true } },
    {
      target: 'resolution',
      when: minutes(0),
      tell: { leads: true },
      acts: [
        { kind: 'team', value: second.id },
        { kind: 'priority', value: 'up' },
        { kind: 'tags', add: ['Late'] },
        { kind: 'note', text: 'Over to you' },
      ],
    },
    { target: 'resolution', when: minutes(30), tell: { onDuty: true }, overridesQuiet: true },
  ];
  const { status, body } = await keeper.call('POST /sla-policies', {
    name: 'All',
    terms: terms(steps),
  });
  expect(status, JSON.stringify(body)).toBe(201);
  policy = body;
  await world.settle();
});
afterAll(() => world.close());

async function opened(more: object = {}): Promise<Json> {
  const asked = { subject: 'Help', body: 'It jams', requester: { email: 'rita@there.test' } };
  const { status, body } = await agent.call('POST /tickets', {
    ...asked,
    teamId: line.id,
    assigneeId: agent.id,
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const read = async ({ id }: Json): Promise<Json> => (await keeper.call(`GET /tickets/${id}`)).body;
const escalations = async ({ id }: Json) =>
  (await world.events(company, { ticketId: id })).filter(({ name }) => name === 'sla.escalated');
/** Two workers at once. */
async function look(ticket: Json): Promise<void> {
  const actor = systemActor(company.id, 'sla');
  const once = () => world.app.executor.execute(lookAtClocks, { ticketId: ticket.id }, actor);
  await Promise.all([once(), once()]);
  await world.settle();
}

test('a step fires once at its time, with two workers, tells whom it names, and changes the ticket by its reason', async () => {
  const ticket = await opened();
  expect(await findNextAlarm(world.db, company.id)).toEqual(
    new Date(world.clock.now().getTime() + 45 * 60_000),
  );
  world.clock.move({ seconds: 45 * 60 });
  expect(await listRinging(world.db, company.id, world.clock.now())).toEqual([ticket.id]);
  await look(ticket);
  expect(await escalations(ticket)).toMatchObject([
    { payload: { recipients: [agent.id], target: 'resolution', overridesQuiet: false } },
  ]);
  await noticesTold({ world, company });
  const { items: notices } = (await agent.call('GET /notices')).body;
  expect(notices.filter(({ kind }: Json) => kind === 'escalated')).toMatchObject([
    { ticket: { id: ticket.id }, words: { step: 1 } },
  ]);
  world.clock.move({ seconds: 15 * 60 });
  await look(ticket);
  await look(ticket);
  const told = await escalations(ticket);
  expect(told).toHaveLength(2);
  expect(told[1]).toMatchObject({
    payload: { recipients: [lead.id], policyId: policy.id, step: policy.terms.steps[1].id },
    reason: { code: 'sla_step_breach', params: { policy: 'All', policyId: policy.id } },
  });
  expect(await read(ticket)).toMatchObject({
    team: { id: second.id },
    assignee: null,
    priority: 'high',
    tags: ['late'],
  });
  const because = (await world.events(company, { ticketId: ticket.id }))
    .filter(({ reason }) => reason?.code === 'sla_step_breach')
    .map(({ name }) => name);
  expect(because).toContain('ticket.team-changed');
  const { items } = (await keeper.call(`GET /tickets/${ticket.id}/messages`)).body;
  expect(items.filter(({ text }: Json) => text === 'Over to you')).toHaveLength(1);
});

test('where nobody is on duty and the team has no lead, the administrators are told, at once', async () => {
  const ticket = await opened({ teamId: second.id });
  world.clock.move({ seconds: 90 * 60 });
  await look(ticket);
  expect((await escalations(ticket)).at(-1)).toMatchObject({
    payload: { recipients: [keeper.id], onDuty: [], overridesQuiet: true },
    reason: { code: 'sla_step_over', params: { minutes: 30 } },
  });
});

test('a process that died before its time was noted leaves it to the next, which tells it once', async () => {
  const ticket = await opened();
  world.clock.move({ seconds: 45 * 60 });
  const failing = world.app.executor.execute(
    {
      ...lookAtClocks,
      run: async (ctx, input) => {
        await lookAtClocks.run(ctx, input);
        throw new Error('killed');
      },
    },
    { ticketId: ticket.id },
    systemActor(company.id, 'sla'),
  );
  await expect(failing).rejects.toThrow('killed');
  expect(await escalations(ticket)).toHaveLength(0);
  await look(ticket);
  expect(await escalations(ticket)).toHaveLength(1);
});

test('a solved ticket is left in peace, one that waits for its customer waits with its steps', async () => {
  const [solved, waiting] = [await opened(), await opened()];
  await agent.call(`PATCH /tickets/${solved.id}`, { status: 'solved' });
  await agent.call(`PATCH /tickets/${waiting.id}`, { status: 'pending' });
  world.clock.move({ seconds: 200 * 60 });
  await look(solved);
  await look(waiting);
  await agent.call(`PATCH /tickets/${waiting.id}`, { status: 'open' });
  await look(waiting);
  expect([await escalations(solved), await escalations(waiting)]).toEqual([[], []]);
  world.clock.move({ seconds: 45 * 60 });
  await look(waiting);
  expect(await escalations(waiting)).toHaveLength(1);
});

test('what an agent does meanwhile tells the step as well, before their own change', async () => {
  const ticket = await opened();
  world.clock.move({ seconds: 50 * 60 });
  await agent.call(`PATCH /tickets/${ticket.id}`, { tags: ['mine'] });
  expect(await escalations(ticket)).toHaveLength(1);
  await look(ticket);
  expect(await escalations(ticket)).toHaveLength(1);
});

test('a look that finds nothing new leaves the ticket as it is', async () => {
  const ticket = await opened();
  world.clock.move({ seconds: 10 * 60 });
  const { version, updatedAt } = await read(ticket);
  await look(ticket);
  expect(await read(ticket)).toMatchObject({ version, updatedAt });
});

test('steps keep their ids while a policy is changed, and are refused where they stand', async () => {
  const [first] = policy.terms.steps;
  const { body } = await keeper.call(`PATCH /sla-policies/${policy.id}`, {
    terms: terms([first, { ...first, when: { share: 0.5 } }]),
  });
  expect(body.terms.steps[0].id).toBe(first.id);
  expect(body.terms.steps[1].id).not.toBe(first.id);
  const refused = async (step: object) =>
    (await keeper.call(`PATCH /sla-policies/${policy.id}`, { terms: terms([step]) })).body.errors;
  const stranger = (await world.found()).administrator.id;
  const [target, tell] = ['resolution', { assignee: true }];
  expect(await refused({ target: 'update', when: minutes(5), tell })).toEqual([
    { field: 'terms.steps.0.target', code: 'not_promised' },
  ]);
  expect(await refused({ target, when: { minutesLeft: 60 }, tell })).toEqual([
    { field: 'terms.steps.0.when', code: 'before_the_beginning' },
  ]);
  expect(await refused({ target, when: minutes(5), tell: {} })).toEqual([
    { field: 'terms.steps.0.tell', code: 'required' },
  ]);
  expect(await refused({ target, when: minutes(5), tell: { userIds: [stranger] } })).toEqual([
    { field: 'terms.steps.0.tell', code: 'not_uuid' },
  ]);
});

test('policies are put into another order at once, by whoever may', async () => {
  const { body: other } = await keeper.call('POST /sla-policies', {
    name: 'Other',
    terms: terms([]),
  });
  const ids = [other.id, policy.id];
  expect((await agent.call('PUT /sla-policies/order', { ids })).status).toBe(403);
  expect((await keeper.call('PUT /sla-policies/order', { ids })).status).toBe(200);
  const { items } = (await keeper.call('GET /sla-policies')).body;
  expect(items.map(({ id }: Json) => id)).toEqual(ids);
  const elsewhere = (await world.found()).administrator;
  expect((await elsewhere.call('PUT /sla-policies/order', { ids })).status).toBe(404);
});
