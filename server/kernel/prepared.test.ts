import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { AskedTogether, joinStatement } from './asked-together.ts';
import { inStep, openDatabase, type Database, type Tx } from './database.ts';
import { asOneStatement, mayTravelTogether } from './gathered-writes.ts';
import { newId } from './ids.ts';
import { preparedRead, preparedWrite } from './prepared.ts';

let files: TestDatabase;
let db: Database;
const workspaceId = newId();

beforeAll(async () => {
  files = await createTestDatabase();
  db = openDatabase({ url: files.url, maxConnections: 1, onError: () => undefined });
  await db.unbound(async (tx) => {
    await sql`create table shelf (id int primary key)`.execute(tx);
    await sql`create table book (id int primary key, shelf_id int references shelf, title text,
      bought timestamptz, tags text[])`.execute(tx);
  });
});
afterAll(async () => {
  await db.close();
  await files.drop();
});

const addShelf = preparedWrite<{ id: number }, unknown>(
  { table: 'shelf', by: 'insert' },
  (on, slot) => sql`insert into shelf (id) values (${slot.id})`.compile(on),
);
type Book = {
  id: number;
  shelfId: number;
  title: string | null;
  bought: Date | null;
  tags: string[];
};
const addBook = preparedWrite<Book, unknown>({ table: 'book', by: 'insert' }, (on, slot) =>
  sql`insert into book (id, shelf_id, title, bought, tags)
    values (${slot.id}, ${slot.shelfId}, ${slot.title}, ${slot.bought}, ${slot.tags})`.compile(on),
);
const rename = preparedWrite<{ id: number; title: string }, unknown>(
  { table: 'book', by: 'change' },
  (on, slot) => sql`update book set title = ${slot.title} where id = ${slot.id}`.compile(on),
);
const readBook = preparedRead<{ id: number }, Omit<Book, 'shelfId'>>((on, slot) =>
  sql<
    Omit<Book, 'shelfId'>
  >`select id, title, bought, tags from book where id = ${slot.id}`.compile(on),
);
const tagged = preparedRead<{ ids: readonly string[]; tag: string | null }, { id: number }>(
  (on, slot) =>
    sql<{ id: number }>`select id from book where id = any(${slot.ids}::int[])
      and (${slot.tag}::text is null or ${slot.tag} = any(tags)) order by id`.compile(on),
  { ids: 'int[]', tag: 'text' },
);
const book = (id: number, shelfId: number): Book => ({
  id,
  shelfId,
  title: 'Отклик "и" эхо',
  bought: new Date('2026-01-02T03:04:05.678Z'),
  tags: ['a,b', 'ё'],
});

const bookOf = async (id: number) => (await db.unbound((tx) => readBook.all(tx, { id })))[0];

test('gathered writes of a transaction arrive, also where one needs the other', async () => {
  await db.transaction(workspaceId, async (tx) => {
    addBook.later(tx, book(1, 1));
    addShelf.later(tx, { id: 1 });
    addBook.later(tx, book(2, 1));
  });
  expect(await bookOf(2)).toEqual({ ...book(2, 1), shelfId: undefined, id: 2 });
});

test('a read sees what was gathered before it, a change what was inserted before it', async () => {
  const seen = await db.transaction(workspaceId, async (tx) => {
    addBook.later(tx, book(3, 1));
    rename.later(tx, { id: 3, title: 'first' });
    rename.later(tx, { id: 3, title: 'second' });
    return readBook.all(tx, { id: 3 });
  });
  expect(seen[0]?.title).toBe('second');
});

test('one that fails undoes all, and its reason is told', async () => {
  const done = db.transaction(workspaceId, async (tx) => {
    addShelf.later(tx, { id: 2 });
    addBook.later(tx, book(4, 99));
  });
  await expect(done).rejects.toMatchObject({ code: '23503' });
  const { rows } = await db.unbound((tx) => sql`select 1 from shelf where id = 2`.execute(tx));
  expect(rows).toEqual([]);
});

test('what was gathered by work that gave up never leaves', async () => {
  const gaveUp = db.transaction(workspaceId, async (tx) => {
    addShelf.later(tx, { id: 3 });
    throw new Error('gave up');
  });
  await expect(gaveUp).rejects.toThrow('gave up');
  await db.transaction(workspaceId, async (tx) => addShelf.later(tx, { id: 4 }));
  const { rows } = await db.unbound((tx) =>
    sql<{ id: number }>`select id from shelf where id in (3, 4)`.execute(tx),
  );
  expect(rows).toEqual([{ id: 4 }]);
});

test('answers are the same at every use, with and without rows', async () => {
  for (let round = 0; round < 8; round += 1) {
    expect((await bookOf(1))?.tags).toEqual(['a,b', 'ё']);
    expect(await bookOf(1000)).toBeUndefined();
  }
});

test('a statement whose columns have changed fails instead of answering with wrong names', async () => {
  const all = preparedRead<object, { id: number }>((on) =>
    sql<{ id: number }>`select * from shelf`.compile(on),
  );
  const read = () => db.unbound((tx: Tx) => all.all(tx, {}));
  await read();
  await db.unbound((tx) => sql`alter table shelf add column room text default 'x'`.execute(tx));
  await expect(read()).rejects.toMatchObject({ code: '0A000' });
});

test('writes travel together unless one changes a table that another writes to', () => {
  const write = (table: string, by: 'insert' | 'change') => ({
    id: 1,
    text: '',
    values: [],
    table,
    by,
  });
  const gathered = [write('book', 'insert')];
  expect(mayTravelTogether(gathered, write('book', 'insert'))).toBe(true);
  expect(mayTravelTogether(gathered, write('book', 'change'))).toBe(false);
  expect(mayTravelTogether(gathered, write('shelf', 'change'))).toBe(true);
  expect(mayTravelTogether([write('book', 'change')], write('book', 'insert'))).toBe(false);
});

test('a statement that begins anew with a table is the next of many, and travels by itself', () => {
  const insert = (table: string) => ({ id: 1, text: '', values: [], table, by: 'insert' as const });
  expect(mayTravelTogether([insert('shelf'), insert('book')], insert('book'))).toBe(true);
  expect(mayTravelTogether([insert('shelf'), insert('book')], insert('shelf'))).toBe(false);
});

test('the values of joined statements keep their places', () => {
  const part = (id: number, text: string, values: unknown[]) =>
    ({ id, text, values, table: String(id), by: 'insert' }) as const;
  expect(
    asOneStatement([
      part(-1, 'insert into a values ($1, $2)', ['a1', 'a2']),
      part(-2, 'insert into b values ($2, $1, $1)', ['b1', 'b2']),
    ]),
  ).toEqual({
    text: 'with part_0 as (insert into a values ($1, $2)) insert into b values ($4, $3, $3)',
    values: ['a1', 'a2', 'b1', 'b2'],
  });
});

test('what strands of one transaction ask at the same time travels together, and each gets its own answer', async () => {
  await db.transaction(workspaceId, async (tx) => {
    addBook.later(tx, { ...book(20, 1), tags: ['red "one"', 'a\\b'] });
    addBook.later(tx, { ...book(21, 1), tags: ['green'] });
  });
  const asks = [
    { ids: ['20', '21'], tag: null },
    { ids: ['20', '21'], tag: 'green' },
    { ids: [], tag: null },
    { ids: ['20', '99'], tag: 'red "one"' },
    { ids: ['21', '20'], tag: 'a\\b' },
  ];
  const { alone, together } = await db.transaction(workspaceId, async (tx) => {
    const oneByOne = [];
    for (const ask of asks) {
      oneByOne.push(await tagged.all(tx, ask));
    }
    const strand = (ask: (typeof asks)[number]) => async () =>
      [await tagged.all(tx, ask), await tagged.all(tx, ask)] as const;
    return { alone: oneByOne, together: await inStep(tx, asks.map(strand)) };
  });
  expect(alone.map((rows) => rows.map(({ id }) => id))).toEqual([[20, 21], [21], [], [20], [20]]);
  expect(together.map(([first]) => first)).toEqual(alone);
  expect(together.map(([, second]) => second)).toEqual(alone);
});

test('strands that go in step send one statement for all of them', async () => {
  const sent: unknown[] = [];
  const statement = joinStatement('select $1', ['n'], { n: 'int' });
  const together = new AskedTogether(async (_joined, values) => {
    sent.push(values);
    return [{ asked_at: 2, n: 'second' }];
  });
  const answers = await Promise.all(
    [1, 2].map(async (n) => [
      await together.ask(statement, { n }),
      await together.ask(statement, { n }),
    ]),
  );
  expect(answers).toEqual([
    [[], []],
    [[{ n: 'second' }], [{ n: 'second' }]],
  ]);
  expect(sent).toEqual([[[1, 2]], [[1, 2]]]);
});

test('when one strand fails the others are waited for, and nothing of any of them stays', async () => {
  let ended = 0;
  const done = db.transaction(workspaceId, (tx) =>
    inStep(tx, [
      async () => {
        addShelf.later(tx, { id: 50 });
        await tagged.all(tx, { ids: ['x'], tag: null }).finally(() => (ended += 1));
      },
      async () => {
        addShelf.later(tx, { id: 51 });
        await tagged.all(tx, { ids: ['1'], tag: null }).finally(() => (ended += 1));
      },
    ]),
  );
  await expect(done).rejects.toMatchObject({ code: '22P02' });
  expect(ended).toBe(2);
  const { rows } = await db.unbound((tx) => sql`select 1 from shelf where id >= 50`.execute(tx));
  expect(rows).toEqual([]);
});
