import { expect, test } from 'vitest';
import type { Reader } from './database.ts';
import { openKnown } from './known.ts';

const reader = {} as Reader;

/** Notices by hand, and a reading that waits until it is let go. */
function ears() {
  const heard: ((notice: string) => void)[] = [];
  const deaf: (() => void)[] = [];
  let open = 0;
  return {
    listen(_channel: string, onMessage: (notice: string) => void, onReconnect: () => void) {
      heard.push(onMessage);
      deaf.push(onReconnect);
      open += 1;
      return {
        async close() {
          open -= 1;
        },
      };
    },
    tell: (notice: string) => heard.forEach((each) => each(notice)),
    wasDeaf: () => deaf.forEach((each) => each()),
    open: () => open,
  };
}

const counted = () => {
  const reads: string[] = [];
  return {
    reads,
    read: async (_reader: Reader, workspaceId: string) =>
      `${workspaceId} ${reads.push(workspaceId)}`,
  };
};

test('what is known is read once, and again after somebody changed it', async () => {
  const db = ears();
  const { reads, read } = counted();
  const known = openKnown(db, { channels: ['a', 'b'], read });
  expect([await known.of('x', reader), await known.of('x', reader)]).toEqual(['x 1', 'x 1']);
  await known.of('y', reader);
  db.tell('x');
  expect(await known.of('x', reader)).toBe('x 3');
  expect(await known.of('y', reader)).toBe('y 2');
  db.wasDeaf();
  await known.of('y', reader);
  expect(reads).toEqual(['x', 'y', 'x', 'y']);
  await known.close();
  expect(db.open()).toBe(0);
});

test('what was being read while somebody changed it is not kept', async () => {
  const db = ears();
  const { read } = counted();
  const { promise, resolve } = Promise.withResolvers<void>();
  const known = openKnown(db, {
    channels: ['a'],
    workspaceOf: (notice) => notice.slice(0, 1),
    async read(...asked) {
      const value = await read(...asked);
      await promise;
      return value;
    },
  });
  const before = known.of('x', reader);
  db.tell('x: more');
  resolve();
  expect(await before).toBe('x 1');
  expect(await known.of('x', reader)).toBe('x 2');
  expect(await known.of('x', reader)).toBe('x 2');
});

test('what could not be read is asked for again', async () => {
  let fails = true;
  const known = openKnown(ears(), {
    channels: ['a'],
    async read() {
      if (fails) {
        throw new Error('the database is away');
      }
      return 'there';
    },
  });
  await expect(known.of('x', reader)).rejects.toThrow('away');
  fails = false;
  expect(await known.of('x', reader)).toBe('there');
});
