import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Company } from '../test/company.ts';
import { openWorld, type World } from '../test/world.ts';
import { forgetReceipts } from './forget-receipts.ts';

let world: World;
let company: Company;
beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
});
afterAll(() => world.close());

test('the answer to a repeated request is remembered for a week, and no longer', async () => {
  const asked = { subject: 'A', body: 'B', requester: { email: 'rita@requester.test' } };
  const open = async () =>
    (await company.administrator.call('POST /tickets', asked, { 'idempotency-key': 'once' })).body
      .id;
  const first = await open();
  world.clock.move({ hours: 24 * 6 });
  await forgetReceipts(world.app.demo.db, company.id, world.clock.now());
  expect(await open()).toBe(first);
  world.clock.move({ hours: 48 });
  expect(
    await forgetReceipts(world.app.demo.db, company.id, world.clock.now()),
  ).toBeGreaterThanOrEqual(1);
  expect(await open()).not.toBe(first);
});
