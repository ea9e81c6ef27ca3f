import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { openDatabase, type Database, type Tx } from './database.ts';
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
