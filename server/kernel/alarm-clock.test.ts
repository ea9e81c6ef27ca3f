import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startAlarmClock } from './alarm-clock.ts';
import type { Database } from './database.ts';
import { silentLog } from './log.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Two workspaces; nothing but `stir` tells that something has happened in one. */
function start(look: (workspaceId: string) => Promise<Date | null>) {
  let stir = (_workspaceId: string): void => undefined;
  const db = {
    listen: (_channel: string, onNotice: (workspaceId: string) => void) => {
      stir = onNotice;
      return { close: async () => undefined };
    },
  } as unknown as Database;
  const alarms = startAlarmClock({
    db,
    clock: () => new Date(),
    log: silentLog,
    name: 'alarms',
    workspaces: async () => ['first', 'second'],
    look,
  });
  return { alarms, stir: (workspaceId: string) => stir(workspaceId) };
}

test('a look that fails is made again within some seconds, and keeps no other workspace waiting', async () => {
  const looked: string[] = [];
  let trouble = 3;
  const { alarms, stir } = start(async (workspaceId) => {
    looked.push(workspaceId);
    if (workspaceId === 'first' && trouble > 0) {
      trouble -= 1;
      throw new Error('the database did not answer');
    }
    return null;
  });
  await vi.advanceTimersByTimeAsync(300);
  expect(looked).toEqual(['first', 'second']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looked.filter((id) => id === 'first')).toHaveLength(4);
  expect(looked.filter((id) => id === 'second')).toHaveLength(1);
  stir('second');
  await vi.advanceTimersByTimeAsync(300);
  expect(looked.at(-1)).toBe('second');
  await alarms.stop();
});

test('what is told to come later is looked at then, and nothing is asked before', async () => {
  const alarm = Date.now() + 10_000;
  const looked: number[] = [];
  const { alarms } = start(async (workspaceId) => {
    looked.push(Date.now());
    return workspaceId === 'first' && Date.now() < alarm ? new Date(alarm) : null;
  });
  await vi.advanceTimersByTimeAsync(9_500);
  expect(looked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looked).toHaveLength(3);
  expect((looked[2] ?? 0) - alarm).toBeLessThanOrEqual(250);
  await alarms.stop();
});
