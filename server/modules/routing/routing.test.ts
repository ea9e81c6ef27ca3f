import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../../kernel/log.ts';
import type { Company, Person } from '../../test/company.ts';
import { paged } from '../../test/paged.ts';
import { openRoutingDesk } from '../../test/routing-desk.ts';
import { openWorld, type World } from '../../test/world.ts';
import { handOut } from './commands/hand-out.ts';
import { systemActor } from '../../kernel/actor.ts';

let world: World;
let desk: ReturnType<typeof openRoutingDesk>;
beforeAll(async () => {
  world = await openWorld();
  desk = openRoutingDesk(world);
});
afterAll(() => world.close());

const saying = (word: string) => expect.objectContaining({ field: 'text', values: [word] });

describe('a new ticket', () => {
  test('goes to the team and to each of its people in turn, and says why', async () => {
    const all = await desk.teamOf(3);
    const { id } = await desk.rule(all);
    const tickets = [];
    for (let at = 0; at < 6; at += 1) {
      tickets.push(await desk.open(all.company));
    }
    const assignees = tickets.map(({ assignee }) => assignee.id as string);
    expect(new Set(assignees.slice(0, 3)).size).toBe(3);
    expect(assignees.slice(3)).toEqual(assignees.slice(0, 3));
    expect(tickets[0]).toMatchObject({ team: { id: all.team.id }, status: 'open' });
    const [event] = await world.events(all.company, {
      ticketId: tickets[3].id,
      name: 'ticket.assigned',
    });
    expect(event?.reason).toMatchObject({
      code: 'routed',
      params: { routingRuleId: id, way: 'round_robin', why: 'chosen' },
    });
    const { items } = await desk.why(all.company, tickets[3].id);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ outcome: 'handed', rule: { id }, userId: assignees[0] });
    expect(items[0].steps[0].candidates.map(([, verdict]: string[]) => verdict)).toEqual([
      'chosen',
      'later',
      'later',
    ]);
  });

  test('goes by the first rule that fits; the others say what did not hold', async () => {
    const all = await desk.teamOf(1);
    const other = await desk.known(all.company, () => all.company.team('Fire', []));
    const fire = await desk.rule(all, {
      name: 'Fire',
      condition: { all: [{ field: 'text', operator: 'any', values: ['пожар'] }] },
      steps: [{ teamId: other.id, way: 'team' }],
    });
    await desk.rule(all);
    const burning = await desk.open(all.company, { body: 'У нас пожары' });
    expect(burning).toMatchObject({ team: { id: other.id }, assignee: null });
    const calm = await desk.open(all.company);
    expect(calm.assignee.id).toBe(all.people[0]?.id);
    const { items } = await desk.why(all.company, calm.id);
    expect(items[0].passed).toMatchObject([
      { id: fire.id, why: 'condition', failed: [{ field: 'text', values: ['пожар'] }] },
    ]);
    await desk.heard(all.company, () =>
      all.company.administrator.call(`PATCH /routing-rules/${fire.id}`, { enabled: false }),
    );
    expect((await desk.open(all.company, { body: 'Пожар' })).assignee.id).toBe(all.people[0]?.id);
  });

  test('what a rule said when it was passed by is told when it says something else, and when it is gone', async () => {
    const all = await desk.teamOf(1);
    const { administrator } = all.company;
    const fire = await desk.rule(all, {
      name: 'Fire',
      condition: { all: [{ field: 'text', operator: 'any', values: ['пожар'] }] },
    });
    await desk.rule(all);
    const before = await desk.open(all.company);
    const condition = { all: [{ field: 'text', operator: 'any', values: ['потоп'] }] };
    await desk.heard(all.company, () =>
      administrator.call(`PATCH /routing-rules/${fire.id}`, { name: 'Flood', condition }),
    );
    const after = await desk.open(all.company);
    await desk.heard(all.company, () => administrator.call(`DELETE /routing-rules/${fire.id}`));
    const passedOf = async (ticketId: string) =>
      (await desk.why(all.company, ticketId)).items[0].passed;
    expect(await passedOf(before.id)).toEqual([
      expect.objectContaining({ id: fire.id, name: 'Fire', failed: [saying('пожар')] }),
    ]);
    expect(await passedOf(after.id)).toEqual([
      expect.objectContaining({ id: fire.id, name: 'Flood', failed: [saying('потоп')] }),
    ]);
  });

  test('goes to nobody who may not work on it or works here no more', async () => {
    const all = await desk.teamOf(2);
    const observer = await all.company.hire('observer', { teamIds: [all.team.id] });
    const [gone, left] = all.people as [Person, Person];
    await desk.rule(all);
    const leaves = { active: false, version: 1 };
    const { status } = await desk.known(all.company, () =>
      all.company.administrator.call(`PATCH /users/${gone.id}`, leaves),
    );
    expect(status).toBe(200);
    const { id, assignee } = await desk.open(all.company);
    expect(assignee.id).toBe(left.id);
    const { items } = await desk.why(all.company, id);
    expect(items[0].steps[0].candidates).toEqual(
      expect.arrayContaining([
        [observer.id, 'no_right'],
        [gone.id, 'inactive'],
      ]),
    );
  });

  test('comes to whoever has least in hand, weighed by priority, up to their capacity', async () => {
    const all = await desk.teamOf(2);
    const [busy, free] = all.people as [Person, Person];
    await desk.rule(all, { steps: [{ teamId: all.team.id, way: 'least_loaded' }] });
    await desk.open(all.company, { assigneeId: busy.id, priority: 'urgent' });
    const first = [await desk.open(all.company), await desk.open(all.company)];
    expect(first.map(({ assignee }) => assignee.id)).toEqual([free.id, free.id]);
    await desk.heard(all.company, () =>
      all.company.administrator.call(`PATCH /routing-agents/${free.id}`, { capacity: 4 }),
    );
    const third = await desk.open(all.company);
    expect(third.assignee.id).toBe(busy.id);
    const { items } = await desk.why(all.company, third.id);
    expect(items[0].steps[0].candidates).toContainEqual([free.id, 'full', 4, 4]);
    const { body } = await all.company.administrator.call('GET /routing-agents');
    const shown = body.items.find((one: { user: { id: string } }) => one.user.id === busy.id);
    expect(shown).toMatchObject({ load: 7, tickets: 2, capacity: null, state: 'available' });
    // Whoever may assign may know whose hands are full.
    const known = (await busy.call('GET /routing-agents/full')).body.items;
    expect(known).toEqual([{ userId: free.id, load: 4, capacity: 4 }]);
  });

  test('asks for skills, and takes whoever is there when nobody has them', async () => {
    const all = await desk.teamOf(2);
    const [novice, expert] = all.people as [Person, Person];
    const { administrator } = all.company;
    const { body: skill } = await desk.heard(all.company, () =>
      administrator.call('POST /skills', { name: 'SQL' }),
    );
    const knows = (userId: string, level: number) =>
      desk.heard(all.company, () =>
        administrator.call(`PATCH /routing-agents/${userId}`, {
          skills: [{ skillId: skill.id, level }],
        }),
      );
    await knows(novice.id, 1);
    await knows(expert.id, 3);
    await desk.rule(all, {
      skills: [{ skillId: skill.id, level: 2 }],
      steps: [
        { teamId: all.team.id, way: 'best_skilled' },
        { teamId: all.team.id, way: 'round_robin', anySkill: true },
      ],
    });
    const first = await desk.open(all.company);
    expect(first.assignee.id).toBe(expert.id);
    expect((await desk.why(all.company, first.id)).items[0].steps[0].candidates).toContainEqual([
      novice.id,
      'skill',
      skill.id,
      2,
      1,
    ]);
    await desk.heard(all.company, () =>
      administrator.call(`PATCH /routing-agents/${expert.id}`, { capacity: 0 }),
    );
    expect((await desk.open(all.company)).assignee.id).toBe(novice.id);
    expect(await administrator.call(`DELETE /skills/${skill.id}`)).toMatchObject({
      status: 409,
      body: { code: 'skill.in_use' },
    });
    expect(await administrator.call('POST /skills', { name: 'sql' })).toMatchObject({
      status: 409,
      body: { code: 'skill.name_taken' },
    });
  });

  test('comes to whoever the customer knows', async () => {
    const all = await desk.teamOf(3);
    const step = { teamId: all.team.id, way: 'round_robin', lastAgentFirst: true };
    await desk.rule(all, { steps: [step] });
    const requester = { email: 'known@acme.test', name: 'Known' };
    const first = await desk.open(all.company, { requester });
    await desk.open(all.company);
    const again = await desk.open(all.company, { requester });
    expect(again.assignee.id).toBe(first.assignee.id);
    expect((await desk.why(all.company, again.id)).items[0].steps[0].candidates[0][1]).toBe(
      'last_agent',
    );
  });

  test('leaves alone whom a person has chosen, and the team that they have chosen', async () => {
    const all = await desk.teamOf(1);
    const other = await desk.known(all.company, () => all.company.team('Other', []));
    await desk.rule(all);
    const { administrator } = all.company;
    const mine = await desk.open(all.company, { assigneeId: administrator.id });
    expect(mine).toMatchObject({ assignee: { id: administrator.id }, team: null });
    const theirs = await desk.open(all.company, { teamId: other.id });
    expect(theirs).toMatchObject({ assignee: null, team: { id: other.id } });
    expect((await desk.why(all.company, theirs.id)).now.passed).toMatchObject([{ why: 'team' }]);
    expect((await desk.open(all.company, { teamId: all.team.id })).assignee.id).toBe(
      all.people[0]?.id,
    );
  });

  test('of another company is not touched, nor are its settings', async () => {
    const all = await desk.teamOf(1);
    const { id } = await desk.rule(all);
    const other = await world.found();
    expect(await desk.open(other)).toMatchObject({ team: null, assignee: null });
    expect((await other.administrator.call(`PATCH /routing-rules/${id}`, {})).status).toBe(404);
    const [agent] = all.people as [Person];
    expect((await agent.call('GET /routing-rules')).status).toBe(403);
    const foreign = await desk.open(other);
    expect((await agent.call(`GET /tickets/${foreign.id}/routing`)).status).toBe(404);
  });
});

describe('a ticket that changes', () => {
  test('goes elsewhere while nobody has answered, and stays where a person has put it', async () => {
    const all = await desk.teamOf(1);
    const urgent = await all.company.hire('agent');
    const fast = await desk.known(all.company, () => all.company.team('Fast', [urgent.id]));
    await desk.rule(all, {
      name: 'Urgent',
      condition: { field: 'priority', operator: 'in', values: ['urgent'] },
      steps: [{ teamId: fast.id, way: 'round_robin' }],
    });
    await desk.rule(all);
    const { call } = all.company.administrator;
    const one = await desk.open(all.company);
    const moved = await call(`PATCH /tickets/${one.id}`, { priority: 'urgent' });
    expect(moved.body).toMatchObject({ team: { id: fast.id }, assignee: { id: urgent.id } });
    expect((await desk.why(all.company, one.id)).items).toHaveLength(2);
    const other = await desk.open(all.company);
    await call(`PATCH /tickets/${other.id}`, { assigneeId: all.company.administrator.id });
    const kept = await call(`PATCH /tickets/${other.id}`, { priority: 'urgent' });
    expect(kept.body.assignee.id).toBe(all.company.administrator.id);
  });
});

describe('when nobody is free', () => {
  const full = (company: Company, userId: string, capacity: number) =>
    desk.heard(company, () =>
      company.administrator.call(`PATCH /routing-agents/${userId}`, { capacity }),
    );

  test('a ticket waits in the queue of the team and is handed out once, the urgent first', async () => {
    const all = await desk.teamOf(1);
    const [agent] = all.people as [Person];
    await desk.rule(all);
    await full(all.company, agent.id, 0);
    const calm = await desk.open(all.company);
    const pressing = await desk.open(all.company, { priority: 'urgent' });
    expect(calm).toMatchObject({ team: { id: all.team.id }, assignee: null, status: 'new' });
    const { call } = all.company.administrator;
    const { body } = await call('GET /routing-queue?limit=1');
    expect(body).toMatchObject({ items: [{ ticket: { id: calm.id } }], next: expect.anything() });
    const rest = await call(`GET /routing-queue?after=${body.next}`);
    expect(rest.body).toMatchObject({ items: [{ ticket: { id: pressing.id } }], next: null });
    await full(all.company, agent.id, 5);
    await handOutAll(all.company);
    const after = async (id: string) => (await call(`GET /tickets/${id}`)).body;
    expect((await after(pressing.id)).assignee.id).toBe(agent.id);
    expect((await after(calm.id)).assignee).toBeNull();
    await agent.call(`POST /tickets/${pressing.id}/messages`, { body: 'Done' });
    await call(`PATCH /tickets/${pressing.id}`, { status: 'solved' });
    await Promise.all([handOutAll(all.company), handOutAll(all.company)]);
    expect((await after(calm.id)).assignee.id).toBe(agent.id);
    const assigned = await world.events(all.company, {
      ticketId: calm.id,
      name: 'ticket.assigned',
    });
    expect(assigned).toHaveLength(1);
    expect((await call('GET /routing-queue')).body.items).toEqual([]);
  });

  test('whoever takes a waiting ticket by hand has it', async () => {
    const all = await desk.teamOf(1);
    const [agent] = all.people as [Person];
    await desk.rule(all);
    await full(all.company, agent.id, 0);
    const { id } = await desk.open(all.company);
    const { administrator } = all.company;
    await administrator.call(`PATCH /tickets/${id}`, { assigneeId: administrator.id });
    expect((await administrator.call('GET /routing-queue')).body.items).toEqual([]);
    await full(all.company, agent.id, 5);
    const actor = systemActor(all.company.id, 'routing');
    expect(await world.app.executor.execute(handOut, { ticketId: id }, actor)).toEqual({
      waits: false,
    });
  });
});

async function handOutAll(company: Company): Promise<void> {
  const { handOutWaiting } = await import('./hand-out-waiting.ts');
  await handOutWaiting(
    {
      db: world.db,
      clock: world.clock.now,
      log: silentLog,
      executor: world.app.executor,
      memory: world.app.routing,
    },
    company.id,
  );
}

describe('many at once', () => {
  test('letters of one moment are shared out evenly', async () => {
    const all = await desk.teamOf(4);
    await desk.rule(all, { steps: [{ teamId: all.team.id, way: 'least_loaded' }] });
    const letter = (n: number) =>
      `From: L <l${n}@acme.test>\r\nTo: support@localhost\r\nSubject: Letter ${n}\r\nMessage-ID: <${n}@routing.test>\r\n\r\nHello ${n}\r\n`;
    const many = Array.from({ length: 24 }, (_, n) => n);
    await Promise.all(many.map((n) => world.mail(all.company, letter(n), { settle: false })));
    await world.settle();
    const { rows } = await world.admin.query<{ n: number }>(
      'select count(*)::int as n from ticket where workspace_id = $1 group by assignee_id',
      [all.company.id],
    );
    expect(rows.map(({ n }) => n)).toEqual([6, 6, 6, 6]);
  });

  test('what people have in hand is counted right however it has changed', async () => {
    const all = await desk.teamOf(2);
    const [one, other] = all.people as [Person, Person];
    const { call } = all.company.administrator;
    const ticket = await desk.open(all.company, { assigneeId: one.id });
    await call(`PATCH /tickets/${ticket.id}`, { priority: 'high' });
    await call(`PATCH /tickets/${ticket.id}`, { assigneeId: other.id });
    await call(`PATCH /tickets/${ticket.id}`, { status: 'solved' });
    await call(`PATCH /tickets/${ticket.id}`, { status: 'open' });
    const { rows } = await world.admin.query(
      `select user_id, priority, sum(n)::int as n from ticket_load where workspace_id = $1
       group by 1, 2 having sum(n) <> 0`,
      [all.company.id],
    );
    expect(rows).toEqual([{ user_id: other.id, priority: 'high', n: 1 }]);
  });
});

describe('a draft', () => {
  test('is tried on a ticket without changing anything', async () => {
    const all = await desk.teamOf(1);
    const { id } = await desk.open(all.company);
    const { call } = all.company.administrator;
    const draft = {
      name: 'Draft',
      condition: { field: 'subject', operator: 'any', values: ['кассы'] },
      steps: [{ teamId: all.team.id, way: 'round_robin' }],
    };
    const { body, status } = await call('POST /routing-rules/preview', { ticketId: id, draft });
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'handed', userId: all.people[0]?.id });
    expect(body.names[all.team.id]).toBe('Line');
    expect((await call(`GET /tickets/${id}`)).body.assignee).toBeNull();
    expect((await call('GET /routing-rules')).body.items).toEqual([]);
    const wrong = await call('POST /routing-rules', { ...draft, steps: [] });
    expect(wrong.status).toBe(400);
  });

  test('is refused when somebody has changed the rule meanwhile; order and removal are kept', async () => {
    const all = await desk.teamOf(1);
    const first = await desk.rule(all, { name: 'First' });
    const second = await desk.rule(all, { name: 'Second' });
    const { call } = all.company.administrator;
    const stale = { name: 'Mine', version: 1 };
    expect((await call(`PATCH /routing-rules/${first.id}`, stale)).body.version).toBe(2);
    expect((await call(`PATCH /routing-rules/${first.id}`, stale)).status).toBe(409);
    await call('PUT /routing-rules/order', { ids: [second.id, first.id] });
    const { body } = await call('GET /routing-rules');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Second', 'Mine']);
    expect((await call(`DELETE /routing-rules/${second.id}`)).status).toBe(200);
    expect((await call('GET /routing-rules')).body.items).toHaveLength(1);
  });

  test('stands in lists that come a page at a time', async () => {
    const all = await desk.teamOf(2);
    const { call } = all.company.administrator;
    for (const name of ['One', 'two', 'Three']) {
      await desk.rule(all, { name });
      await call('POST /skills', { name });
    }
    for (const list of ['routing-rules', 'skills', 'routing-agents', 'availability', 'schedules']) {
      const whole = (await call(`GET /${list}`)).body.items;
      expect(whole.length).toBeGreaterThan(2);
      expect([list, await paged(call, list)]).toEqual([list, whole]);
    }
  });
});
