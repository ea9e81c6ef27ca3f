import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Company } from '../../test/company.ts';
import { systemActor } from '../../kernel/actor.ts';
import { silentLog } from '../../kernel/log.ts';
import { openSecrets } from '../../kernel/secrets/secrets.ts';
import { openWorld, type World } from '../../test/world.ts';
import { addRule } from './commands/change-rules.ts';
import { runOwnEffects, runWebhooks } from './effects/run-effects.ts';
import { openKnownRules } from './known-rules.ts';
import { startRuleTimers } from './timers/rule-timers.ts';

let world: World;
let secrets: Awaited<ReturnType<typeof openSecrets>>;
beforeAll(async () => {
  world = await openWorld();
  secrets = await openSecrets(world.dataDir);
});
afterAll(() => world.close());

const rule = (parts: object) => ({
  name: 'Fires first',
  trigger: { on: ['opened'] },
  condition: { field: 'text', operator: 'any', values: ['пожар'] },
  actions: [{ kind: 'priority', value: 'urgent' }],
  ...parts,
});

/** Every process hears of a change a moment after its commit. */
async function saved(company: Company, parts: object) {
  const { status, body } = await company.administrator.call('POST /rules', rule(parts));
  expect(status).toBe(201);
  await sleep(150);
  return body;
}

let opened = 0;
async function open(company: Company, parts: object = {}) {
  opened += 1;
  const { body } = await company.administrator.call('POST /tickets', {
    subject: 'Горим',
    body: 'У нас пожары',
    requester: { email: `c${opened}@acme.test`, name: 'C' },
    ...parts,
  });
  return body;
}

const messages = async (company: Company, id: string) =>
  (await company.administrator.call(`GET /tickets/${id}/messages`)).body.items;

describe('a rule', () => {
  test('acts in the transaction that opens the ticket, and the history says why', async () => {
    const company = await world.found();
    const { id } = await saved(company, {});
    const ticket = await open(company);
    expect(ticket.priority).toBe('urgent');
    const [event] = await world.events(company, {
      ticketId: ticket.id,
      name: 'ticket.priority-changed',
    });
    expect(event?.reason).toMatchObject({
      code: 'rule',
      params: { ruleId: id, name: 'Fires first', matched: [{ field: 'text' }] },
    });
    expect((await open(company, { body: 'Тишина' })).priority).toBe('normal');
    const { body } = await company.administrator.call('GET /rules');
    expect(body.items[0].uses).toMatchObject({ total: 1, last30Days: 1 });
    const uses = await company.administrator.call(`GET /rules/${id}/uses`);
    expect(uses.body.items).toMatchObject([{ ticket: { id: ticket.id } }]);
    await open(company);
    const { body: newer } = await company.administrator.call(`GET /rules/${id}/uses?limit=1`);
    const older = await company.administrator.call(`GET /rules/${id}/uses?after=${newer.next}`);
    expect(older.body).toMatchObject({ items: [{ ticket: { id: ticket.id } }], next: null });
  });

  test('of one company knows nothing of another', async () => {
    const [one, other] = [await world.found(), await world.found()];
    const { id } = await saved(one, {});
    expect((await open(other)).priority).toBe('normal');
    const { status } = await other.administrator.call(`PATCH /rules/${id}`, { name: 'Mine' });
    expect(status).toBe(404);
    const agent = await one.hire('agent');
    expect((await agent.call('GET /rules')).status).toBe(403);
  });

  test('acts upon a letter', async () => {
    const company = await world.found();
    await saved(company, {});
    await world.mail(
      company,
      'From: Rita <rita@acme.test>\r\nTo: support@localhost\r\nSubject: Fire\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nПожар в подвале\r\n',
    );
    const { body } = await company.administrator.call('GET /tickets');
    expect(body.items).toMatchObject([{ priority: 'urgent' }]);
  });

  test('is off, on, in another order, and as it was before', async () => {
    const company = await world.found();
    const first = await saved(company, { actions: [{ kind: 'priority', value: 'high' }] });
    const second = await saved(company, {
      name: 'Then low',
      actions: [{ kind: 'priority', value: 'low' }],
    });
    expect((await open(company)).priority).toBe('low');
    const { call } = company.administrator;
    await call('PUT /rules/order', { ids: [second.id, first.id] });
    await sleep(150);
    expect((await open(company)).priority).toBe('high');
    const changed = await call(`PATCH /rules/${first.id}`, { enabled: false, version: 1 });
    expect(changed.body).toMatchObject({ enabled: false, version: 2 });
    expect((await call(`PATCH /rules/${first.id}`, { name: 'x', version: 1 })).status).toBe(409);
    await call(`PATCH /rules/${first.id}`, { name: 'Renamed' });
    const back = await call(`POST /rules/${first.id}/roll-back`, { to: 1 });
    expect(back.body).toMatchObject({ name: 'Fires first', enabled: false, version: 4 });
    const versionsOf = async (page: string) => {
      const { items, next } = (await call(`GET /rules/${first.id}/versions?${page}`)).body;
      return [items.map((each: { version: number }) => each.version), next];
    };
    const [newest, next] = await versionsOf('limit=3');
    expect(newest).toEqual([4, 3, 2]);
    expect(await versionsOf(`limit=3&after=${next}`)).toEqual([[1], null]);
    const page = (await call('GET /rules?limit=1')).body;
    expect(page.items).toMatchObject([{ id: second.id }]);
    expect((await call(`GET /rules?after=${page.next}`)).body).toMatchObject({
      items: [{ id: first.id, version: 4 }],
      next: null,
    });
    expect((await call(`DELETE /rules/${first.id}`)).status).toBe(200);
  });

  test('that names what is gone says so, and does the rest', async () => {
    const company = await world.found();
    const team = await company.team('Gone soon');
    const { id } = await saved(company, {
      actions: [
        { kind: 'team', value: team.id },
        { kind: 'priority', value: 'high' },
      ],
    });
    expect((await open(company)).team.id).toBe(team.id);
    const { body } = await company.administrator.call(`PATCH /rules/${id}`, {
      actions: [
        { kind: 'team', value: '01900000-0000-7000-8000-00000000dead' },
        { kind: 'priority', value: 'high' },
      ],
    });
    expect(body.problems).toEqual([{ path: 'actions.0', code: 'gone' }]);
    await sleep(150);
    expect(await open(company)).toMatchObject({ team: null, priority: 'high' });
  });
});

describe('what a rule does beside changing the ticket', () => {
  test('is written once, calls colleagues, and calls no rule again', async () => {
    const company = await world.found();
    const ann = await company.hire('agent');
    await saved(company, {
      trigger: { on: ['opened', 'noted'] },
      condition: { all: [] },
      actions: [{ kind: 'notify', userIds: [ann.id], assignee: false, text: 'Look at this' }],
    });
    const ticket = await open(company);
    await world.settle();
    const notices = async () => (await ann.call('GET /notices')).body.items;
    await expect.poll(notices, { timeout: 5_000 }).toMatchObject([
      {
        kind: 'rule',
        ticket: { id: ticket.id },
        preview: 'Look at this',
        actor: { name: 'Fires first' },
      },
    ]);
    const effects = await company.administrator.call('GET /rules/effects');
    expect(effects.body.items).toMatchObject([{ state: 'done' }]);
    // The job of a process that died after its work.
    await runOwnEffects(parts()).run(jobOf(company, effects.body.items[0].id));
    expect(await world.events(company, { name: 'ticket.notified-by-rule' })).toHaveLength(1);
  });

  test('answers from a template, but no program', async () => {
    const company = await world.found();
    const template = await company.administrator.call('POST /templates', {
      name: 'Got it',
      text: { en: { body: 'We have it, {{ customer.first_name }}' } },
    });
    await saved(company, {
      condition: { all: [] },
      actions: [{ kind: 'reply', templateId: template.body.id }],
    });
    const ticket = await open(company, {
      requester: { email: 'rita@acme.test', name: 'Rita Orlova' },
    });
    await world.settle();
    const [, reply] = await messages(company, ticket.id);
    expect(reply).toMatchObject({
      visibility: 'public',
      text: expect.stringContaining('We have it, Rita'),
    });
    await world.mail(
      company,
      'From: robot@acme.test\r\nTo: support@localhost\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nI am away\r\n',
    );
    const { body } = await company.administrator.call('GET /rules/effects');
    expect(body.items).toHaveLength(1);
  });

  test('that cannot be done is listed, and can be tried again', async () => {
    const company = await world.found();
    const stranger = await company.hire({ permissions: ['ticket.read'], scope: 'teams' });
    const team = await company.team('Secret');
    await saved(company, {
      condition: { all: [] },
      actions: [{ kind: 'notify', userIds: [stranger.id], assignee: false, text: 'Look' }],
    });
    const ticket = await open(company, { teamId: team.id });
    await world.settle();
    const { call } = company.administrator;
    const failed = await call('GET /rules/effects?state=failed');
    expect(failed.body.items).toMatchObject([
      { problem: 'mention.cannot_see', ticketId: ticket.id },
    ]);
    expect((await call('GET /rules')).body.items[0].failedEffects).toBe(1);
    await call(`PATCH /tickets/${ticket.id}`, { teamId: null });
    const id = failed.body.items[0].id;
    expect((await call(`POST /rules/effects/${id}/replay`)).status).toBe(200);
    await world.settle();
    expect((await call('GET /rules/effects')).body.items).toMatchObject([{ state: 'done' }]);
    expect((await call(`POST /rules/effects/${id}/replay`)).status).toBe(409);
  });

  test('calls a webhook that is signed, again until it answers', async () => {
    const got: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        got.push({ headers: request.headers, body });
        response.writeHead(got.length === 1 ? 500 : 204).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const company = await world.found();
    const { call } = company.administrator;
    const { secret } = (await call('POST /rules/secret')).body;
    await saved(company, {
      condition: { all: [] },
      actions: [{ kind: 'webhook', url: `http://127.0.0.1:${port}/hook` }],
    });
    const ticket = await open(company);
    const { rows } = await world.admin.query('select id from rule_effect where workspace_id = $1', [
      company.id,
    ]);
    const job = jobOf(company, rows[0].id);
    // The worker of this world may not reach our own machine, as nobody may.
    await world.settle();
    expect((await call('GET /rules/effects')).body.items).toMatchObject([
      { state: 'failed', problem: expect.stringMatching(/^outside\./) },
    ]);
    await world.admin.query(
      `update rule_effect set state = 'queued', attempts = 0 where workspace_id = $1`,
      [company.id],
    );
    await expect(runWebhooks(parts()).run(job)).rejects.toThrow('500');
    expect((await call('GET /rules/effects')).body.items).toMatchObject([
      { state: 'queued', attempts: 1, problem: 'http.500' },
    ]);
    await runWebhooks(parts()).run(job);
    await runWebhooks(parts()).run(job);
    server.close();
    expect(got).toHaveLength(2);
    const { headers, body } = got[1] as (typeof got)[number];
    const signed = `${String(headers['x-otklik-timestamp'])}.${body}`;
    expect(headers['x-otklik-signature']).toBe(
      `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`,
    );
    expect(JSON.parse(body)).toMatchObject({
      ticket: { id: ticket.id },
      rule: { name: 'Fires first' },
    });
  });
});

describe('a rule of time', () => {
  test('acts once for a ticket and moment, also when two workers look at once', async () => {
    const company = await world.found();
    await saved(company, {
      trigger: { since: 'customer_wrote', minutes: 60 },
      actions: [
        { kind: 'priority', value: 'high' },
        { kind: 'note', text: 'An hour has passed' },
      ],
    });
    const ticket = await open(company);
    const late = await open(company, { body: 'Тишина' });
    const known = openKnownRules(world.db);
    const timers = [1, 2].map(() =>
      startRuleTimers({
        db: world.db,
        clock: world.clock.now,
        log: silentLog,
        executor: world.app.executor,
        known,
        contributions: () => [],
      }),
    );
    const look = () => Promise.all(timers.map((timer) => timer.look()));
    const read = async (id: string) =>
      (await company.administrator.call(`GET /tickets/${id}`)).body;
    await look();
    expect((await read(ticket.id)).priority).toBe('normal');
    world.clock.move({ hours: 2 });
    await look();
    await look();
    expect((await read(ticket.id)).priority).toBe('high');
    expect((await read(late.id)).priority).toBe('normal');
    const { rows } = await world.admin.query(
      'select count(*)::int as n from rule_effect where workspace_id = $1',
      [company.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
    // A new word begins a new time.
    await company.administrator.call(`POST /tickets/${ticket.id}/messages`, { body: 'Soon' });
    world.clock.move({ hours: 2 });
    await look();
    expect(
      (await world.admin.query('select 1 from rule_effect where workspace_id = $1', [company.id]))
        .rowCount,
    ).toBe(1);
    await Promise.all(timers.map((timer) => timer.stop()));
    await known.close();
  });

  test('does not begin its time anew by what it does itself, only others do', async () => {
    const company = await world.found();
    const { call } = company.administrator;
    await saved(company, {
      trigger: { since: 'changed', minutes: 60 },
      actions: [
        { kind: 'tags', add: ['quiet'], remove: [] },
        { kind: 'note', text: 'Nothing has happened for an hour' },
      ],
    });
    const ticket = await open(company);
    const known = openKnownRules(world.db);
    const timer = startRuleTimers({
      db: world.db,
      clock: world.clock.now,
      log: silentLog,
      executor: world.app.executor,
      known,
      contributions: () => [],
    });
    const notesAfter = async (hours: number) => {
      world.clock.move({ hours });
      await timer.look();
      await world.settle();
      return (await messages(company, ticket.id)).length - 1;
    };
    expect(await notesAfter(2)).toBe(1);
    expect(await notesAfter(2)).toBe(1);
    await call(`PATCH /tickets/${ticket.id}`, { priority: 'high' });
    expect(await notesAfter(2)).toBe(2);
    await timer.stop();
    await known.close();
  });
});

test('a company without a change of its rules is not asked for them again', async () => {
  const company = await world.found();
  await world.app.executor.execute(addRule, rule({ enabled: true }), systemActor(company.id));
  const known = openKnownRules(world.db);
  await sleep(300);
  const read = () => world.db.read(company.id, (reader) => known.of(company.id, reader));
  expect((await read()).rules).toHaveLength(1);
  const silent = new Proxy({}, { get: () => expect.unreachable('the database was asked') });
  expect((await known.of(company.id, silent as never)).rules).toHaveLength(1);
  await known.close();
});

const parts = () => ({
  db: world.db,
  executor: () => world.app.executor,
  log: silentLog,
  secrets,
  webhookReach: { allowPrivate: true, isAllowed: () => true },
});
const jobOf = (company: Company, effectId: string) => ({
  id: effectId,
  workspaceId: company.id,
  payload: { effectId },
  signal: AbortSignal.timeout(10_000),
});
