import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Company } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';
import { runDemo } from './public.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Options = { signal?: AbortSignal; tell?: (done: number) => void };

/** What the worker does. */
const run = (company: Company, options: Options = {}) =>
  runDemo(world.app.demo, {
    workspaceId: company.id,
    signal: new AbortController().signal,
    ...options,
  });

async function load(company: Company, tickets = 60): Promise<void> {
  await company.administrator.call('POST /demo', { tickets });
  await run(company);
}

async function remove(company: Company): Promise<void> {
  await company.administrator.call('DELETE /demo');
  await run(company);
}

const tables = [
  'ticket',
  'message',
  'person',
  'contact',
  'organization',
  'legal_entity',
  'branch',
  'user_account',
  'team',
  'category',
  'template',
  'saved_view',
  'ticket_link',
  'ticket_move',
  'time_entry',
  'demo_mark',
];

async function rows(company: Company): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const table of tables) {
    const { rows: found } = await world.admin.query<{ n: number }>(
      `select count(*)::int as n from ${table} where workspace_id = $1`,
      [company.id],
    );
    counted[table] = found[0]?.n ?? 0;
  }
  return counted;
}

const stateOf = async ({ administrator }: Company) =>
  (await administrator.call('GET /demo')).body.state;

/** Counters of the built-in views by their keys. */
async function viewCounts({ administrator }: Company): Promise<Record<string, number>> {
  const { items } = (await administrator.call('GET /views')).body as {
    items: { key: string | null; count: number }[];
  };
  return Object.fromEntries(items.flatMap(({ key, count }) => (key ? [[key, count]] : [])));
}

/** What the counters say, counted anew from the tickets. */
async function openByHand(company: Company): Promise<number> {
  const { rows: found } = await world.admin.query<{ n: number }>(
    `select count(*)::int as n from ticket where workspace_id = $1 and merged_into is null
      and status in ('new', 'open', 'pending', 'on_hold') and snoozed_until is null`,
    [company.id],
  );
  return found[0]?.n ?? 0;
}

describe('loading', () => {
  test('fills the desk with people, tickets and counters that are right', async () => {
    const company = await world.found();
    expect(await stateOf(company)).toBe('absent');
    const asked = await company.administrator.call('POST /demo', { tickets: 100 });
    expect(asked).toMatchObject({ status: 202, body: { state: 'loading' } });
    const told: number[] = [];
    await run(company, { tell: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(5);
    expect(await stateOf(company)).toBe('ready');
    const there = await rows(company);
    expect(there).toMatchObject({ ticket: 100, organization: 40, user_account: 13, team: 4 });
    expect((await viewCounts(company))['open']).toBe(await openByHand(company));
    const { items } = (await company.administrator.call('GET /tickets?sort=created')).body;
    const ageMs = world.clock.now().getTime() - Date.parse(items[0].createdAt);
    expect(ageMs).toBeLessThan(5 * 60_000);
  });

  test('sends nothing and queues nothing', async () => {
    const company = await world.found();
    await load(company);
    await world.settle();
    for (const table of ['outgoing_letter', 'notice', 'held_answer', 'planned_answer']) {
      const { rows: found } = await world.admin.query(
        `select 1 from ${table} where workspace_id = $1`,
        [company.id],
      );
      expect(found, table).toEqual([]);
    }
  });

  test('asked for twice makes one, and needs the right to change the company', async () => {
    const company = await world.found();
    const agent = await company.hire('agent');
    expect(await agent.call('POST /demo', {})).toMatchObject({ status: 403 });
    expect(await agent.call('DELETE /demo')).toMatchObject({ status: 403 });
    expect((await agent.call('GET /demo')).body).toMatchObject({ state: 'absent' });
    await load(company);
    const before = await rows(company);
    await load(company);
    await Promise.all([run(company), run(company)]);
    expect(await rows(company)).toEqual(before);
  });

  test('goes on where a crash has stopped it', async () => {
    const [whole, broken] = [await world.found(), await world.found()];
    await load(whole);
    await broken.administrator.call('POST /demo', { tickets: 60 });
    for (let crashes = 0; crashes < 3; crashes += 1) {
      const end = new AbortController();
      const tell = () => end.abort();
      await expect(run(broken, { signal: end.signal, tell })).rejects.toThrow('ends');
      expect(await stateOf(broken)).toBe('loading');
    }
    await Promise.all([run(broken), run(broken)]);
    expect(await rows(broken)).toEqual(await rows(whole));
    expect(await viewCounts(broken)).toEqual(await viewCounts(whole));
  });

  test('makes way for teams, people and addresses that are there already', async () => {
    const company = await world.found({ locale: 'ru' });
    await company.team('Первая линия');
    const { body } = await company.administrator.call('POST /people', {
      name: 'Нина',
      email: 'd.jennings@copperfield-motors.example',
      phone: '+7 495 000-11-23',
    });
    expect(body.id).toBeDefined();
    await load(company);
    expect(await stateOf(company)).toBe('ready');
    await remove(company);
    expect(await rows(company)).toMatchObject({ team: 1, person: 1, contact: 2, ticket: 0 });
  });

  test('its agents cannot sign in', async () => {
    const company = await world.found({ locale: 'en' });
    await load(company);
    const { items } = (await company.administrator.call('GET /users?limit=100')).body;
    const [{ email }] = items.filter((user: { email: string }) => user.email.endsWith('.example'));
    const answer = await world.call('POST /session', {
      email,
      password: 'otklik-demo',
      workspace: company.slug,
    });
    expect(answer).toMatchObject({ status: 401 });
  });
});

describe('removing', () => {
  test('leaves nothing of it, and everything of the people', async () => {
    const company = await world.found();
    const before = await rows(company);
    const own = await company.administrator.call('POST /tickets', {
      subject: 'Our own',
      body: 'Real',
      requester: { email: 'real@customer.test' },
    });
    await load(company, 100);
    await remove(company);
    expect(await stateOf(company)).toBe('absent');
    expect(await rows(company)).toEqual({
      ...before,
      ticket: 1,
      message: 1,
      person: 1,
      contact: 1,
    });
    expect((await viewCounts(company))['open']).toBe(1);
    const { body } = await company.administrator.call(`GET /tickets/${own.body.id}/events`);
    expect(body.items.length).toBeGreaterThan(0);
    const log = await world.events(company);
    const past = log.filter(
      ({ name }) => name.startsWith('ticket.') || name.startsWith('message.'),
    );
    expect(new Set(past.map(({ ticketId }) => ticketId))).toEqual(new Set([own.body.id]));
  });

  test('a real ticket that was given to a demo agent is free again; its demo customer stays', async () => {
    const company = await world.found();
    await load(company);
    const { call } = company.administrator;
    const users = (await call('GET /users?limit=100')).body.items as {
      id: string;
      email: string;
    }[];
    const agent = users.find(({ email }) => email.endsWith('.example'));
    const [person] = (await call('GET /people?limit=1')).body.items;
    const [category] = (await call('GET /categories')).body.items;
    const made = await call('POST /tickets', {
      subject: 'Tried out',
      body: 'By hand',
      requester: { id: person.id },
      assigneeId: agent?.id,
      categoryId: category.id,
    });
    expect(made.status).toBe(201);
    await call(`PUT /tickets/${made.body.id}/followers/${agent?.id}`);
    await remove(company);
    const kept = (await call(`GET /tickets/${made.body.id}`)).body;
    expect(kept).toMatchObject({ assignee: null, category: null, requester: { id: person.id } });
    expect(await rows(company)).toMatchObject({ ticket: 1, person: 1, demo_mark: 0, category: 0 });
    // Whom the ticket still names works here no more.
    expect((await call('GET /users?active=true')).body.items).toHaveLength(1);
  });

  test('a real ticket that was merged into a demo ticket keeps its words', async () => {
    const company = await world.found();
    await load(company);
    const { call } = company.administrator;
    const [target] = (await call('GET /tickets?status=any_open&limit=1')).body.items;
    const made = await call('POST /tickets', {
      subject: 'Real',
      body: 'Words that must not be lost',
      requester: { email: 'real@customer.test' },
    });
    await call(`POST /tickets/${made.body.id}/merge`, { into: target.id });
    await remove(company);
    const messages = (await call(`GET /tickets/${target.id}/messages`)).body.items;
    expect(JSON.stringify(messages)).toContain('Words that must not be lost');
  });

  test('goes on where a crash has stopped it, and ends a loading that is under way', async () => {
    const company = await world.found();
    const before = await rows(company);
    await company.administrator.call('POST /demo', { tickets: 60 });
    const end = new AbortController();
    let parts = 0;
    const tell = () => {
      parts += 1;
      if (parts === 6) {
        end.abort();
      }
    };
    await expect(run(company, { signal: end.signal, tell })).rejects.toThrow('ends');
    await company.administrator.call('DELETE /demo');
    expect(await company.administrator.call('POST /demo', {})).toMatchObject({
      status: 409,
      body: { code: 'demo.being_removed' },
    });
    await expect(run(company, { signal: AbortSignal.abort() })).rejects.toThrow('ends');
    await run(company);
    expect(await rows(company)).toEqual(before);
    await load(company);
    expect(await stateOf(company)).toBe('ready');
  });
});

test('an answer to a demo customer stays in the house, whatever mailbox there is', async () => {
  const company = await world.found();
  await load(company);
  const { call } = company.administrator;
  const [ticket] = (await call('GET /tickets?status=any_open&limit=1')).body.items;
  const answer = await call(`POST /tickets/${ticket.id}/messages`, { body: 'Hello there' });
  expect(answer.status).toBe(201);
  await world.settle();
  const { items } = (await call(`GET /tickets/${ticket.id}/messages?limit=100`)).body;
  const last = items.find((message: { id: string }) => message.id === answer.body.id);
  expect(last.delivery).toMatchObject({ state: 'sent', code: 'demo' });
  const { rows: letters } = await world.admin.query(
    'select 1 from outgoing_letter where workspace_id = $1',
    [company.id],
  );
  expect(letters).toEqual([]);
});

test('no other company sees anything of it', async () => {
  const [own, other] = [await world.found(), await world.found()];
  const before = await rows(other);
  await load(own);
  expect(await stateOf(other)).toBe('absent');
  expect(await rows(other)).toEqual(before);
  await remove(other);
  expect(await stateOf(own)).toBe('ready');
});
