import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../test/world.ts';
import { silentLog } from './log.ts';
import { startTending } from './tend-tables.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('a short table whose rows have gone is cleared of them within seconds', async () => {
  const { id } = await world.found();
  await world.admin.query(
    `insert into ticket_load (workspace_id, id, user_id, priority, n, ticket_id)
     select $1, gen_random_uuid(), gen_random_uuid(), 'low', 1, gen_random_uuid() from generate_series(1, 900)`,
    [id],
  );
  await world.admin.query('delete from ticket_load where workspace_id = $1', [id]);
  const cleared = async () => {
    const { rows } = await world.admin.query<{ times: number }>(
      `select vacuum_count::int as times from pg_stat_user_tables where relid = 'ticket_load'::regclass`,
    );
    return rows[0]?.times;
  };
  expect(await cleared()).toBe(0);
  const tending = startTending({ db: world.db, log: silentLog });
  await expect.poll(cleared, { timeout: 30_000, interval: 250 }).toBeGreaterThan(0);
  await tending.stop();
}, 40_000);
