import { expect, test } from 'vitest';
import { Refusal } from './errors.ts';
import { isPassingTrouble } from './passing-trouble.ts';

test.each([
  ['a full disk', Object.assign(new Error('no space'), { code: 'ENOSPC' })],
  [
    'a full disk of the database',
    Object.assign(new Error('could not extend file'), { code: '53100' }),
  ],
  ['a deadlock', Object.assign(new Error('deadlock detected'), { code: '40P01' })],
  ['a stopped database', Object.assign(new Error('terminating connection'), { code: '57P01' })],
  ['storage that is full, in our own words', new Refusal('unavailable', 'storage.full')],
])('%s passes', (_name, error) => {
  expect(isPassingTrouble(error)).toBe(true);
});

test.each([
  ['a defect of ours', new TypeError('undefined is not a function')],
  ['what the database will never take', Object.assign(new Error('bad text'), { code: '22021' })],
  ['a refusal', new Refusal('not_found', 'ticket.not_found')],
  ['nothing at all', undefined],
])('%s stays', (_name, error) => {
  expect(isPassingTrouble(error)).toBe(false);
});
