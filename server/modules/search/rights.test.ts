import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Company, Person } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';
import { readHappened } from './queries/read-position.ts';
import { asked, found, open, untilIndexed } from './test-harness.ts';

let world: World;
let company: Company;
let other: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  other = await world.found();
  agent = await company.hire('agent');
}, 60_000);
afterAll(() => world.close());

describe('rights', () => {
  test('who is limited to teams finds what their lists show, and nothing else', async () => {
    const near = await company.team('Near');
    const far = await company.team('Far');
    await open(agent, { subject: 'Магнитола у своих', teamId: near.id });
    await open(agent, { subject: 'Магнитола у чужих', teamId: far.id });
    await open(agent, { subject: 'Магнитола ничья' });
    await untilIndexed(world, company);
    const limited = await company.hire(
      { permissions: ['ticket.read'], scope: 'teams' },
      { teamIds: [near.id] },
    );
    expect((await found(limited, 'магнитола')).toSorted()).toEqual([
      'Магнитола ничья',
      'Магнитола у своих',
    ]);
    expect(await found(agent, 'магнитола')).toHaveLength(3);
  });

  test('another company finds nothing of it, not by word, number, person or guess', async () => {
    const { number } = await open(agent, {
      subject: 'Секретный телескоп',
      from: { email: 'only@here.test', name: 'Тайный Клиент' },
    });
    await open(other.administrator, { subject: 'Обычный телефон' });
    await untilIndexed(world, company);
    await untilIndexed(world, other);
    for (const question of [
      'телескоп',
      'телескол',
      'ntktcrjg',
      'only@here.test',
      'тайный',
      'from:only',
    ]) {
      expect(await found(agent, question)).not.toEqual([]);
      expect(await found(other.administrator, question)).toEqual([]);
    }
    expect(await found(agent, `#${number}`)).toContain('Секретный телескоп');
    expect(await found(other.administrator, 'телескоп', '&typing=true')).toEqual([]);
  });

  test('people stand in the answer only for those who may read people', async () => {
    await agent.call('POST /people', { name: 'Зинаида Закрытая' });
    await untilIndexed(world, company);
    const blind = await company.hire({ permissions: ['ticket.read'] });
    expect(await found(agent, 'зинаида')).toEqual(['Зинаида Закрытая']);
    expect(await found(blind, 'зинаида')).toEqual([]);
    expect(await found(blind, 'зинаида', '&kind=person')).toEqual([]);
    const nobody = await company.hire({ permissions: ['person.read'] });
    expect((await asked(nobody, 'зинаида')).status).toBe(403);
  });

  test('the index gives nothing to a connection that is bound to another company', async () => {
    const { rows } = await world.db.pool.query<{ name: string; definition: string }>(
      `select proname as name, pg_get_functiondef(p.oid) as definition from pg_proc p
       where pronamespace = 'search_index'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(6);
    for (const { name, definition } of rows) {
      expect([name, definition.includes('workspace_id = current_workspace()')]).toEqual([
        name,
        true,
      ]);
    }
  });
});

describe('keeps up with what happens', () => {
  test('an answer, a note, another subject and other tags are found within two seconds', async () => {
    const { id } = await open(agent, { subject: 'Тихий вопрос' });
    await untilIndexed(world, company);
    await agent.call(`POST /tickets/${id}/messages`, {
      body: 'ответ про гироскоп',
      visibility: 'public',
    });
    const before = performance.now();
    await expect.poll(() => found(agent, 'гироскоп'), { timeout: 5_000 }).not.toEqual([]);
    expect(performance.now() - before).toBeLessThan(2_000);
    await agent.call(`PATCH /tickets/${id}`, { subject: 'Громкий вопрос', tags: ['астролябия'] });
    await untilIndexed(world, company);
    expect(await found(agent, 'громкий')).toEqual(['Громкий вопрос']);
    expect(await found(agent, 'тихий')).toEqual([]);
    expect(await found(agent, 'tag:астролябия гироскоп')).toEqual(['Громкий вопрос']);
  });

  test('a person who is called otherwise is found by the new name, their tickets too', async () => {
    await open(agent, {
      subject: 'Чайник',
      from: { email: 'renamed@person.test', name: 'Старое Имя' },
    });
    await untilIndexed(world, company);
    const [person] = (await asked(agent, 'renamed@person.test')).body.items;
    await agent.call(`PATCH /people/${person.id}`, { name: 'Новейшее Прозвище' });
    await untilIndexed(world, company);
    expect(await found(agent, 'прозвище')).toEqual(['Новейшее Прозвище', 'Чайник']);
  });

  test('a position that means nothing here begins anew and reads everything from before', async () => {
    await open(agent, { subject: 'Довоенный граммофон' });
    await untilIndexed(world, company);
    await world.admin.query('delete from search_index.ticket where workspace_id = $1', [
      company.id,
    ]);
    await world.admin.query('delete from search_index.word where workspace_id = $1', [company.id]);
    expect(await found(agent, 'граммофон')).toEqual([]);
    await world.admin.query(
      `update search_position set tx = '9000000000' where workspace_id = $1`,
      [company.id],
    );
    await open(agent, { subject: 'Весть, которая всех будит' });
    await expect
      .poll(() => found(agent, 'граммофон'), { timeout: 8_000 })
      .toEqual(['Довоенный граммофон']);
  });

  test('the log is followed in the order of its transactions, also from 99 to 100', async () => {
    for (const tx of ['99', '100']) {
      await world.admin.query(
        `insert into event (workspace_id, id, tx, name, actor_kind, actor_name, payload, at)
         values ($1, gen_random_uuid(), $2::xid8, 'ticket.opened', 'system', 'test', '{}', now())`,
        [company.id, tx],
      );
    }
    const from = { tx: '98', event_id: '00000000-0000-0000-0000-000000000000' };
    const happened = await world.db.read(company.id, (db) =>
      readHappened(db, company.id, { from, settledTx: '101', limit: 1 }),
    );
    expect(happened.map(({ tx }) => tx)).toEqual(['99']);
  });

  test('of a demo company that was removed nothing is left, and what is ours is found again', async () => {
    await open(agent, { subject: 'Наша шарманка' });
    await untilIndexed(world, company);
    await world.admin.query(
      `insert into search_index.word (workspace_id, word, n) values ($1, 'примерслово', 5)`,
      [company.id],
    );
    await world.admin.query(
      `insert into event (workspace_id, id, name, actor_kind, actor_name, payload, at)
       values ($1, gen_random_uuid(), 'demo.removed', 'system', 'test', '{}', now())`,
      [company.id],
    );
    await open(agent, { subject: 'Весть, которая будит' });
    await untilIndexed(world, company);
    const { rows } = await world.admin.query(
      `select from search_index.word where workspace_id = $1 and word = 'примерслово'`,
      [company.id],
    );
    expect(rows).toEqual([]);
    expect(await found(agent, 'шарманка')).toEqual(['Наша шарманка']);
  });

  test('without the extension words are found as they are written, and nothing breaks', async () => {
    await open(agent, { subject: 'Микроволновка' });
    await untilIndexed(world, company);
    expect(await found(agent, 'микроволнавка')).toEqual(['Микроволновка']);
    await world.admin.query('drop extension pg_trgm cascade');
    expect(await found(agent, 'микроволнавка')).toEqual([]);
    expect(await found(agent, 'микроволновки')).toEqual(['Микроволновка']);
    expect(await found(agent, 'vbrhjdjkyjdrf')).toEqual(['Микроволновка']);
  });
});
