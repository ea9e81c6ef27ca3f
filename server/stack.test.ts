import { expect, test } from 'vitest';
import { openDatabase } from './kernel/database.ts';
import { openStack } from './stack.ts';
import { createTestDatabase } from './test/database.ts';

const silent = { warn: () => undefined };

test('what was started is stopped in reverse order, also past what fails', async () => {
  const stack = openStack(silent);
  const stopped: string[] = [];
  for (const name of ['database', 'web', 'worker']) {
    stack.add(name, async () => {
      stopped.push(name);
      if (name === 'web') {
        throw new Error('cannot');
      }
    });
  }
  expect(await stack.stopAll()).toEqual([]);
  expect(stopped).toEqual(['worker', 'web', 'database']);
  expect(await stack.stopAll()).toEqual([]);
  expect(stopped).toHaveLength(3);
});

test('a leaked database connection does not hold up the end, is named, and what lies below it is still stopped', async () => {
  const database = await createTestDatabase();
  const db = openDatabase({ url: database.url, onError: () => undefined });
  const leaked = await db.pool.connect();
  const warned: object[] = [];
  const stack = openStack(
    { warn: (fields: object) => void warned.push(fields) },
    { limitMs: 1_000 },
  );
  let isDown = false;
  stack.add('embedded database', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    isDown = true;
  });
  stack.add('database connections', () => db.close());
  const from = performance.now();
  expect(await stack.stopAll()).toEqual(['database connections']);
  expect(performance.now() - from).toBeLessThan(1_500);
  expect(isDown).toBe(true);
  expect(warned).toContainEqual({ hung: 'database connections' });
  leaked.release(true);
  await database.drop();
});

test('several that hang are stopped waiting for together within the limit', async () => {
  const stack = openStack(silent, { limitMs: 300 });
  for (const name of ['one', 'two', 'three']) {
    stack.add(name, () => new Promise(() => undefined));
  }
  const from = performance.now();
  expect(await stack.stopAll()).toEqual(['three', 'two', 'one']);
  expect(performance.now() - from).toBeLessThan(450);
});
