import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { Company, Person } from '../../test/company.ts';
import { openRoutingDesk } from '../../test/routing-desk.ts';
import { openWorld, type World } from '../../test/world.ts';
import { loadNotice } from '../tickets/public.ts';
import { openLoadMemory, type LoadMemory } from './loads.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('the very next ticket', () => {
  test('counts what was given by hand, given back and closed a moment ago', async () => {
    const desk = openRoutingDesk(world);
    const all = await desk.teamOf(2);
    const [one, other] = all.people as [Person, Person];
    await desk.rule(all, { steps: [{ teamId: all.team.id, way: 'least_loaded' }] });
    const open = async () => (await desk.open(all.company)).assignee.id;
    const heavy = await desk.open(all.company, { assigneeId: one.id, priority: 'urgent' });
    expect(await open()).toBe(other.id);
    const change = (body: object) =>
      all.company.administrator.call(`PATCH /tickets/${heavy.id}`, body);
    await change({ assigneeId: other.id });
    expect([await open(), await open()]).toEqual([one.id, one.id]);
    await change({ assigneeId: one.id });
    expect([await open(), await open()]).toEqual([other.id, other.id]);
    await change({ status: 'solved' });
    expect(await open()).toBe(one.id);
  });
});

describe('loads that were read a moment ago', () => {
  let company: Company;
  let memory: LoadMemory;
  beforeEach(async () => {
    company = await world.found();
    memory = openLoadMemory(world.db);
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await memory.close();
  });

  const read = (of = company) => world.db.read(of.id, (reader) => memory.read(reader, of.id));
  const weightOf = async (userId: string) => (await read()).weightOf(userId);

  /** As another process does, of which nothing has been heard. */
  async function commit(userId: string, ticketId = newId()): Promise<void> {
    await world.admin.query(
      `insert into ticket_load (workspace_id, id, user_id, priority, n, turn, ticket_id)
       values ($1, $2, $3, 'normal', 1, $2, $4)`,
      [company.id, newId(), userId, ticketId],
    );
  }

  test('are used again for a moment, and only there', async () => {
    const anna = newId();
    await commit(anna);
    expect(await weightOf(anna)).toBe(2);
    await commit(anna);
    expect(await weightOf(anna)).toBe(2);
    const elsewhere = await world.found();
    expect((await read(elsewhere)).weightOf(anna)).toBe(0);
    vi.advanceTimersByTime(51);
    expect(await weightOf(anna)).toBe(4);
  });

  test('are dropped when a change is heard of, also by whoever was just reading', async () => {
    const anna = newId();
    expect(await weightOf(anna)).toBe(0);
    await commit(anna);
    const { promise, resolve } = Promise.withResolvers<void>();
    const listener = world.db.listen(loadNotice, () => resolve(), resolve);
    await world.admin.query(`select pg_notify($1, $2)`, [loadNotice, company.id]);
    await promise;
    await listener.close();
    expect(await weightOf(anna)).toBe(2);
  });

  test('count what is handed out here once: before its commit, after it, and by older rows', async () => {
    const [anna, boris] = [newId(), newId()];
    const older = await read();
    const ticketId = newId();
    memory.handOut(company.id, { ticketId, userId: anna, weight: 2 });
    expect([older.weightOf(anna), older.weightOf(boris)]).toEqual([2, 0]);
    expect(older.turnOf(anna) > older.turnOf(boris)).toBe(true);
    await commit(anna, ticketId);
    expect(await weightOf(anna)).toBe(2);
    vi.advanceTimersByTime(51);
    const newer = await read();
    expect([newer.weightOf(anna), older.weightOf(anna)]).toEqual([2, 2]);
  });

  test('forget a hand-out that was never committed', async () => {
    const anna = newId();
    memory.handOut(company.id, { ticketId: newId(), userId: anna, weight: 3 });
    expect(await weightOf(anna)).toBe(3);
    vi.advanceTimersByTime(2_001);
    expect(await weightOf(anna)).toBe(0);
  });

  test('do not hide that somebody has left', async () => {
    const anna = await company.hire('agent');
    expect((await read()).gone.has(anna.id)).toBe(false);
    await world.admin.query('update user_account set active = false where id = $1', [anna.id]);
    expect((await read()).gone.has(anna.id)).toBe(true);
  });
});
