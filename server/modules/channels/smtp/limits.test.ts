import { expect, test } from 'vitest';
import { AddressLimits, defaultLimits, isPrivateAddress } from './limits.ts';

test('an address has its share of connections and gets it back', () => {
  const limits = new AddressLimits({ ...defaultLimits, connectionsPerAddress: 2 }, () => 0);
  expect([1, 2, 3].map(() => limits.enter('203.0.113.1'))).toEqual([true, true, false]);
  expect(limits.enter('203.0.113.2')).toBe(true);
  limits.leave('203.0.113.1');
  expect(limits.enter('203.0.113.1')).toBe(true);
});

test('a public address has its share of letters a minute, an own relay has no limit', () => {
  let now = 0;
  const limits = new AddressLimits({ ...defaultLimits, lettersPerMinutePerAddress: 1 }, () => now);
  expect([1, 2].map(() => limits.countLetter('203.0.113.1'))).toEqual([true, false]);
  expect([1, 2].map(() => limits.countLetter('10.0.0.1'))).toEqual([true, true]);
  now = 60_000;
  expect(limits.countLetter('203.0.113.1')).toBe(true);
});

test('private addresses are told from public ones', () => {
  for (const address of [
    '127.0.0.1',
    '::1',
    '10.2.3.4',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    'fe80::1',
    'fd00::2',
  ]) {
    expect([address, isPrivateAddress(address)]).toEqual([address, true]);
  }
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450::1', '203.0.113.7']) {
    expect([address, isPrivateAddress(address)]).toEqual([address, false]);
  }
});
