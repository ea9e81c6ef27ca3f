import { expect, test } from 'vitest';
import { openReadiness } from './readiness.ts';

test('ready when the database answers, not when it refuses, and ready again afterwards', async () => {
  const answers = [Promise.reject(new Error('gone')), Promise.resolve(1)];
  const isReady = openReadiness(async () => answers.shift());
  expect(await isReady()).toBe(false);
  expect(await isReady()).toBe(true);
});

test('a database that hangs is not ready, and is asked once however many want to know', async () => {
  let asked = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const isReady = openReadiness(() => {
    asked += 1;
    return promise;
  });
  expect(await Promise.all([isReady(), isReady()])).toEqual([false, false]);
  expect(asked).toBe(1);
  resolve();
  expect(await isReady()).toBe(true);
});
