import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let lead: Person;
let agent: Person;
let team: { id: string };

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  lead = await company.hire('lead', { name: 'Lena' });
  team = await company.team('First line');
  agent = await company.hire('agent', { name: 'Olga', teamIds: [team.id] });
});
afterAll(() => world.close());

async function open(by: Person, parts: object = {}): Promise<string> {
  world.clock.move({ seconds: 1 });
  const asked = { subject: 'Printer', body: 'It jams', requester: { email: 'rita@there.test' } };
  return (await by.call('POST /tickets', { ...asked, ...parts })).body.id;
}

const urgent = { status: ['any_open'], priority: ['urgent'] };
const save = async (by: Person, body: object) => by.call('POST /views', body);
const viewOf = async (by: Person, id: string) =>
  (await by.call('GET /views')).body.items.find((view: { id: string }) => view.id === id);

describe('a saved view', () => {
  test('of one’s own is seen by nobody else, holds filter, order and columns, and is counted', async () => {
    await open(agent, { priority: 'urgent' });
    await open(agent);
    const { status, body: view } = await save(agent, {
      name: 'Fires',
      filter: urgent,
      sort: 'priority',
      columns: ['team', 'team', 'tags'],
    });
    expect(status).toBe(201);
    expect(view).toMatchObject({ sharing: 'own', columns: ['team', 'tags'], mayChange: true });
    expect(await viewOf(agent, view.id)).toMatchObject({ name: 'Fires', count: 1, key: null });
    expect(await viewOf(lead, view.id)).toBeUndefined();
    const { items } = (await agent.call(`GET /tickets?view=${view.id}`)).body;
    expect(items).toMatchObject([{ priority: 'urgent' }]);
    expect((await lead.call(`GET /tickets?view=${view.id}`)).body.code).toBe('view.not_found');
    // What stands beside the view takes the place of the same condition.
    const normal = (await agent.call(`GET /tickets?view=${view.id}&priority=normal`)).body.items;
    expect(normal).toMatchObject([{ priority: 'normal' }]);
  });

  test('is shared with a team or everybody by whoever may, and by nobody else', async () => {
    const shared = { name: 'Line', filter: urgent, sharing: 'team', teamId: team.id };
    expect((await save(agent, shared)).body.code).toBe('permission.missing');
    const { body: view } = await save(lead, shared);
    expect(await viewOf(agent, view.id)).toMatchObject({
      team: { name: 'First line' },
      mayChange: false,
    });
    const outsider = await company.hire('agent');
    expect(await viewOf(outsider, view.id)).toBeUndefined();
    expect((await agent.call(`PATCH /views/${view.id}`, { name: 'Mine' })).body.code).toBe(
      'view.not_yours',
    );
    const { body } = await lead.call(`PATCH /views/${view.id}`, {
      sharing: 'everybody',
      version: view.version,
    });
    expect(body).toMatchObject({ sharing: 'everybody', team: null, version: 2 });
    expect(await viewOf(outsider, view.id)).toMatchObject({ name: 'Line' });
    expect((await lead.call(`PATCH /views/${view.id}`, { version: 1 })).body.code).toBe(
      'version.conflict',
    );
    expect((await lead.call(`DELETE /views/${view.id}`)).status).toBe(200);
    expect(await viewOf(outsider, view.id)).toBeUndefined();
  });

  test('goes with its team, and is of one company', async () => {
    const other = await world.found();
    const { body: theirTeam } = await other.administrator.call('POST /teams', {
      name: 'Theirs',
      memberIds: [],
    });
    const shared = (teamId: string | null) => ({ name: 'x', filter: {}, sharing: 'team', teamId });
    expect((await save(lead, shared(theirTeam.id))).body.code).toBe('team.not_found');
    expect((await save(lead, shared(null))).body.errors).toEqual([
      { field: 'teamId', code: 'required' },
    ]);
    const short = await company.team('Short-lived');
    const { body: view } = await save(lead, shared(short.id));
    expect((await other.administrator.call(`DELETE /views/${view.id}`)).status).toBe(404);
    await company.administrator.call(`DELETE /teams/${short.id}`);
    expect(await viewOf(lead, view.id)).toBeUndefined();
  });

  test('is one of at most fifty of one’s own', async () => {
    const collector = await company.hire('agent');
    for (let n = 0; n < 50; n += 1) {
      expect((await save(collector, { name: `${n}`, filter: {} })).status).toBe(201);
    }
    expect((await save(collector, { name: 'one more', filter: {} })).body.code).toBe(
      'view.too_many',
    );
  });

  test.each([
    { nonsense: ['x'] },
    { status: ['ajar'] },
    { createdAfter: 'yesterday' },
    { field: ['no name'] },
    { team: [] },
  ])('with a filter like %j is refused', async (filter) => {
    expect((await save(agent, { name: 'x', filter })).status).toBe(400);
  });
});

describe('the counter of a saved view', () => {
  test('is what its list holds, for whomever, by "me" and "mine", at every moment', async () => {
    const limited = await company.hire(
      { permissions: ['ticket.read', 'ticket.assign', 'ticket.change'], scope: 'teams' },
      { teamIds: [team.id] },
    );
    const filters = [
      { status: ['any_open'], assignee: ['me', 'none'] },
      { status: ['new', 'pending'], team: ['mine'] },
      { status: ['any_open'], priority: ['high', 'urgent'], assignee: ['me'] },
      { status: ['open'], tag: ['vip', 'late'], team: ['mine', 'none'] },
      { status: ['any_open'], lastMessageBy: ['agent'], createdAfter: '2d' },
      { team: ['mine'] },
    ];
    const ids: string[] = [];
    for (const filter of filters) {
      const { body } = await save(lead, { name: 'c', filter, sharing: 'everybody' });
      ids.push(body.id);
    }
    const check = async (by: Person) => {
      const { counts } = (await by.call('GET /views/counts')).body;
      for (const id of ids) {
        const { items } = (await by.call(`GET /tickets?view=${id}&limit=200`)).body;
        expect([id, counts[id]]).toEqual([id, items.length]);
      }
    };
    const tickets = [
      await open(agent, { teamId: team.id, priority: 'high' }),
      await open(lead, { assigneeId: limited.id, tags: ['vip'] }),
      await open(lead, { teamId: (await company.team('Other')).id, tags: ['late'] }),
      await open(lead, { tags: ['late', 'vip'], assigneeId: agent.id, priority: 'urgent' }),
    ];
    for (const by of [lead, agent, limited]) {
      await check(by);
    }
    await lead.call(`PATCH /tickets/${tickets[0]}`, { assigneeId: agent.id, tags: ['vip'] });
    await lead.call(`PATCH /tickets/${tickets[3]}`, { status: 'solved' });
    for (const by of [lead, agent, limited]) {
      await check(by);
    }
  });

  test('is not there where it would grow with what is solved', async () => {
    const { body } = await save(agent, {
      name: 'Old',
      filter: { status: ['closed'], tag: ['vip'] },
    });
    expect((await viewOf(agent, body.id)).count).toBeNull();
  });
});

describe('a list', () => {
  let own: Company;
  let by: Person;
  let ids: string[];
  beforeAll(async () => {
    own = await world.found();
    by = own.administrator;
    const category = (await by.call('POST /categories', { name: 'Cash' })).body.id;
    ids = [
      await open(by, { priority: 'low', tags: ['b'], fields: { serial: 'КТ-118,1' } }),
      await open(by, { priority: 'urgent', tags: ['a', 'c'], categoryId: category }),
      await open(by, { priority: 'high', region: 'North' }),
      await open(by, { priority: 'urgent', fields: { serial: '100%' } }),
    ];
    await by.call(`PATCH /tickets/${ids[3]}`, { status: 'solved' });
  });

  const list = async (query: string) => {
    const { body } = await by.call(`GET /tickets?${query}`);
    expect(body.code).toBeUndefined();
    return body.items.map(({ id }: { id: string }) => ids.indexOf(id));
  };

  test.each([
    ['tag=a,b', [1, 0]],
    ['category=none', [3, 2, 0]],
    ['assignee=none,me', [3, 2, 1, 0]],
    ['team=mine', []],
    ['team=mine,none', [3, 2, 1, 0]],
    ['region=North', [2]],
    [`field=${encodeURIComponent('serial:кт-118,1')}`, [0]],
    [`field=${encodeURIComponent('serial:%')}`, [3]],
    ['lastMessageBy=customer', [3, 2, 1, 0]],
    ['lastMessageBy=agent,system', []],
    ['createdAfter=1h', [3, 2, 1, 0]],
    ['createdBefore=1h', []],
    ['updatedBefore=2100-01-01T00:00:00Z&priority=low,high', [2, 0]],
    ['sort=priority', [3, 1, 2, 0]],
    ['sort=priority&order=asc', [0, 2, 1, 3]],
    ['sort=number&status=any_open', [2, 1, 0]],
    ['sort=number&order=asc&status=any_open', [0, 1, 2]],
    ['sort=created&order=asc&status=any_open', [0, 1, 2]],
    ['sort=updated&order=asc', [0, 1, 2, 3]],
  ])('asked for by %s shows what fits, in that order', async (query, expected) => {
    expect(await list(query)).toEqual(expected);
  });

  test.each(['updated', 'created', 'priority', 'number'])(
    'in the order of %s is read by pages of one, each ticket once, both ways',
    async (sort) => {
      const ways = ['asc', 'desc'].flatMap((order) => [order, `${order}&status=any_open`]);
      for (const way of ways) {
        const query = `sort=${sort}&order=${way}`;
        expect(await listByOnes(query)).toEqual(await list(query));
      }
    },
  );

  async function listByOnes(query: string): Promise<number[]> {
    const seen: number[] = [];
    for (let after = ''; ;) {
      const { body } = await by.call(`GET /tickets?${query}&limit=1${after}`);
      seen.push(...body.items.map(({ id }: { id: string }) => ids.indexOf(id)));
      if (body.next === null) {
        return seen;
      }
      after = `&after=${body.next}`;
    }
  }

  test('refuses the cursor of another order, and a view that is not there', async () => {
    const { next } = (await by.call('GET /tickets?sort=number&limit=1')).body;
    expect((await by.call(`GET /tickets?sort=priority&after=${next}`)).status).toBe(400);
    for (const view of [newId(), 'nonsense']) {
      expect((await by.call(`GET /tickets?view=${view}`)).body.code).toBe('view.not_found');
    }
  });
});
