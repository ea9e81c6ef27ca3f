import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accountLock,
  accountWideLock,
  addressKey,
  addressLock,
  differenceOf,
  lockSeconds,
  permissionsOf,
  weaknessOf,
} from './rules.ts';
import { slugOf } from './slug.ts';

const names = { email: 'Anna@Romashka.ru', company: 'Ромашка и партнёры' };

test.each([
  'password1',
  'QWERTYUIOP',
  '12345678',
  '87654321',
  'aaaaaaaa',
  'abababab',
  'пароль123',
  'йцукенгшщз',
])('%s is a password everybody tries', (password) =>
  expect(weaknessOf(password, names)).toBe('too_common'),
);

test.each(['anna@romashka.RU', 'ANNA', 'ромашка и партнёры'])('%s names its owner', (password) =>
  expect(weaknessOf(password, names)).toBe('same_as_name'),
);

test.each(['correct horse battery', 'ландыш под дождём', 'x7-Kf92!pQ'])(
  '%s is good enough',
  (password) => expect(weaknessOf(password, names)).toBeNull(),
);

test('locks only grow with the tries, within their bound', () => {
  const policy = fc.constantFrom(accountLock, accountWideLock, addressLock);
  fc.assert(
    fc.property(policy, fc.nat(10_000), fc.nat(10_000), (lock, a, b) => {
      const [less, more] = [lockSeconds(Math.min(a, b), lock), lockSeconds(Math.max(a, b), lock)];
      expect(less).toBeLessThanOrEqual(more);
      expect(more).toBeLessThanOrEqual(lock.longestLockSeconds);
      expect(lock.forgetSeconds).toBeGreaterThan(lock.longestLockSeconds);
    }),
  );
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (ip, key) => expect(addressKey(ip)).toBe(key));

test('a built-in role holds what the product of today can do', () => {
  const catalogue = ['ticket.read', 'ticket.delete', 'person.read', 'moon.land'].map((key) => ({
    key,
    group: 'x',
  }));
  const of = (key: 'administrator' | 'agent' | null, permissions: string[] = []) =>
    permissionsOf({ key, permissions }, catalogue);
  expect(of('administrator')).toEqual(catalogue.map(({ key }) => key));
  expect(of('agent')).toEqual(['ticket.read', 'person.read']);
  expect(of(null, ['ticket.delete', 'gone.away'])).toEqual(['ticket.delete']);
});

test('the audit log gets what changed and nothing else', () => {
  expect(differenceOf({ a: 1, b: 2, c: null }, { a: 1, b: 3, c: undefined })).toEqual({
    before: { b: 2 },
    after: { b: 3 },
  });
  expect(differenceOf({ a: 1 }, { a: 1 })).toBeNull();
});

test.each([
  ['Ромашка и партнёры', 'romashka-i-partnery'],
  ['ООО «Щука»', 'ooo-shchuka'],
  ['Müller & Söhne GmbH', 'muller-sohne-gmbh'],
  ['株式会社', 'workspace'],
  ['---', 'workspace'],
])('%s is found under %s', (name, slug) => expect(slugOf(name)).toBe(slug));

test('any name gives a slug the database takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
    }),
  );
});
