import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../../kernel/log.ts';
import { openSecrets } from '../../../kernel/secrets/secrets.ts';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { makeLink } from './letters/link.ts';
import { expireDue } from './watch-approvals.ts';

let world: World;
let company: Company;
let agent: Person;
let boss: Person;
let linkSecret: Uint8Array;
let http: Awaited<ReturnType<World['app']['openWeb']>>;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ company: 'Ромашка' });
  agent = await company.hire('agent', { name: 'Olga' });
  boss = await company.hire('agent', { name: 'Boris' });
  http = await world.app.openWeb({ trustProxy: true });
  linkSecret = (await openSecrets(world.dataDir)).keyFor('approval-link');
});
afterAll(async () => {
  await http.close();
  await world.close();
});

async function ticket(): Promise<Json> {
  const wanted = {
    subject: 'New till',
    body: 'We need one',
    requester: { email: 'rita@there.test' },
  };
  return (await agent.call('POST /tickets', wanted)).body;
}
async function asked(more: object = {}, about?: Json): Promise<Json> {
  const { id } = about ?? (await ticket());
  const { status, body } = await agent.call(`POST /tickets/${id}/approvals`, {
    text: 'Buy a till for 500?',
    approvers: [{ userId: boss.id }],
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const decide = (by: Person, { id }: Json, decision = 'approved', comment = '') =>
  by.call(`POST /approvals/${id}/decide`, { decision, comment });
const again = async ({ id, ticket: about }: Json): Promise<Json> =>
  (await agent.call(`GET /tickets/${about.id}/approvals`)).body.items.find(
    (each: Json) => each.id === id,
  );
const mine = async (by: Person): Promise<string[]> =>
  (await by.call('GET /approvals')).body.items.map(({ id }: Json) => id);
const names = async ({ ticket: about }: Json): Promise<string[]> =>
  (await world.events(company, { ticketId: about.id }))
    .map(({ name }) => name)
    .filter((name) => /approv/.test(name));

async function visit(method: 'GET' | 'POST', url: string, payload?: string) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await http.inject({
    method,
    url,
    ...(payload !== undefined && { headers, payload }),
  });
  return { status: answer.statusCode, text: answer.body };
}

/** What the link of a letter leads to. */
const pathOf = (approver: Json, edition = 1) =>
  `/decide/${makeLink(linkSecret, { workspaceId: company.id, approverId: approver.id, edition })}` as const;
const press = (path: string, decision: string, comment = '') =>
  visit('POST', path, new URLSearchParams({ decision, comment }).toString());

test('whoever is asked sees it, decides with a comment, and the history says each step', async () => {
  const approval = await asked();
  expect(await mine(boss)).toContain(approval.id);
  expect(await mine(agent)).not.toContain(approval.id);
  expect((await decide(agent, approval)).body.code).toBe('approval.not_yours');
  const { body } = await decide(boss, approval, 'approved', 'The cheap one');
  expect(body).toMatchObject({
    state: 'approved',
    approvers: [{ state: 'approved', comment: 'The cheap one', via: 'console' }],
  });
  expect((await decide(boss, approval, 'rejected')).body.code).toBe('approval.decided');
  expect(await mine(boss)).not.toContain(approval.id);
  expect(await names(approval)).toEqual([
    'ticket.approval-asked',
    'ticket.approver-asked',
    'ticket.approver-decided',
    'ticket.approval-closed',
  ]);
});

test('whoever may not see the ticket finds what waits for them, sees what the letter shows, and decides', async () => {
  const secret = await company.team('Secret');
  const chief = await company.hire({ permissions: [], scope: 'teams' });
  const about = await ticket();
  const approvers = [{ userId: chief.id }, { userId: boss.id }];
  const all = { mode: 'all', approvers };
  const shown = await asked({ ...all, shows: ['subject', 'request'] }, about);
  const bare = await asked({ ...all, shows: [] }, about);
  await agent.call(`PATCH /tickets/${about.id}`, { teamId: secret.id });
  const own = { userId: chief.id, yours: true };
  const { items } = (await chief.call('GET /approvals')).body;
  expect(items).toMatchObject([
    { id: bare.id, ticket: { subject: '' }, seesTicket: false, request: null, approvers: [own] },
    {
      id: shown.id,
      ticket: { subject: 'New till' },
      seesTicket: false,
      request: 'We need one',
      askedBy: { name: 'Olga' },
    },
  ]);
  expect(items.map(({ approvers: those }: Json) => those.length)).toEqual([1, 1]);
  expect((await decide(chief, shown, 'approved', 'Yes')).body).toMatchObject({
    seesTicket: false,
    approvers: [{ userId: chief.id, state: 'approved' }],
  });
  expect(await mine(chief)).toEqual([bare.id]);
  for (const path of ['', '/messages', '/approvals'] as const) {
    expect([403, 404]).toContain((await chief.call(`GET /tickets/${about.id}${path}`)).status);
  }
});

test('many answers at once make one decision', async () => {
  const approval = await asked({ approvers: [{ userId: boss.id }, { userId: agent.id }] });
  const answers = await Promise.all([
    decide(boss, approval, 'approved'),
    decide(boss, approval, 'rejected'),
    decide(agent, approval, 'approved'),
    press(pathOf(approval.approvers[0]), 'rejected'),
    press(pathOf(approval.approvers[1]), 'approved'),
  ]);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  const closed = (await names(approval)).filter((name) => name === 'ticket.approval-closed');
  expect(closed).toHaveLength(1);
  const states = (await again(approval)).approvers.map(({ state }: Json) => state);
  expect(states).not.toContain('asked');
});

test('in order the second is asked when the first has approved, and a “no” ends it', async () => {
  const approvers = [{ userId: boss.id }, { userId: agent.id }];
  const approval = await asked({ mode: 'in_order', approvers });
  expect(await mine(agent)).not.toContain(approval.id);
  await decide(boss, approval);
  expect(await mine(agent)).toContain(approval.id);
  expect((await decide(agent, approval, 'rejected')).body.state).toBe('rejected');
});

test('a ticket that waits is on hold and goes on as before, unless somebody has moved it', async () => {
  const about = await ticket();
  await agent.call(`PATCH /tickets/${about.id}`, { status: 'open' });
  const statusOf = async () => (await agent.call(`GET /tickets/${about.id}`)).body.status;
  const one = await asked({ hold: true }, about);
  const two = await asked({ hold: true }, about);
  expect(await statusOf()).toBe('on_hold');
  await decide(boss, one);
  expect(await statusOf()).toBe('on_hold');
  await decide(boss, two);
  expect(await statusOf()).toBe('open');
  const three = await asked({ hold: true }, about);
  await agent.call(`PATCH /tickets/${about.id}`, { status: 'pending' });
  await decide(boss, three);
  expect(await statusOf()).toBe('pending');
});

test('the page outside says what the asker chose, decides by its button only, and once', async () => {
  const approval = await asked({
    shows: ['subject'],
    approvers: [{ email: 'director@firm.test', name: 'Vera <b>' }],
    deadline: '2026-12-24T12:00:00Z',
  });
  const path = pathOf(approval.approvers[0]);
  const shown = await visit('GET', `${path}?lang=ru`);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain('Buy a till for 500?');
  expect(shown.text).toContain('New till');
  expect(shown.text).toMatch(/24 декабря 2026.*\d\d:\d\d (GMT|UTC|MSK)/);
  expect(shown.text).not.toContain('We need one');
  expect(shown.text).toContain('Согласовать');
  expect(shown.text).not.toMatch(/<script/);
  // A scanner of mail follows the link as often as it likes.
  await visit('GET', path);
  expect((await again(approval)).state).toBe('pending');
  const thanks = await press(path, 'rejected', 'Too dear');
  expect(thanks.status).toBe(200);
  expect(await again(approval)).toMatchObject({
    state: 'rejected',
    approvers: [{ comment: 'Too dear', via: 'link' }],
  });
  expect((await press(path, 'approved')).status).toBe(410);
  expect((await visit('GET', path)).status).toBe(410);
  const [event] = await world.events(company, {
    ticketId: approval.ticket.id,
    name: 'ticket.approver-decided',
  });
  expect(event).toMatchObject({ actorKind: 'person', actorName: 'Vera <b>' });
});

test('a link that is made up, replaced by a reminder or called off decides nothing', async () => {
  const approval = await asked({ approvers: [{ email: 'vera@firm.test' }] });
  const [approver] = approval.approvers;
  const path = pathOf(approver);
  const forged = path.slice(0, -3) + (path.endsWith('AAA') ? 'BBB' : 'AAA');
  expect((await press(forged, 'approved')).status).toBe(404);
  expect((await press(path, 'maybe')).status).toBe(200);
  expect((await agent.call(`POST /approvals/${approval.id}/remind`, {})).status).toBe(429);
  world.clock.move({ hours: 2 });
  expect((await agent.call(`POST /approvals/${approval.id}/remind`, {})).status).toBe(200);
  expect((await press(path, 'approved')).status).toBe(410);
  expect((await again(approval)).state).toBe('pending');
  expect((await agent.call(`POST /approvals/${approval.id}/cancel`, {})).body.state).toBe(
    'cancelled',
  );
  expect((await again(approval)).approvers[0].state).toBe('skipped');
  expect((await press(pathOf(approver, 2), 'approved')).status).toBe(410);
});

test('an absent approver’s substitute decides in their place', async () => {
  const absent = await company.hire('agent', { name: 'Ivan' });
  const at = (days: number) =>
    new Date(world.clock.now().getTime() + days * 86_400_000).toISOString();
  const approval = await asked({ approvers: [{ userId: absent.id }] });
  expect((await decide(agent, approval)).status).toBe(403);
  await world.admin.query(
    `insert into absence (workspace_id, id, user_id, kind, starts_at, ends_at, substitute_id, hands_over, gives_back,
       state, revised_at, alarm_at, created_by_name, created_at)
     values ($1, gen_random_uuid(), $2, 'vacation', $3, $4, $5, 'nothing', false, 'running', $3, $4, 'Anna', $3)`,
    [company.id, absent.id, at(-1), at(5), agent.id],
  );
  expect(await mine(agent)).toContain(approval.id);
  const { body } = await decide(agent, approval);
  expect(body.approvers[0]).toMatchObject({ state: 'approved', decidedBy: 'Olga' });
});

test('a deadline ends it, once, however many look', async () => {
  const deadline = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  const approval = await asked({ deadline });
  world.clock.move({ hours: 2 });
  const { db, clock, app } = world;
  const parts = { db, clock: clock.now, log: silentLog, executor: app.executor };
  await Promise.all([expireDue(parts, company.id), expireDue(parts, company.id)]);
  expect((await again(approval)).state).toBe('expired');
  expect((await decide(boss, approval)).body.code).toBe('approval.decided');
});

test('nobody to ask, somebody twice, a past deadline and another company are refused', async () => {
  const { id } = await ticket();
  const refused = async (more: object) =>
    (
      await agent.call(`POST /tickets/${id}/approvals`, {
        text: 'May I?',
        approvers: [{ userId: boss.id }],
        ...more,
      })
    ).body;
  expect((await refused({ approvers: [] })).errors[0].field).toBe('approvers');
  const twice = [{ userId: boss.id }, { userId: boss.id }];
  expect((await refused({ approvers: twice })).errors[0].code).toBe('named_twice');
  expect((await refused({ deadline: '2020-01-01T00:00:00Z' })).errors[0].code).toBe('past');
  const stranger = (await world.found()).administrator;
  const approval = await asked();
  expect((await decide(stranger, approval)).status).toBe(404);
  expect((await stranger.call(`POST /approvals/${approval.id}/cancel`, {})).status).toBe(404);
  expect(await mine(stranger)).toEqual([]);
});

test('the letter leaves by the mail server of the company, and where there is none it is said', async () => {
  const approval = await asked({ approvers: [{ email: 'director@firm.test' }] });
  await world.settle();
  expect((await again(approval)).approvers[0]).toMatchObject({
    mail: 'failed',
    mailProblem: 'no_route',
  });
  expect(await names(approval)).toContain('ticket.approver-unreached');
});

test('a mail server that stays away for hours is given up, and it is said', async () => {
  const smtp = { host: '127.0.0.1', port: 9, security: 'none', user: 'a', password: 'b' };
  const mailbox = { kind: 'email', name: 'Away', address: 'away@own.test', settings: { smtp } };
  const channel = (await company.administrator.call('POST /channels', mailbox)).body;
  const approval = await asked({ approvers: [{ email: 'late@firm.test' }] });
  await world.settle();
  expect((await again(approval)).approvers[0]).toMatchObject({ mail: 'queued' });
  world.clock.move({ hours: 3 });
  await world.admin.query(
    `update job_queue.job set start_after = now() where name = 'approval.mail' and state = 'retry'`,
  );
  // The queue looks for what has come due every ten seconds only.
  await world.admin.query(
    `select pg_notify('pgboss_' || left(encode(sha224('job_queue'::bytea), 'hex'), 24), 'approval.mail')`,
  );
  await world.settle();
  await expect
    .poll(async () => (await again(approval)).approvers[0].mail, { timeout: 15_000 })
    .toBe('failed');
  expect(await names(approval)).toContain('ticket.approver-unreached');
  await company.administrator.call(`DELETE /channels/${channel.id}`);
});

test('a link that is too old decides nothing', async () => {
  const approval = await asked({ approvers: [{ email: 'vera@firm.test' }] });
  world.clock.move({ days: 31 });
  expect((await press(pathOf(approval.approvers[0]), 'approved')).status).toBe(410);
});
