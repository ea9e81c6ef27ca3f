import { systemActor } from '../kernel/actor.ts';
import { handOut } from '../modules/routing/commands/hand-out.ts';
import { listHeads } from '../modules/routing/queries/list-waiting.ts';
import {
  aboutFire,
  made,
  open,
  randomOf,
  rule,
  saved,
  timersOf,
  type Stage,
} from './lived-past.ts';
import type { World } from './world.ts';

/** The first of every queue, as long as somebody is free for them. */
async function handOutAll(world: World, workspaceId: string): Promise<void> {
  const actor = systemActor(workspaceId, 'routing');
  for (const { ticketIds } of await listHeads(world.db, workspaceId)) {
    for (const ticketId of ticketIds) {
      const { waits } = await world.app.executor.execute(handOut, { ticketId }, actor);
      if (waits) {
        break;
      }
    }
  }
}

/** Four people of two lines: one works by day, one goes on holiday, all of the second line take little at once. */
async function routedStage(world: World): Promise<Stage> {
  const company = await world.found({ timeZone: 'UTC' });
  const agents = [];
  for (let n = 0; n < 4; n += 1) {
    agents.push(await company.hire('lead'));
  }
  const ids = agents.map(({ id }) => id);
  const teams = [
    await company.team('First line', ids.slice(0, 3)),
    await company.team('Second line', ids.slice(2)),
  ];
  const { administrator } = company;
  const week = { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], sun: [['09:00', '18:00']] };
  const hours = { zone: 'UTC', week };
  const put = await administrator.call(`PUT /schedules/${ids[0]}`, { hours });
  const inHours = (n: number) =>
    new Date(world.clock.now().getTime() + n * 3_600_000).toISOString();
  const away = { kind: 'vacation', handsOver: 'nothing', from: inHours(8), to: inHours(30) };
  await made(administrator, 'POST /absences', { ...away, userId: ids[1] });
  for (const id of ids.slice(2)) {
    await administrator.call(`PATCH /routing-agents/${id}`, { capacity: 4 });
  }
  if (put.status >= 300) {
    throw new Error(JSON.stringify(put.body));
  }
  return { company, agents, teams };
}

async function setUpRouting({ company, teams }: Stage): Promise<void> {
  const [first, second] = teams.map(({ id }) => id);
  const add = (parts: object) => made(company.administrator, 'POST /routing-rules', parts);
  const urgent = { field: 'priority', operator: 'in', values: ['urgent'] };
  await add({
    name: 'Fires',
    condition: aboutFire,
    steps: [{ teamId: second, way: 'round_robin' }],
  });
  await add({
    name: 'Urgent',
    condition: urgent,
    steps: [
      { teamId: second, way: 'least_loaded' },
      { teamId: first, way: 'least_loaded' },
    ],
  });
  await add({
    name: 'All',
    condition: { all: [] },
    steps: [{ teamId: first, way: 'round_robin' }],
  });
  await made(
    company.administrator,
    'POST /rules',
    rule({
      condition: { field: 'text', operator: 'any', values: ['срочно'] },
      actions: [{ kind: 'priority', value: 'urgent' }],
    }),
  );
  await saved(
    company,
    'POST /rules',
    rule({
      trigger: { since: 'we_answered', minutes: 300 },
      actions: [{ kind: 'status', value: 'solved' }],
    }),
  );
}

/** Tickets that find their people by turn, by load, in a queue and out of it, and people who do what they like. */
export async function routedPast(world: World, seed: number): Promise<Stage & { ids: string[] }> {
  const ready = await routedStage(world);
  const { company, agents, teams } = ready;
  await setUpRouting(ready);
  const random = randomOf(seed);
  const one = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const timers = timersOf(world);
  const ids: string[] = [];
  const patch = (id: string, changes: object) => one(agents).call(`PATCH /tickets/${id}`, changes);
  const acts: ((id: string) => Promise<unknown>)[] = [
    (id) => one(agents).call(`POST /tickets/${id}/messages`, { body: 'Done?' }),
    (id) => patch(id, { status: 'solved' }),
    (id) => patch(id, { status: one(['open', 'on_hold', 'pending']) }),
    (id) => patch(id, { priority: one(['urgent', 'low']) }),
    (id) => patch(id, { teamId: one(teams).id }),
    (id) => patch(id, { assigneeId: one([...agents.map((each) => each.id), null]) }),
  ];
  for (let turn = 0; turn < 40; turn += 1) {
    for (let hour = random(3); hour > 0; hour -= 1) {
      world.clock.move({ hours: 1 });
      await timers.look();
      await handOutAll(world, company.id);
    }
    if (turn % 2 === 0) {
      const words = one([{ body: 'У нас пожар' }, { body: 'Нужно срочно' }, {}]);
      ids.push((await open(one(agents), words)).id as string);
    } else {
      await one(acts)(one(ids));
    }
    await handOutAll(world, company.id);
  }
  await timers.stop();
  return { ...ready, ids };
}
