import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../kernel/actor.ts';
import type { Company } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { removeOldSpam } from './remove-old-spam.ts';

let world: World;
let company: Company;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
});
afterAll(() => world.close());

const call = (...args: Parameters<World['call']>) => company.administrator.call(...args);

async function open(subject: string): Promise<{ id: string; number: number }> {
  const { body } = await call('POST /tickets', {
    subject,
    body: 'Buy it now',
    requester: { email: 'seller@shop.test' },
  });
  return body as { id: string; number: number };
}

const subjectsIn = async (query: string): Promise<string[]> =>
  ((await call(`GET /tickets?${query}`)).body.items as { subject: string }[]).map(
    ({ subject }) => subject,
  );

async function counts(): Promise<Record<string, number>> {
  const { body } = await call('GET /views');
  const views = body.items as { key: string; count: number }[];
  return Object.fromEntries(views.map(({ key, count }) => [key, count]));
}

test('a ticket in spam stands in that view and in no other, and in no other counter', async () => {
  const { id } = await open('Watches');
  const before = await counts();
  const { status, body } = await call(`PUT /tickets/${id}/spam`);
  expect([status, body.status]).toEqual([200, 'spam']);
  expect(await subjectsIn('view=spam')).toContain('Watches');
  for (const query of ['view=open', 'view=unassigned', 'view=mine', 'view=solved', 'limit=50']) {
    expect(await subjectsIn(query)).not.toContain('Watches');
  }
  const after = await counts();
  expect([after['open'], after['spam']]).toEqual([before['open']! - 1, before['spam']! + 1]);
});

test('out of spam it is what it was before, and its history says both', async () => {
  const { id } = await open('Real');
  await call(`PATCH /tickets/${id}`, { status: 'pending' });
  await call(`PUT /tickets/${id}/spam`);
  await call(`PUT /tickets/${id}/spam`);
  const { body } = await call(`DELETE /tickets/${id}/spam`);
  expect(body.status).toBe('pending');
  expect((await call(`DELETE /tickets/${id}/spam`)).body.version).toBe(body.version);
  const events = await world.events(company, { ticketId: id, name: 'ticket.status-changed' });
  expect(events.map(({ changes }) => changes[0]?.to)).toEqual(['pending', 'spam', 'pending']);
});

test('a solved ticket keeps its time of solution on the way through spam', async () => {
  const { id } = await open('Solved');
  const solved = await call(`PATCH /tickets/${id}`, { status: 'solved' });
  world.clock.move({ hours: 1 });
  await call(`PUT /tickets/${id}/spam`);
  const { body } = await call(`DELETE /tickets/${id}/spam`);
  expect([body.status, body.solvedAt]).toEqual(['solved', solved.body.solvedAt]);
});

test('nobody changes a ticket into spam by the way, nor without the right to change it', async () => {
  const { id } = await open('By the way');
  expect((await call(`PATCH /tickets/${id}`, { status: 'spam' })).status).toBe(400);
  const observer = await company.hire('observer');
  expect((await observer.call(`PUT /tickets/${id}/spam`)).status).toBe(403);
});

test('spam is kept for ever unless the company says otherwise; then only what is old goes', async () => {
  const sweep = () =>
    world.app.executor.execute(removeOldSpam, {}, systemActor(company.id, 'spam'));
  const old = await open('Old');
  const kept = await open('Kept');
  await call(`PUT /tickets/${old.id}/spam`);
  world.clock.move({ days: 40 });
  expect(await sweep()).toEqual({ removed: 0, more: false });

  company = { ...company, administrator: await company.hire('administrator') };
  const { version } = (await call('GET /workspace')).body as { version: number };
  const set = await call('PATCH /workspace', { version, spamKeptDays: 30 });
  expect(set.body.spamKeptDays).toBe(30);
  const young = await open('Young');
  await call(`PUT /tickets/${young.id}/spam`);
  const before = await counts();
  const { removed } = await sweep();
  expect(removed).toBeGreaterThanOrEqual(1);
  expect((await call(`GET /tickets/${old.id}`)).status).toBe(404);
  expect((await call(`GET /tickets/${kept.id}`)).status).toBe(200);
  expect(await subjectsIn('view=spam')).toEqual(['Young']);
  expect((await counts())['spam']).toBe(1);
  expect((await counts())['open']).toBe(before['open']);
  const [event] = await world.events(company, { ticketId: old.id, name: 'ticket.removed' });
  expect(event?.payload).toEqual({ ticketId: old.id, number: old.number });
});
