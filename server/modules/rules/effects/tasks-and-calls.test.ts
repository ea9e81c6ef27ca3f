import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let ann: Person;
let lead: Person;
let teamId: string;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  teamId = (await company.team('Second line')).id;
  ann = await company.hire('agent', { name: 'Ann', teamIds: [teamId] });
  lead = await company.hire('lead', { name: 'Leo', teamIds: [teamId] });
  const { status, body } = await company.administrator.call('POST /rules', {
    name: 'Fire',
    trigger: { on: ['opened'] },
    condition: { all: [] },
    actions: [
      { kind: 'task', text: 'Call the shop', userId: null, assignee: true, dueInMinutes: 90 },
      {
        kind: 'task',
        text: 'Tell the landlord',
        userId: lead.id,
        assignee: false,
        dueInMinutes: null,
      },
      {
        kind: 'escalate',
        leads: true,
        onDuty: false,
        userIds: [],
        overridesQuiet: true,
        text: 'It burns',
      },
    ],
  });
  expect([status, body.problems]).toEqual([201, []]);
  // Every process hears of a change a moment after its commit.
  await sleep(150);
});
afterAll(() => world.close());

async function open(parts: object) {
  const { body } = await company.administrator.call('POST /tickets', {
    subject: 'Fire',
    body: 'It burns',
    requester: { email: 'shop@acme.test' },
    ...parts,
  });
  await world.settle();
  return body;
}

const noticesOf = async (person: Person, ticket: string) =>
  (await person.call('GET /notices')).body.items.filter(
    (each: { kind: string; ticket: { id: string } | null }) =>
      each.kind === 'rule' && each.ticket?.id === ticket,
  );

test('a rule adds tasks, for whoever has the ticket or is named, due so long after it has acted', async () => {
  const ticket = await open({ teamId, assigneeId: ann.id });
  const { items } = (await company.administrator.call(`GET /tickets/${ticket.id}/tasks`)).body;
  expect(items).toMatchObject([
    { text: 'Call the shop', assignee: { id: ann.id } },
    { text: 'Tell the landlord', assignee: { id: lead.id }, dueAt: null },
  ]);
  const wait = Date.parse(items[0].dueAt) - Date.parse(ticket.createdAt);
  expect(wait).toBeGreaterThanOrEqual(90 * 60_000);
  const added = await world.events(company, { name: 'ticket.task-added' });
  expect(added.slice(-2)).toMatchObject([
    { reason: { code: 'rule', params: { name: 'Fire' } } },
    { reason: { code: 'rule', params: { name: 'Fire' } } },
  ]);
});

test('it calls the leads of the ticket’s team, and where there are none, the administrators', async () => {
  const ours = await open({ teamId });
  await expect
    .poll(() => noticesOf(lead, ours.id), { timeout: 5_000 })
    .toMatchObject([{ preview: 'It burns', actor: { name: 'Fire' } }]);
  expect(await noticesOf(ann, ours.id)).toEqual([]);
  const nobodys = await open({});
  await expect
    .poll(() => noticesOf(company.administrator, nobodys.id), { timeout: 5_000 })
    .toHaveLength(1);
});

test('a rule that calls nobody is refused at the field', async () => {
  const action = { kind: 'escalate', leads: false, onDuty: false, userIds: [] };
  const { status, body } = await company.administrator.call('POST /rules', {
    name: 'Nobody',
    trigger: { on: ['opened'] },
    condition: { all: [] },
    actions: [{ ...action, overridesQuiet: false, text: 'x' }],
  });
  expect([status, body.code]).toEqual([400, 'input.invalid']);
  const gone = await company.administrator.call('POST /rules', {
    name: 'Somebody of another company',
    trigger: { on: ['opened'] },
    condition: { all: [] },
    actions: [
      {
        ...action,
        userIds: [(await world.found()).administrator.id],
        overridesQuiet: false,
        text: 'x',
      },
    ],
  });
  expect([gone.status, gone.body.problems ?? gone.body.code]).toMatchObject(
    gone.status === 201 ? [201, [{ path: 'actions.0', code: 'gone' }]] : [422, expect.any(String)],
  );
});
