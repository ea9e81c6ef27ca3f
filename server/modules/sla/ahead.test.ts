import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Company } from '../../test/company.ts';
import { openRoutingDesk } from '../../test/routing-desk.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let desk: ReturnType<typeof openRoutingDesk>;
beforeAll(async () => {
  world = await openWorld();
  desk = openRoutingDesk(world);
});
afterAll(() => world.close());

/** Promises `minutes` for a first answer to tickets of a priority. */
async function policy({ administrator }: Company, priority: string, minutes: number) {
  const { status, body } = await administrator.call('POST /sla-policies', {
    name: `For ${priority}`,
    condition: { field: 'priority', operator: 'in', values: [priority] },
    terms: { targets: { first_response: { minutes } } },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body as { id: string };
}

const rule = async ({ administrator }: Company, parts: object) => {
  const asked = { name: 'Rule', trigger: { on: ['opened'] }, condition: { all: [] }, ...parts };
  const { status, body } = await administrator.call('POST /rules', asked);
  expect(status, JSON.stringify(body)).toBe(201);
};

test('a new ticket is routed by what is about to be promised for it, as rules before have left it', async () => {
  const all = await desk.teamOf(1);
  const { company } = all;
  const quick = await desk.known(company, () => company.team('Quick', []));
  const [urgent] = [await policy(company, 'urgent', 30), await policy(company, 'normal', 600)];
  await rule(company, {
    condition: { field: 'subject', operator: 'any', values: ['авария'] },
    actions: [{ kind: 'priority', value: 'urgent' }],
  });
  await desk.rule(all, {
    name: 'Promised soon',
    condition: { field: 'slaPolicy', operator: 'in', values: [urgent.id] },
    steps: [{ teamId: quick.id, way: 'team' }],
  });
  await desk.rule(all);
  const calm = await desk.open(company);
  expect(calm).toMatchObject({ priority: 'normal', team: { id: all.team.id } });
  const given = await desk.open(company, { priority: 'urgent' });
  expect(given).toMatchObject({ team: { id: quick.id }, assignee: null });
  const raised = await desk.open(company, { subject: 'Авария на складе' });
  expect(raised).toMatchObject({ priority: 'urgent', team: { id: quick.id } });
  const { items } = await desk.why(company, calm.id);
  expect(items[0].passed).toMatchObject([{ name: 'Promised soon', why: 'condition' }]);
});

test('a rule asks a new ticket how soon it is due, and whether anything is promised for it', async () => {
  const company = await world.found();
  await policy(company, 'high', 30);
  const tag = (name: string) => ({ actions: [{ kind: 'tags', add: [name], remove: [] }] });
  await rule(company, {
    condition: { field: 'slaDue', operator: 'at_most', values: ['60'] },
    ...tag('soon'),
  });
  await rule(company, {
    condition: { field: 'slaState', operator: 'in', values: ['running'] },
    ...tag('promised'),
  });
  await rule(company, {
    condition: { field: 'slaState', operator: 'in', values: ['none'] },
    ...tag('nothing-promised'),
  });
  await world.settle();
  const { tags } = await desk.open(company, { priority: 'high' });
  expect(tags.toSorted()).toEqual(['promised', 'soon']);
  expect((await desk.open(company)).tags).toEqual(['nothing-promised']);
});
