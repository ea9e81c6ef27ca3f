import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { openKernelWorld, type KernelWorld } from '../test/kernel-world.ts';
import type { OutsideJob } from './jobs.ts';

let world: KernelWorld;
afterEach(() => world.close());

const runs: { name: string; at: number }[] = [];
const letter: OutsideJob = {
  name: 'letter',
  concurrency: 2,
  retries: 3,
  retryDelaySeconds: 1,
  expireSeconds: 60,
  async run({ payload }) {
    runs.push({ name: String(payload['name']), at: Date.now() });
  },
};

const putOff = (name: string, startAfter: Date) =>
  world.db.transaction(world.actor.workspaceId, (tx) =>
    world.jobs.enqueueIn(tx, world.actor.workspaceId, [
      { queue: 'letter', payload: { name }, startAfter },
    ]),
  );

const lateness = async (name: string, due: number): Promise<number> => {
  const run = await vi.waitFor(
    () => {
      const found = runs.find((each) => each.name === name);
      expect(found).toBeDefined();
      return found;
    },
    { timeout: 9_000, interval: 20 },
  );
  return (run?.at ?? 0) - due;
};

test('what is to be done at a time is done then, once, not at the next poll', async () => {
  world = await openKernelWorld({ outside: [letter] });
  await world.work();
  // Past the first polls of the workers, so that nothing but the clock can wake them.
  await pause(300);
  const due = Date.now() + 1_500;
  await putOff('later', new Date(due + 700));
  await putOff('first', new Date(due));
  await putOff('far', new Date(due + 3_600_000));
  const late = await lateness('first', due);
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(900);
  expect(await lateness('later', due + 700)).toBeLessThan(900);
  await pause(200);
  expect(runs.map(({ name }) => name)).toEqual(['first', 'later']);
});

test('a process that starts anew finds what was put off before it', async () => {
  world = await openKernelWorld({ outside: [letter] });
  const due = Date.now() + 2_000;
  await putOff('kept', new Date(due));
  await world.work();
  expect(await lateness('kept', due)).toBeLessThan(900);
});
