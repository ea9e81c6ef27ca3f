import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { silentLog } from '../../../kernel/log.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { runBulkAct } from './run-bulk-act.ts';

let world: World;
let company: Company;
let agent: Person;
let colleague: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
  colleague = await company.hire('agent', { name: 'Pyotr' });
});
afterAll(() => world.close());

async function open(subject: string, parts: object = {}): Promise<string> {
  const requester = { email: 'rita@requester.test' };
  const asked = { subject, body: 'It jams', requester, ...parts };
  return (await agent.call('POST /tickets', asked)).body.id;
}

const several = (n: number, subject: string, parts: object = {}) =>
  Promise.all(Array.from({ length: n }, () => open(subject, parts)));

const start = async (body: object, by = agent, headers = {}) =>
  by.call('POST /bulk-acts', body, headers);

/** Starts and waits for its end. */
async function carriedOut(body: object, by = agent) {
  const { body: act } = await start(body, by);
  await world.settle();
  return (await by.call(`GET /bulk-acts/${act.id}`)).body;
}

const undone = async (id: string) => {
  const { body: act } = await agent.call(`POST /bulk-acts/${id}/undo`);
  await world.settle();
  return (await agent.call(`GET /bulk-acts/${act.id}`)).body;
};
const ticket = async (id: string) => (await agent.call(`GET /tickets/${id}`)).body;
const results = async (id: string, outcome = '') =>
  (await agent.call(`GET /bulk-acts/${id}/tickets?limit=200${outcome && `&outcome=${outcome}`}`))
    .body.items;
const eventsOf = async (ticketId: string) =>
  (await world.events(company, { ticketId })).map(({ name }) => name);

describe('a bulk act', () => {
  test('changes chosen tickets one by one through the one door, and says what became of each', async () => {
    const ids = [await open('a'), await open('b', { priority: 'high' }), await open('c')];
    const act = await carriedOut({
      tickets: { ids },
      changes: { priority: 'high', addTags: ['VIP'] },
    });
    expect(act).toMatchObject({ state: 'done', total: 3, counts: { changed: 3, waiting: 0 } });
    for (const id of ids) {
      expect(await ticket(id)).toMatchObject({ priority: 'high', tags: ['vip'] });
    }
    expect(await eventsOf(ids[0] ?? '')).toEqual(
      expect.arrayContaining(['ticket.priority-changed', 'ticket.tags-changed']),
    );
    // Asking for what already is records nothing.
    expect(await eventsOf(ids[1] ?? '')).not.toContain('ticket.priority-changed');
    const again = await carriedOut({ tickets: { ids }, changes: { priority: 'high' } });
    expect(again.counts).toMatchObject({ same: 3, changed: 0 });
    const by = (await world.events(company, { ticketId: ids[0] ?? '' })).at(-1);
    expect(by).toMatchObject({ actorName: 'Olga' });
  });

  test('takes a whole view as it is at that moment, but for what is taken out', async () => {
    const ids = await several(4, 'whole', { tags: ['whole'] });
    const [out = ''] = ids;
    const act = await carriedOut({
      tickets: { matching: { tag: ['whole'], status: ['any_open'] }, except: [out] },
      changes: { status: 'solved' },
    });
    expect(act).toMatchObject({ total: 3, counts: { changed: 3 } });
    expect((await ticket(out)).status).toBe('new');
    expect((await ticket(ids[1] ?? '')).status).toBe('solved');
  });

  test('is taken back with what policies have added to it', async () => {
    const ids = [await open('x', { tags: ['old'] }), await open('y', { assigneeId: colleague.id })];
    const act = await carriedOut({
      tickets: { ids },
      changes: { assigneeId: agent.id, addTags: ['new'], removeTags: ['old'] },
    });
    expect(await ticket(ids[0] ?? '')).toMatchObject({ status: 'open', tags: ['new'] });
    const undo = await undone(act.id);
    expect(undo).toMatchObject({ undoOf: act.id, counts: { changed: 2 } });
    expect(await ticket(ids[0] ?? '')).toMatchObject({
      status: 'new',
      assignee: null,
      tags: ['old'],
    });
    expect(await ticket(ids[1] ?? '')).toMatchObject({ assignee: { id: colleague.id }, tags: [] });
    expect((await agent.call(`GET /bulk-acts/${act.id}`)).body.undoneBy).toBe(undo.id);
    expect((await agent.call(`POST /bulk-acts/${act.id}/undo`)).body.code).toBe(
      'bulk.undone_already',
    );
  });

  test('leaves alone what somebody has changed since, and says who and where', async () => {
    const ids = [await open('mine'), await open('theirs')];
    const act = await carriedOut({
      tickets: { ids },
      changes: { priority: 'urgent', addTags: ['storm'] },
    });
    await colleague.call(`PATCH /tickets/${ids[1]}`, { priority: 'low', tags: ['storm', 'calm'] });
    const undo = await undone(act.id);
    expect(undo.counts).toMatchObject({ changed: 1, kept: 1 });
    expect(await ticket(ids[1] ?? '')).toMatchObject({ priority: 'low', tags: ['calm'] });
    expect(await results(undo.id, 'kept')).toMatchObject([
      { ticket: { id: ids[1] }, kept: [{ field: 'priority', by: 'Pyotr' }] },
    ]);
  });

  test('begun twice by one key happens once', async () => {
    const ids = [await open('once')];
    const headers = { 'idempotency-key': newId() };
    const body = { tickets: { ids }, changes: { type: 'incident' } };
    const [first, second] = [await start(body, agent, headers), await start(body, agent, headers)];
    expect(second.body.id).toBe(first.body.id);
    await world.settle();
    const names = await eventsOf(ids[0] ?? '');
    expect(names.filter((name) => name === 'ticket.type-changed')).toHaveLength(1);
  });
});

describe('a bulk act is refused', () => {
  test('for what its maker may not do, or names nothing of the company', async () => {
    const ids = [await open('no')];
    const reader = await company.hire('observer');
    const other = await (await world.found()).hire('agent');
    const refused = async (changes: object, by = agent, tickets: object = { ids }) =>
      (await start({ tickets, changes }, by)).body.code;
    expect(await refused({ status: 'solved' }, reader)).toBe('permission.missing');
    expect(await refused({ assigneeId: other.id })).toBe('user.not_found');
    expect(await refused({ teamId: newId() })).toBe('team.not_found');
    expect(await refused({ categoryId: newId() })).toBe('category.not_found');
    expect(await refused({})).toBe('input.invalid');
    expect(await refused({ status: 'solved' }, agent, { ids: [newId()] })).toBe('bulk.nothing');
    expect(await refused({ status: 'solved' }, other)).toBe('bulk.nothing');
    expect((await ticket(ids[0] ?? '')).status).toBe('new');
  });

  test('to anybody but its maker', async () => {
    const act = await carriedOut({
      tickets: { ids: [await open('own')] },
      changes: { type: 'task' },
    });
    for (const [at, by] of [
      [`GET /bulk-acts/${act.id}`, colleague],
      [`GET /bulk-acts/${act.id}/tickets`, colleague],
      [`POST /bulk-acts/${act.id}/undo`, colleague],
      [`POST /bulk-acts/${act.id}/cancel`, await (await world.found()).hire('agent')],
    ] as const) {
      expect((await by.call(at)).body.code).toBe('bulk.not_found');
    }
    expect((await agent.call('GET /bulk-acts?limit=1')).body.items[0].id).toBe(act.id);
  });

  test('ticket by ticket where one of them cannot be changed', async () => {
    const team = await company.team('North');
    const limited = await company.hire(
      { permissions: ['ticket.read', 'ticket.change', 'ticket.assign'], scope: 'teams' },
      { teamIds: [] },
    );
    const ids = [await open('seen'), await open('leaves')];
    const { body: act } = await start({ tickets: { ids }, changes: { priority: 'low' } }, limited);
    // Before its turn comes, one goes out of the maker's sight.
    await agent.call(`PATCH /tickets/${ids[1]}`, { teamId: team.id });
    await world.settle();
    const { body } = await limited.call(`GET /bulk-acts/${act.id}`);
    expect(body.counts.changed + body.counts.refused).toBe(2);
    expect((await ticket(ids[0] ?? '')).priority).toBe('low');
  });
});

describe('a bulk act in the middle', () => {
  const job = (by: World, executor = by.app.executor) =>
    runBulkAct({ db: by.db, executor: () => executor, log: silentLog });
  const asJob = (bulkActId: string) => ({
    id: newId(),
    workspaceId: company.id,
    payload: { bulkActId },
    signal: new AbortController().signal,
  });
  test('goes on after a crash, and changes nothing twice', async () => {
    const quiet = await openWorldWithoutWorker();
    try {
      const { ids, id, by, at } = await quiet.begun(20);
      let left = 7;
      const dying = {
        ...quiet.world.app.executor,
        execute: (async (...args: Parameters<typeof quiet.world.app.executor.execute>) => {
          if (args[0].name === 'tickets.carry-out-bulk-act' && (left -= 1) < 0) {
            throw Object.assign(new Error('Connection terminated'), { code: '57P01' });
          }
          return quiet.world.app.executor.execute(...args);
        }) as typeof quiet.world.app.executor.execute,
      };
      await expect(job(quiet.world, dying).run(at(id))).rejects.toThrow('Connection terminated');
      const { counts } = (await by.call(`GET /bulk-acts/${id}`)).body;
      expect(counts).toMatchObject({ changed: 7, waiting: 13 });
      // Two processes take it up at once.
      await Promise.all([job(quiet.world).run(at(id)), job(quiet.world).run(at(id))]);
      expect((await by.call(`GET /bulk-acts/${id}`)).body).toMatchObject({
        state: 'done',
        counts: { changed: 20, waiting: 0 },
      });
      for (const ticketId of ids) {
        const { body } = await by.call(`GET /tickets/${ticketId}/events`);
        const names = body.items.map(({ name }: { name: string }) => name);
        expect(names.filter((name: string) => name === 'ticket.status-changed')).toHaveLength(1);
      }
    } finally {
      await quiet.world.close();
    }
  });

  /** Jobs run only when the test runs them. */
  async function openWorldWithoutWorker() {
    const own = await openWorld();
    const founded = await own.found();
    const by = await founded.hire('agent');
    return {
      world: own,
      async begun(n: number) {
        const ids: string[] = [];
        for (let at = 0; at < n; at += 1) {
          const requester = { email: 'rita@requester.test' };
          const { body } = await by.call('POST /tickets', {
            subject: `${at}`,
            body: 'x',
            requester,
          });
          ids.push(body.id);
        }
        const { body } = await by.call('POST /bulk-acts', {
          tickets: { ids },
          changes: { status: 'solved' },
        });
        const at = (bulkActId: string) => ({ ...asJob(bulkActId), workspaceId: founded.id });
        return { ids, id: body.id as string, by, at };
      },
    };
  }

  test('is cancelled: what is changed stays, the rest is left, and only the changed is taken back', async () => {
    const quiet = await openWorldWithoutWorker();
    try {
      const { id, by, at } = await quiet.begun(240);
      const running = job(quiet.world).run(at(id));
      await pause(40);
      expect((await by.call(`POST /bulk-acts/${id}/undo`)).body.code).toBe('bulk.still_running');
      await by.call(`POST /bulk-acts/${id}/cancel`);
      await running;
      const { state, counts } = (await by.call(`GET /bulk-acts/${id}`)).body;
      expect(state).toBe('cancelled');
      expect(counts.cancelled).toBeGreaterThan(0);
      expect(counts.changed + counts.cancelled).toBe(240);
      const undo = (await by.call(`POST /bulk-acts/${id}/undo`)).body;
      expect(undo.total).toBe(counts.changed);
    } finally {
      await quiet.world.close();
    }
  });

  test('whose maker has left is not gone on with', async () => {
    const quiet = await openWorldWithoutWorker();
    try {
      const { id, by, at } = await quiet.begun(3);
      await quiet.world.admin.query('update user_account set active = false where id = $1', [
        by.id,
      ]);
      await job(quiet.world).run(at(id));
      const { rows } = await quiet.world.admin.query(
        'select distinct outcome, code from bulk_ticket where bulk_act_id = $1',
        [id],
      );
      expect(rows).toEqual([{ outcome: 'refused', code: 'bulk.maker_left' }]);
    } finally {
      await quiet.world.close();
    }
  });
});
