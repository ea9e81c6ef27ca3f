import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let lead: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
  lead = await company.hire('lead', { name: 'Lev' });
  const { status } = await company.administrator.call('PUT /time/rates', {
    currency: 'RUB',
    hourly: '600',
    roles: [{ roleId: company.roles.agent, hourly: '1200.50' }],
  });
  expect(status).toBe(200);
});
afterAll(() => world.close());

async function opened(): Promise<Json> {
  const asked = { subject: 'Work', body: 'Text', requester: { email: 'rita@there.test' } };
  return (await agent.call('POST /tickets', asked)).body;
}

const log = (ticket: Json, parts: object, by = agent) =>
  by.call(`POST /tickets/${ticket.id}/time`, parts);
const timeOf = async (ticket: Json, by = agent): Promise<Json> =>
  (await by.call(`GET /tickets/${ticket.id}/time`)).body;
const told = async (ticket: Json) =>
  (await world.events(company, { ticketId: ticket.id }))
    .filter(({ name }) => name.startsWith('ticket.time'))
    .map(({ name, changes }) => [name, changes[0]?.from, changes[0]?.to]);

describe('time by hand', () => {
  test('adds up on the ticket, costs by the role of its day, and stands in the history', async () => {
    const ticket = await opened();
    const { status, body } = await log(ticket, { minutes: 90, note: 'On the phone' });
    expect([status, body.minutes, body.cost]).toEqual([201, 90, null]);
    await log(ticket, { minutes: 30 }, lead);
    expect(await timeOf(ticket)).toMatchObject({ minutes: 120, costs: null });
    const seen = await timeOf(ticket, lead);
    expect(seen.costs).toEqual([{ amount: '2100.75', currency: 'RUB' }]);
    await company.administrator.call('PUT /time/rates', {
      currency: 'RUB',
      hourly: '1',
      roles: [],
    });
    expect((await timeOf(ticket, lead)).costs[0].amount).toBe('2100.75');
    await company.administrator.call('PUT /time/rates', {
      currency: 'RUB',
      hourly: '600',
      roles: [],
    });
    const changed = await agent.call(`PATCH /time/${body.id}`, { minutes: 45, version: 1 });
    expect(changed.body).toMatchObject({ minutes: 45, version: 2 });
    expect((await agent.call(`DELETE /time/${body.id}`)).status).toBe(204);
    expect(await told(ticket)).toEqual([
      ['ticket.time-logged', null, '1:30'],
      ['ticket.time-logged', null, '0:30'],
      ['ticket.time-changed', '1:30', '0:45'],
      ['ticket.time-removed', '0:45', null],
    ]);
  });

  test('of others is for those who may, of other companies for nobody', async () => {
    const ticket = await opened();
    const { body } = await log(ticket, { minutes: 10 }, lead);
    expect((await agent.call(`PATCH /time/${body.id}`, { minutes: 1 })).status).toBe(403);
    expect((await agent.call(`DELETE /time/${body.id}`)).status).toBe(403);
    expect((await log(ticket, { minutes: 5, userId: lead.id })).status).toBe(403);
    const forOlga = await log(ticket, { minutes: 5, userId: agent.id }, lead);
    expect(forOlga.body.user.name).toBe('Olga');
    expect((await lead.call(`PATCH /time/${body.id}`, { version: 7 })).body.code).toBe(
      'version.conflict',
    );
    const foreign = (await world.found()).administrator;
    expect((await log(ticket, { minutes: 5 }, foreign)).status).toBe(404);
    expect((await foreign.call(`DELETE /time/${body.id}`)).status).toBe(404);
    expect((await log(ticket, { minutes: 0 })).status).toBe(400);
    const observer = await company.hire('observer');
    expect((await log(ticket, { minutes: 5 }, observer)).status).toBe(403);
  });

  test('of a merged ticket counts where it lives on', async () => {
    const [source, target] = [await opened(), await opened()];
    await log(source, { minutes: 20 });
    await log(target, { minutes: 5 });
    await agent.call(`POST /tickets/${source.id}/merge`, { into: target.id });
    expect((await timeOf(target)).minutes).toBe(25);
  });
});

describe('the timer', () => {
  const start = (ticket: Json, by = agent) => by.call('PUT /timer', { ticketId: ticket.id });

  test('runs on the server, stops into an entry, and one person has one', async () => {
    const [first, second] = [await opened(), await opened()];
    await start(first);
    world.clock.move({ seconds: 601 });
    const { timer } = (await agent.call('GET /timer')).body;
    expect(timer).toMatchObject({ ticket: { number: first.number } });
    expect((await timeOf(first)).running).toMatchObject([{ user: { name: 'Olga' } }]);
    const switched = await start(second);
    expect(switched.body.logged).toMatchObject({ minutes: 11, byTimer: true });
    expect((await start(second)).body).toMatchObject({ logged: null });
    world.clock.move({ seconds: 60 });
    const { body } = await agent.call('POST /timer/stop', { note: 'Looked at it' });
    expect(body.logged).toMatchObject({ minutes: 1, note: 'Looked at it' });
    expect((await agent.call('GET /timer')).body.timer).toBeNull();
    expect((await agent.call('POST /timer/stop', {})).body.code).toBe('timer.not_running');
  });

  test('stopped by two windows at once is written down once; discarded it leaves nothing', async () => {
    const ticket = await opened();
    await start(ticket);
    world.clock.move({ seconds: 300 });
    const stop = () => agent.call('POST /timer/stop', {});
    const both = await Promise.all([stop(), stop()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await start(ticket);
    await agent.call('POST /timer/stop', { discard: true });
    expect(await timeOf(ticket)).toMatchObject({ minutes: 5, running: [] });
  });
});

describe('rates and exports', () => {
  test('are for those who may, kept in the audit log', async () => {
    expect((await lead.call('GET /time/rates')).status).toBe(403);
    const { body } = await company.administrator.call('GET /time/rates');
    expect(body).toMatchObject({ currency: 'RUB', hourly: '600.00' });
    const stale = { currency: 'EUR', hourly: null, roles: [], version: body.version + 5 };
    expect((await company.administrator.call('PUT /time/rates', stale)).status).toBe(409);
    const audit = (await company.administrator.call('GET /audit')).body.items as Json[];
    expect(audit.map(({ action }) => action)).toContain('time_rates.changed');
  });

  test('leave as a table that no spreadsheet takes for formulas', async () => {
    const ticket = await opened();
    await log(ticket, { minutes: 65, note: '=cmd()|"x", ok' });
    const from = '2026-01-01T00:00:00Z';
    const at = `/time/export?from=${from}&to=2027-01-01T00:00:00Z` as const;
    expect((await agent.call(`GET ${at}`)).status).toBe(403);
    const { status, body } = await lead.call(`GET ${at}`);
    expect(status).toBe(200);
    expect(body).toContain(`,${ticket.number},Olga,65,1:05,`);
    expect(body).toContain(`"'=cmd()|""x"", ok"`);
    expect((await lead.call(`GET /time/export?from=${from}&to=${from}`)).status).toBe(400);
    const audit = (await company.administrator.call('GET /audit')).body.items as Json[];
    expect(audit[0]).toMatchObject({ action: 'time.exported' });
  });
});
