import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import {
  later,
  notifyAfterCommit,
  openDatabase,
  settled,
  type Database,
  type Tx,
} from './database.ts';
import { newId } from './ids.ts';

let files: TestDatabase;
let db: Database;
const workspaceId = newId();

beforeAll(async () => {
  files = await createTestDatabase();
  db = openDatabase({ url: files.url, onError: () => undefined });
  await db.unbound((tx) =>
    sql`create table note (id int primary key, text text not null)`.execute(tx),
  );
});
afterAll(async () => {
  await db.close();
  await files.drop();
});

const add = (tx: Tx, id: number, text: string | null = 'x') =>
  later(tx, sql`insert into note (id, text) values (${id}, ${text})`.compile(tx));

const kept = async (id: number) => {
  const { rows } = await db.unbound((tx) => sql`select 1 from note where id = ${id}`.execute(tx));
  return rows.length > 0;
};

test('what is written later is seen by the next statement and kept by the commit', async () => {
  const seen = await db.transaction(workspaceId, async (tx) => {
    add(tx, 1);
    return sql`select 1 from note where id = 1`.execute(tx);
  });
  expect([seen.rows.length, await kept(1)]).toEqual([1, true]);
});

test('a later write that fails undoes the whole transaction and is what the caller hears of', async () => {
  const done = db.transaction(workspaceId, async (tx) => {
    add(tx, 2);
    add(tx, 3, null);
    add(tx, 4);
  });
  await expect(done).rejects.toMatchObject({ code: '23502' });
  expect([await kept(2), await kept(4)]).toEqual([false, false]);
});

test('the first failure is told, not that the transaction is aborted because of it', async () => {
  const done = db.transaction(workspaceId, async (tx) => {
    add(tx, 5, null);
    await sql`select 1`.execute(tx);
  });
  await expect(done).rejects.toMatchObject({ code: '23502' });
});

test('an error that the work swallowed does not pass for a commit', async () => {
  const done = db.transaction(workspaceId, async (tx) => {
    add(tx, 6);
    await sql`select 1 / 0`.execute(tx).catch(() => undefined);
  });
  await expect(done).rejects.toThrow('rolled back');
  expect(await kept(6)).toBe(false);
});

test('a connection is as good as new after a failed transaction', async () => {
  for (let round = 0; round < 12; round += 1) {
    await db.transaction(workspaceId, async (tx) => add(tx, 7, null)).catch(() => undefined);
  }
  await db.transaction(workspaceId, async (tx) => add(tx, 8));
  expect(await kept(8)).toBe(true);
});

test('work inside an open transaction can wait for its later writes', async () => {
  const open = await db.begin();
  add(open.tx, 9, null);
  await expect(settled(open.tx)).rejects.toMatchObject({ code: '23502' });
  await open.end('rollback').catch(() => undefined);
});

test('a notice follows the commit and is never sent after a rollback', async () => {
  const heard: string[] = [];
  const ready = Promise.withResolvers<void>();
  const listener = db.listen('test_notice', (payload) => void heard.push(payload), ready.resolve);
  await ready.promise;
  const tell = (payload: string) =>
    db.transaction(workspaceId, async (tx) => notifyAfterCommit(tx, 'test_notice', payload));
  await Promise.all([tell('one'), tell('one'), tell('two')]);
  await db
    .transaction(workspaceId, async (tx) => {
      notifyAfterCommit(tx, 'test_notice', 'never');
      throw new Error('no');
    })
    .catch(() => undefined);
  await sleep(200);
  await listener.close();
  expect([...new Set(heard)].toSorted()).toEqual(['one', 'two']);
});

test('what is known by heart hears of own commits before they are answered, and of nothing rolled back', async () => {
  const heard: string[] = [];
  const listener = db.listen(
    'test_own',
    (payload) => void heard.push(payload),
    () => undefined,
    { atOnce: true },
  );
  await db.transaction(workspaceId, async (tx) => notifyAfterCommit(tx, 'test_own', 'mine'));
  expect(heard).toEqual(['mine']);
  await db
    .transaction(workspaceId, async (tx) => {
      notifyAfterCommit(tx, 'test_own', 'never');
      throw new Error('no');
    })
    .catch(() => undefined);
  expect(heard).not.toContain('never');
  await listener.close();
});

test('a flood of commits is told no oftener than every 25 ms, and its last one is told', async () => {
  const heard: string[] = [];
  const ready = Promise.withResolvers<void>();
  const last = Promise.withResolvers<void>();
  const hear = (payload: string) => {
    heard.push(payload);
    if (payload === 'last') {
      last.resolve();
    }
  };
  const listener = db.listen('test_flood', hear, ready.resolve);
  await ready.promise;
  const before = performance.now();
  const commits = 60;
  for (let n = 1; n <= commits; n += 1) {
    await db.transaction(workspaceId, async (tx) =>
      notifyAfterCommit(tx, 'test_flood', n === commits ? 'last' : 'more'),
    );
  }
  await last.promise;
  await listener.close();
  expect(heard.length).toBeLessThanOrEqual((performance.now() - before) / 25 + 2);
});

test.each([
  new Date('2026-11-22T02:51:15.123Z'),
  new Date('0001-01-01T00:00:00.000Z'),
  new Date('9999-12-31T23:59:59.999Z'),
  new Date(Date.UTC(12_026, 0, 1)),
  new Date(Date.UTC(-43, 2, 15)),
])('a moment arrives as it was sent: %s', async (moment) => {
  // Twice: the first use of a statement is sent by the driver itself.
  for (const _ of [1, 2]) {
    const { rows } = await db.unbound((tx) =>
      sql<{
        ms: string;
      }>`select (extract(epoch from ${moment}::timestamptz) * 1000)::bigint::text as ms`.execute(
        tx,
      ),
    );
    expect(Number(rows[0]?.ms)).toBe(moment.getTime());
  }
});
