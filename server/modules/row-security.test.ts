import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeThings, type Things } from '../test/route-things.ts';
import { openWorld, type World } from '../test/world.ts';

/** Tables of all companies together. Everything else belongs to one. */
const shared = {
  workspace: 'the directory, read before anybody is known',
  migration: 'the state of the database itself',
};

let world: World;
let own: Things;
let foreign: Things;
let tables: string[];

beforeAll(async () => {
  world = await openWorld();
  own = await makeThings(world, await world.found());
  foreign = await makeThings(world, await world.found());
  const { rows } = await world.admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  tables = rows.map(({ name }) => name).filter((name) => !(name in shared));
});
afterAll(() => world.close());

const ask = async <T extends object>(text: string) => (await world.admin.query<T>(text)).rows;

test('the tables of all companies together are few and named with their reason', async () => {
  const { rows } = await world.admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables t where table_schema = 'public'
     and table_type = 'BASE TABLE' and not exists (select 1 from information_schema.columns c
       where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'workspace_id')`,
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(shared).toSorted());
});

test('every table of a company has row-level security, also for its owner, by one policy', async () => {
  const rows = await ask<{ name: string; on: boolean; forced: boolean; policies: string[] }>(
    `select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
       array(select polname || ' ' || polcmd::text || ' ' || pg_get_expr(polqual, polrelid) || ' ' ||
         pg_get_expr(polwithcheck, polrelid) from pg_policy where polrelid = c.oid) as policies
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p')`,
  );
  const same = '(workspace_id = current_workspace())';
  const guarded = rows.filter(({ name }) => tables.includes(name));
  expect(guarded).toHaveLength(tables.length);
  for (const table of guarded) {
    expect(table).toEqual({
      name: table.name,
      on: true,
      forced: true,
      policies: [`own_workspace * ${same} ${same}`],
    });
  }
});

test('the company stands first in every primary key, unique key and foreign key', async () => {
  const rows = await ask<{ table: string; name: string; first: string }>(
    `select c.relname as table, i.relname as name, a.attname as first
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
     where n.nspname = 'public' and x.indisunique
     union all
     select c.relname, k.conname, a.attname from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where n.nspname = 'public' and k.contype = 'f'`,
  );
  const wrong = rows.filter(
    ({ table, first }) => tables.includes(table) && first !== 'workspace_id',
  );
  expect(wrong).toEqual([]);
});

test('the application signs in as somebody whom the rules bind', async () => {
  const { rows } = await world.db.pool.query(
    `select rolsuper, rolbypassrls from pg_roles where rolname = current_user`,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
});

test('a query that forgot its filter sees nothing of another company', async () => {
  let seen = 0;
  for (const table of tables) {
    const { rows: all } = await world.admin.query(`select distinct workspace_id from ${table}`);
    const { rows } = await world.db.read(own.company.id, (db) =>
      sql<{ workspace_id: string }>`select distinct workspace_id from ${sql.table(table)}`.execute(
        db,
      ),
    );
    const others = rows.filter((row) => row.workspace_id !== own.company.id);
    expect([table, others]).toEqual([table, []]);
    seen += all.length > 1 ? 1 : 0;
  }
  // Most tables hold rows of both companies, or this would prove nothing.
  expect(seen).toBeGreaterThan(15);
});

test('a write that forgot its filter changes and takes nothing of another company', async () => {
  await world.db.transaction(own.company.id, async (tx) => {
    await sql`update ticket set subject = 'taken over'`.execute(tx);
    await sql`delete from ticket_tally`.execute(tx);
  });
  const { rows } = await world.admin.query(
    `select count(*) filter (where subject = 'taken over')::int as changed,
       (select count(*)::int from ticket_tally where workspace_id = $1) as counted
     from ticket where workspace_id = $1`,
    [foreign.company.id],
  );
  expect(rows[0].changed).toBe(0);
  expect(rows[0].counted).toBeGreaterThan(0);
});

test('nothing can be put into another company', async () => {
  const insertion = world.db.transaction(own.company.id, (tx) =>
    sql`insert into category (workspace_id, id, name)
      values (${foreign.company.id}, gen_random_uuid(), 'ours')`.execute(tx),
  );
  await expect(insertion).rejects.toThrow('violates row-level security policy');
});

test('whoever is bound to no company sees no row of any', async () => {
  for (const table of tables) {
    const { rows } = await world.db.unbound((db) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db),
    );
    expect([table, rows[0]?.n]).toEqual([table, 0]);
  }
});

test('a connection that served one company serves the next without remembering', async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    const { company } = turn % 2 === 0 ? own : foreign;
    const { rows } = await world.db.read(company.id, (db) =>
      sql<{ workspace_id: string }>`select distinct workspace_id from ticket`.execute(db),
    );
    expect(rows).toEqual([{ workspace_id: company.id }]);
  }
});
