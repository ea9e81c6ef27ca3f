import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Company } from '../../test/company.ts';
import { letterText } from '../../test/mail/letters.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let company: Company;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
});
afterAll(() => world.close());

const addresses = async () =>
  (
    await world.admin.query<{ address: string }>(
      'select address from letter_rate where workspace_id = $1 order by address',
      [company.id],
    )
  ).rows.map(({ address }) => address);

test('how many letters an address sent is forgotten after two hours, not before', async () => {
  const now = world.clock.now().getTime();
  for (const [address, hours] of [
    ['yesterday@there.test', 24],
    ['three@there.test', 3],
    ['one@there.test', 1],
  ] as const) {
    await world.admin.query('insert into letter_rate values ($1, $2, $3, 1)', [
      company.id,
      address,
      new Date(now - hours * 3_600_000),
    ]);
  }
  await world.mail(company, letterText('now'));
  await expect.poll(addresses).not.toContain('three@there.test');
  const left = await addresses();
  expect(left).toContain('one@there.test');
  expect(left).not.toContain('yesterday@there.test');
  expect(left).toHaveLength(2);
});
