import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { newId } from '../ids.ts';
import { openKernelWorld, type KernelWorld } from '../../test/kernel-world.ts';
import { forgetRemovals } from './forget-removals.ts';
import { keepRemoved } from './keep-removed.ts';
import { lockRemoval, putBack } from './put-back.ts';
import type { RemovalKind } from './removal-kinds.ts';

let world: KernelWorld;
let actor: Actor;
const shelf: RemovalKind = {
  kind: 'shelf',
  permission: 'shelf.change',
  table: 'shelf',
  ordered: true,
  returned: async () => undefined,
};
const room: RemovalKind = {
  kind: 'room',
  permission: 'room.change',
  table: 'room',
  rowStays: { columns: ['label', 'secret'], along: [{ table: 'room_key', by: 'room_id' }] },
  returned: async () => undefined,
};

/** Every kind of column that settings are kept in, and every way of naming another row. */
const tables = `
  create table owner (workspace_id uuid, id uuid, primary key (workspace_id, id));
  create table shelf (
    workspace_id uuid not null, id uuid not null, name text not null, position int not null,
    owner_id uuid, house_id uuid, lamp_id uuid,
    moment timestamptz, forever timestamptz, big bigint, exact numeric, near float8, small smallint, flag boolean,
    words text[], ids uuid[], facts jsonb, bytes bytea, hours int4range, nothing text,
    twice bigint generated always as (big * 2) stored,
    primary key (workspace_id, id),
    foreign key (workspace_id, owner_id) references owner on delete set null (owner_id),
    foreign key (workspace_id, house_id) references owner on delete cascade,
    foreign key (workspace_id, lamp_id) references owner);
  create unique index shelf_name on shelf (workspace_id, lower(name));
  create table book (workspace_id uuid, id uuid, shelf_id uuid, read_by uuid, mark_id uuid, title text, primary key (workspace_id, id),
    foreign key (workspace_id, mark_id) references owner,
    foreign key (workspace_id, shelf_id) references shelf on delete cascade,
    foreign key (workspace_id, read_by) references owner on delete cascade);
  create table page (workspace_id uuid, book_id uuid, n int, primary key (workspace_id, book_id, n),
    foreign key (workspace_id, book_id) references book on delete cascade);
  create table room (workspace_id uuid, id uuid, label text, secret text, visits int default 0, primary key (workspace_id, id));
  create table room_key (workspace_id uuid, room_id uuid, code text, primary key (workspace_id, room_id));
  grant all on owner, shelf, book, page, room, room_key to otklik;
  call otklik_guard('owner'); call otklik_guard('shelf'); call otklik_guard('book'); call otklik_guard('page');
  call otklik_guard('room'); call otklik_guard('room_key');`;

beforeAll(async () => {
  world = await openKernelWorld();
  await world.admin.query(tables);
});
afterAll(() => world.close());
beforeEach(async () => {
  actor = await world.workspace();
});

const rowsOf = async (table: string): Promise<string[]> =>
  (
    await world.admin.query<{ row: string }>(
      `select t::text as row from ${table} t where workspace_id = $1 order by 1`,
      [actor.workspaceId],
    )
  ).rows.map(({ row }) => row);

async function insert(table: string, row: object): Promise<string> {
  const all: Record<string, unknown> = { workspace_id: actor.workspaceId, id: newId(), ...row };
  const names = Object.keys(all);
  await world.admin.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(all),
  );
  return all['id'] as string;
}

const ofTable = (table: string, id: string) =>
  world.admin.query(`delete from ${table} where workspace_id = $1 and id = $2`, [
    actor.workspaceId,
    id,
  ]);

const take = (kind: RemovalKind, id: string, name = 'It') =>
  world.db.transaction(actor.workspaceId, async (tx) => {
    const ctx = { tx, actor, now: world.clock.now() };
    return (await keepRemoved(ctx, kind, { id, name })).removalId;
  });

async function remove(kind: RemovalKind, id: string, name?: string): Promise<string> {
  const removalId = await take(kind, id, name);
  await ofTable(kind.table, id);
  return removalId;
}

const restore = (kind: RemovalKind, removalId: string) =>
  world.db.transaction(actor.workspaceId, async (tx) => {
    const ctx = { tx, actor, now: world.clock.now() };
    await lockRemoval(ctx, removalId);
    await putBack(ctx, kind, removalId);
  });

const plain = { name: 'A', position: 1 };

test('what was removed is there again to the last microsecond, digit and byte, with all that went along', async () => {
  const owner_id = await insert('owner', {});
  const id = await insert('shelf', {
    ...plain,
    owner_id,
    moment: '2026-03-29T01:59:59.123457Z',
    forever: 'infinity',
    big: '9007199254740993',
    exact: '12345678901234567890.0000000001',
    near: 0.1,
    small: -32768,
    flag: false,
    words: ['', 'a,b', '"{x}\\', 'ё'],
    ids: [newId()],
    facts: JSON.stringify({ deep: [1, null, { text: 'a\nb' }], big: 1e300 }),
    bytes: Buffer.from([0, 255, 10]),
    hours: '[1,5)',
  });
  const books = await Promise.all(
    [1, 2, 3].map((n) => insert('book', { shelf_id: id, title: `B${n}` })),
  );
  await world.admin.query(`insert into page select $1, $2, n from generate_series(1, 2500) as n`, [
    actor.workspaceId,
    books[0],
  ]);
  const before = await Promise.all(['shelf', 'book', 'page'].map(rowsOf));
  const removalId = await remove(shelf, id);
  expect(await rowsOf('page')).toEqual([]);
  await restore(shelf, removalId);
  expect(await Promise.all(['shelf', 'book', 'page'].map(rowsOf))).toEqual(before);
  expect(before.map((rows) => rows.length)).toEqual([1, 3, 2500]);
  expect(await rowsOf('removal_part')).toEqual([]);
});

test('a column of a later release gets its default, one that is gone is left out', async () => {
  await world.admin
    .query(`create table early (workspace_id uuid, id uuid, a text, b text not null, primary key (workspace_id, id));
    grant all on early to otklik; call otklik_guard('early')`);
  const early = { ...shelf, kind: 'early', table: 'early', ordered: undefined } as never;
  const removalId = await remove(early, await insert('early', { a: 'kept', b: 'gone' }));
  await world.admin.query(
    `alter table early drop column b, add column c text not null default 'new', add column d int generated always as (1) stored`,
  );
  await restore(early, removalId);
  expect((await rowsOf('early'))[0]).toMatch(/,kept,new,1\)$/);
});

test('what happened to others meanwhile happens to it now, as its foreign keys say', async () => {
  const [owner_id, house_id, lamp_id, reader] = await Promise.all(
    [1, 2, 3, 4].map(() => insert('owner', {})),
  );
  const id = await insert('shelf', { ...plain, owner_id, lamp_id });
  await insert('book', { shelf_id: id, read_by: reader, title: 'Goes with its reader' });
  await insert('book', { shelf_id: id, title: 'Stays' });
  const removalId = await remove(shelf, id);
  await ofTable('owner', String(owner_id));
  await ofTable('owner', String(reader));
  await restore(shelf, removalId);
  expect((await rowsOf('shelf'))[0]).toContain(',A,1,,,');
  expect(await rowsOf('book')).toEqual([expect.stringContaining('Stays')]);

  const needsLamp = await remove(shelf, id);
  await ofTable('owner', String(lamp_id));
  await expect(restore(shelf, needsLamp)).rejects.toMatchObject({ code: 'removal.names_gone' });
  expect(await rowsOf('shelf')).toEqual([]);

  const bound = await insert('shelf', { name: 'Bound', position: 2 });
  const mark_id = await insert('owner', {});
  await insert('book', { shelf_id: bound, mark_id, title: 'Marked' });
  const marked = await remove(shelf, bound);
  await remove({ ...shelf, kind: 'owner', table: 'owner' }, mark_id, 'The mark');
  await expect(restore(shelf, marked)).rejects.toMatchObject({
    code: 'removal.names_removed',
    details: { detail: 'The mark' },
  });

  const other = await remove(shelf, await insert('shelf', { ...plain, house_id }));
  const lent = { ...shelf, kind: 'owner', table: 'owner' };
  await remove(lent, String(house_id), 'The house');
  await expect(restore(shelf, other)).rejects.toMatchObject({
    code: 'removal.names_removed',
    details: { detail: 'The house' },
  });
});

test('a name that somebody else has by now is said, and nothing has changed', async () => {
  const removalId = await remove(shelf, await insert('shelf', plain));
  const taken = await insert('shelf', { ...plain, name: 'a' });
  await expect(restore(shelf, removalId)).rejects.toMatchObject({ code: 'removal.name_taken' });
  await ofTable('shelf', taken);
  await restore(shelf, removalId);
  expect(await rowsOf('shelf')).toHaveLength(1);
});

test('it comes back to its place in the list, and whoever has taken it moves on', async () => {
  const [, second] = await Promise.all(
    ['a', 'b', 'c'].map((name, n) => insert('shelf', { name, position: n + 1 })),
  );
  const inOrder = async () =>
    (
      await world.admin.query<{ name: string }>(
        'select name from shelf where workspace_id = $1 order by position',
        [actor.workspaceId],
      )
    ).rows.map(({ name }) => name);
  await restore(shelf, await remove(shelf, String(second)));
  expect(await inOrder()).toEqual(['a', 'b', 'c']);
  const removalId = await remove(shelf, String(second));
  await world.admin.query(
    `update shelf set position = position - 1 where workspace_id = $1 and position > 2`,
    [actor.workspaceId],
  );
  await restore(shelf, removalId);
  expect(await inOrder()).toEqual(['a', 'b', 'c']);
});

test('of a row that stays, what was changed comes back and nothing else', async () => {
  const id = await insert('room', { label: 'R', secret: 'sealed' });
  await world.admin.query('insert into room_key values ($1, $2, $3)', [
    actor.workspaceId,
    id,
    'code',
  ]);
  const removalId = await take(room, id);
  await world.admin.query(`update room set label = null, secret = null, visits = 7 where id = $1`, [
    id,
  ]);
  await world.admin.query('delete from room_key where room_id = $1', [id]);
  await restore(room, removalId);
  expect((await rowsOf('room'))[0]).toContain(',R,sealed,7)');
  expect(await rowsOf('room_key')).toHaveLength(1);
});

test('another workspace does not know it, and nobody after thirty days', async () => {
  const removalId = await remove(shelf, await insert('shelf', plain));
  const theirs = await world.workspace();
  const asThem = world.db.transaction(theirs.workspaceId, (tx) =>
    lockRemoval({ tx, actor: theirs, now: world.clock.now() }, removalId),
  );
  await expect(asThem).rejects.toMatchObject({ code: 'removal.not_found' });
  const day = 86_400_000;
  const later = (days: number) => new Date(world.clock.now().getTime() + days * day);
  expect(await forgetRemovals(world.db, actor.workspaceId, later(29))).toBe(0);
  expect(await forgetRemovals(world.db, actor.workspaceId, later(31))).toBe(1);
  expect(await rowsOf('removal_part')).toEqual([]);
});
