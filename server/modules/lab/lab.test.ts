import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import {
  aboutFire,
  livedThrough,
  made,
  open,
  promise,
  rule,
  saved,
  stage,
} from '../../test/lived-past.ts';
import { routedPast } from '../../test/routed-past.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const fresh = (setting: string, definition: object) => ({
  setting,
  id: null,
  version: null,
  definition,
});

async function tried(by: Person, changes: object[], days = 30): Promise<Json> {
  const { id } = await made(by, 'POST /lab/runs', { changes, days });
  await world.settle();
  const { body } = await by.call(`GET /lab/runs/${id}`);
  expect(body.state, JSON.stringify(body)).toBe('done');
  return body;
}

/** Everything of a company beside what the lab itself writes, and the bookkeeping of its jobs and requests. */
async function rowsOf(company: Company): Promise<Record<string, string>> {
  const { rows } = await world.admin.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public'
     and column_name = 'workspace_id' and table_name not in ('lab_run', 'lab_example')`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const but = name === 'event' ? `and name not like 'lab.%'` : '';
    const { rows: counted } = await world.admin.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum
       from ${name} t where workspace_id = $1 ${but}`,
      [company.id],
    );
    found[name] = counted[0]?.sum ?? '';
  }
  return found;
}

/** Who asks is seen, and cards are compared a moment after they were made: both are written down by others. */
async function atRest(company: Company): Promise<Record<string, string>> {
  await company.administrator.call('GET /session');
  await world.settle();
  for (let before = await rowsOf(company); ;) {
    await pause(400);
    const after = await rowsOf(company);
    if (after['person_key'] !== '0 ' && JSON.stringify(after) === JSON.stringify(before)) {
      return after;
    }
    before = after;
  }
}

describe('a replay', () => {
  test.each([3, 77])('by the same settings finds the past exactly (%i)', async (seed) => {
    const { company } = await livedThrough(world, seed);
    const { administrator } = company;
    const [first] = (await administrator.call('GET /rules')).body.items as Json[];
    const definition = rule({
      condition: first?.condition,
      actions: first?.actions,
    });
    const same = { setting: 'rule', id: first?.id, version: first?.version, definition };
    const { result } = await tried(administrator, [same]);
    expect(result.faithful).toEqual({ same: 10, of: 10, person: null });
    expect(result.tickets).toEqual({
      opened: 10,
      older: 0,
      different: 0,
      turns: 0,
      incomplete: 0,
      left: 0,
    });
    const count = async (text: string) =>
      (await world.admin.query<{ key: string; n: number }>(text, [company.id])).rows.map(
        ({ key, n }) => [key, n] as const,
      );
    const uses = await count(
      'select rule_id as key, sum(n)::int as n from rule_use where workspace_id = $1 group by 1',
    );
    expect(Object.fromEntries(result.rules.map((one: Json) => [one.id, one.was]))).toEqual(
      Object.fromEntries(uses),
    );
    const effects = await count(
      `select action->>'kind' as key, count(*)::int as n from rule_effect
       where workspace_id = $1 and (problem is null or problem <> 'rule.answers_too_often') group by 1`,
    );
    expect(Object.fromEntries(result.effects.map((one: Json) => [one.kind, one.was]))).toEqual(
      Object.fromEntries(effects),
    );
    const told = await count(
      `select payload->>'target' as key, count(distinct ticket_id)::int as n from event
       where workspace_id = $1 and name = 'sla.breached' group by 1`,
    );
    const late = result.targets.filter((one: Json) => one.late.was > 0);
    expect(Object.fromEntries(late.map((one: Json) => [one.target, one.late.was]))).toEqual(
      Object.fromEntries(told),
    );
    expect(told.length).toBeGreaterThan(0);
  });

  test.each([5, 21])('finds for every ticket whom routing found (%i)', async (seed) => {
    const { company, ids } = await routedPast(world, seed);
    const { administrator } = company;
    const [first] = (await administrator.call('GET /rules')).body.items as Json[];
    const definition = rule({ condition: first?.condition, actions: first?.actions });
    const change = { setting: 'rule', id: first?.id, version: first?.version, definition };
    const { result } = await tried(administrator, [change]);
    const all = { same: ids.length, of: ids.length };
    expect(result.faithful).toEqual({ ...all, person: all });
    expect(result.tickets).toMatchObject({ opened: ids.length, different: 0, turns: 0 });
    expect(result.waited.tickets.was).toBeGreaterThan(0);
    // Without the rule what was urgent goes to the first line, and others come to the second line's turn.
    const without = await tried(administrator, [{ ...change, definition: null }]);
    expect(without.result.routing).toBe('anew');
    expect(without.result.tickets.different).toBeGreaterThan(0);
    const got = (side: string) =>
      without.result.people.reduce((sum: number, { got: one }: Json) => sum + one[side], 0);
    expect(without.result.people.some(({ got: one }: Json) => one.was !== one.would)).toBe(true);
    expect(got('was')).toBe(
      result.people.reduce((sum: number, { got: one }: Json) => sum + one.was, 0),
    );
  });

  test('says what would be different, by whom and why, and changes nothing at all', async () => {
    const { company, agents, teams } = await stage(world);
    const [by] = agents as [Person];
    const [, second] = teams as [unknown, { id: string }];
    const burning = await open(by, { body: 'У нас пожар' });
    await open(by);
    world.clock.move({ hours: 2 });
    await by.call(`PATCH /tickets/${burning.id}`, { teamId: second.id });
    const before = await atRest(company);
    const run = await tried(company.administrator, [
      fresh(
        'rule',
        rule({
          name: 'Fires',
          condition: aboutFire,
          actions: [
            { kind: 'team', value: second.id },
            { kind: 'notify', userIds: [by.id], assignee: false, text: 'Go' },
          ],
        }),
      ),
      fresh('sla_policy', promise(60)),
    ]);
    expect(await rowsOf(company)).toEqual(before);
    const { result } = run;
    expect(result.tickets).toMatchObject({ opened: 2, different: 2 });
    expect(result.fields).toEqual([
      { field: 'teamId', tickets: 1, pairs: [{ was: null, would: second.id, tickets: 1 }] },
    ]);
    expect(result.byHand).toEqual([{ field: 'teamId', was: 1, would: 0 }]);
    expect(result.effects).toEqual([{ kind: 'notify', was: 0, would: 1 }]);
    expect(result.targets).toContainEqual({
      target: 'first_response',
      late: { was: 0, would: 2 },
      met: { was: 0, would: 0 },
      nowInTime: 0,
      nowLate: 2,
    });
    expect(result.teams).toContainEqual({
      id: second.id,
      came: { was: 1, would: 1 },
      late: { was: 0, would: 1 },
    });
    expect(result.names[second.id]).toBe('Second line');
    const { body } = await by.call(`GET /lab/runs/${run.id}/examples?kind=field%20teamId`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ number: burning.number });
    expect(body.items[0].differences[0]).toMatchObject({
      kind: 'field teamId',
      was: null,
      would: second.id,
      side: 'would',
      reason: { code: 'rule', params: { name: 'Fires' } },
    });
  });

  test('of routing finds the past by the same rules, says who else would have got what, and gives the change', async () => {
    const { company, agents, teams } = await stage(world);
    const [by] = agents as [Person];
    const [first, second] = teams as [{ id: string }, { id: string }];
    const { administrator } = company;
    const definition = {
      name: 'To the first line',
      enabled: true,
      condition: { all: [] },
      skills: [],
      steps: [{ teamId: first.id, way: 'round_robin' }],
    };
    const stored = await saved(company, 'POST /routing-rules', definition);
    await open(by, { body: 'У нас пожар' });
    await open(by);
    const { id, version } = stored;
    const change = { setting: 'routing_rule', id, version, definition };
    const same = await tried(administrator, [change]);
    const both = { same: 2, of: 2 };
    expect(same.result.faithful).toEqual({ ...both, person: both });
    expect(same.result.tickets).toMatchObject({ opened: 2, different: 0 });
    const steps = [{ teamId: second.id, way: 'team' }];
    const other = { ...change, definition: { ...definition, condition: aboutFire, steps } };
    const run = await tried(administrator, [other]);
    const team = run.result.fields.find(({ field }: Json) => field === 'teamId');
    expect(team.pairs).toContainEqual({ was: first.id, would: second.id, tickets: 1 });
    expect(team.pairs).toContainEqual({ was: first.id, would: null, tickets: 1 });
    const asked = `GET /lab/runs/${run.id}/examples?kind=field%20teamId` as const;
    const { body } = await administrator.call(asked);
    const [, burning] = body.items as [Json, Json];
    expect(burning.differences).toContainEqual(
      expect.objectContaining({
        side: 'would',
        reason: expect.objectContaining({ code: 'routed_to_team' }),
      }),
    );
    expect((await (await company.hire('agent')).call(asked)).status).toBe(403);
    expect((await administrator.call(`POST /lab/runs/${run.id}/switch-on`)).status).toBe(200);
    const [rule1] = (await administrator.call('GET /routing-rules')).body.items;
    expect(rule1).toMatchObject({ id, version: 2, steps: [{ teamId: second.id, way: 'team' }] });
  });

  test('switches the change on when the window begins for what was open already', async () => {
    const { company, agents } = await stage(world);
    const [by] = agents as [Person];
    const old = await open(by);
    world.clock.move({ days: 10 });
    await by.call(`POST /tickets/${old.id}/messages`, { body: 'At last' });
    const run = await tried(company.administrator, [fresh('sla_policy', promise(60))], 7);
    expect(run.result.tickets).toMatchObject({ opened: 0, older: 1, different: 1 });
    expect(run.result.targets).toContainEqual(
      expect.objectContaining({ target: 'first_response', late: { was: 0, would: 1 } }),
    );
  });
});

describe('a run', () => {
  test('is switched on as it was tried, once, and only while nobody has changed the setting', async () => {
    const { company } = await stage(world);
    const { administrator } = company;
    const known = await saved(company, 'POST /rules', rule({ name: 'Old' }));
    const { id, version } = known;
    const definition = rule({ name: 'New' });
    const change = { setting: 'rule', id, version, definition };
    const [run, stale, gone] = [
      await tried(administrator, [change, fresh('sla_policy', promise(60))]),
      await tried(administrator, [change]),
      await tried(administrator, [{ ...change, definition: null }]),
    ];
    expect(run.title).toBe('New, Promise');
    const on = ({ id: runId }: Json) => administrator.call(`POST /lab/runs/${runId}/switch-on`, {});
    expect((await on(run)).status).toBe(200);
    expect((await administrator.call('GET /rules')).body.items).toMatchObject([
      { name: 'New', version: 2 },
    ]);
    expect((await administrator.call('GET /sla-policies')).body.items).toMatchObject([
      { name: 'Promise' },
    ]);
    expect((await on(run)).body.code).toBe('lab.switched_on');
    expect((await on(stale)).body.code).toBe('lab.settings_changed');
    expect((await on(gone)).body.code).toBe('lab.settings_changed');
    expect((await administrator.call('GET /rules')).body.items).toHaveLength(1);
  });

  test('puts a setting where it was tried, above what it would never have been asked after', async () => {
    const { company, teams } = await stage(world);
    const [first, second] = teams as [{ id: string }, { id: string }];
    const to = (name: string, { id: teamId }: { id: string }) => ({
      name,
      enabled: true,
      condition: { all: [] },
      skills: [],
      steps: [{ teamId, way: 'team' }],
    });
    await saved(company, 'POST /routing-rules', to('All', first));
    await open(company.administrator);
    const last = fresh('routing_rule', to('Better', second));
    expect((await tried(company.administrator, [last])).result.tickets.different).toBe(0);
    const run = await tried(company.administrator, [{ ...last, place: 1 }]);
    expect(run.result.tickets.different).toBe(1);
    await company.administrator.call(`POST /lab/runs/${run.id}/switch-on`, {});
    expect((await company.administrator.call('GET /routing-rules')).body.items).toMatchObject([
      { name: 'Better' },
      { name: 'All' },
    ]);
  });

  test('is for whoever may change the setting, and shows nobody a ticket that they may not see', async () => {
    const { company, agents, teams } = await stage(world);
    const [by] = agents as [Person];
    const [first, second] = teams as [{ id: string }, { id: string }];
    await open(by, { teamId: first.id });
    await open(by, { teamId: second.id });
    const agent = await company.hire('agent');
    const limited = await company.hire(
      { permissions: ['ticket.read', 'rule.change'], scope: 'teams' },
      { teamIds: [first.id] },
    );
    const asked = { changes: [fresh('rule', rule({}))], days: 7 };
    expect((await agent.call('POST /lab/runs', asked)).status).toBe(403);
    expect((await agent.call('GET /lab/runs')).status).toBe(403);
    const promises = { changes: [fresh('sla_policy', promise(5))], days: 7 };
    expect((await limited.call('POST /lab/runs', promises)).status).toBe(403);
    const foreign = await tried(company.administrator, promises.changes, 7);
    const run = await tried(limited, asked.changes, 7);
    expect((await limited.call(`GET /lab/runs/${foreign.id}`)).status).toBe(403);
    expect((await limited.call('GET /lab/runs')).body.items).toHaveLength(1);
    expect(run.result.tickets.different).toBe(2);
    const { body } = await limited.call(`GET /lab/runs/${run.id}/examples`);
    expect([body.items.length, body.hidden]).toEqual([1, 1]);
    const other = await stage(world);
    const { call } = other.company.administrator;
    expect((await call(`GET /lab/runs/${run.id}`)).status).toBe(404);
    expect((await call(`DELETE /lab/runs/${run.id}`)).status).toBe(404);
  });

  test('is stopped, kept, forgotten after a week, and refused when too many wait', async () => {
    const { company } = await stage(world);
    const { administrator } = company;
    const asked = { changes: [fresh('rule', rule({}))], days: 7 };
    const runs = [];
    for (let n = 0; n < 5; n += 1) {
      runs.push(await tried(administrator, asked.changes, 7));
    }
    await administrator.call(`PATCH /lab/runs/${runs[0]?.id}`, { kept: true });
    world.clock.move({ days: 8 });
    await world.admin.query(`update lab_run set state = 'waiting' where id = $1`, [runs[1]?.id]);
    const stopped = await administrator.call(`POST /lab/runs/${runs[1]?.id}/cancel`, {});
    expect(stopped.body.state).toBe('cancelled');
    await world.admin.query(
      `insert into lab_run (workspace_id, id, user_name, changes, title, days, state, created_at)
       select workspace_id, gen_random_uuid(), 'x', changes, 'x', 7, 'waiting', created_at
       from lab_run, generate_series(1, 5) where id = $1`,
      [runs[0]?.id],
    );
    const refused = await administrator.call('POST /lab/runs', asked);
    expect(refused.body.code).toBe('lab.too_many');
    await world.admin.query(`update lab_run set state = 'cancelled' where title = 'x'`);
    const last = await made(administrator, 'POST /lab/runs', asked);
    const left = (await administrator.call('GET /lab/runs')).body.items as Json[];
    expect(left.map(({ id }) => id)).toEqual([last.id, runs[0]?.id]);
  });

  test('refuses two changes of one setting, and a setting that is not there', async () => {
    const { company } = await stage(world);
    const { administrator } = company;
    const { id, version } = await saved(company, 'POST /rules', rule({}));
    const change = { setting: 'rule', id, version, definition: null };
    const post = (changes: object[]) => administrator.call('POST /lab/runs', { changes });
    expect((await post([change, change])).body.code).toBe('lab.named_twice');
    const unknown = { ...change, id: '01900000-0000-7000-8000-00000000dead' };
    expect((await post([unknown])).body.code).toBe('rule.not_found');
    expect((await post([{ ...change, id: null, version: null }])).status).toBe(400);
    expect((await post([])).status).toBe(400);
  });
});
