import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { noteWritten, openKernelWorld, writeNote, type KernelWorld } from '../test/kernel-world.ts';
import { defineSubscriber } from './subscribers.ts';
import type { OutsideJob } from './jobs.ts';

let world: KernelWorld;
afterEach(() => world.close());

const settled = async () => {
  await vi.waitFor(
    async () => {
      const { rows } = await world.admin.query(
        `select 1 from job_queue.job where state in ('created', 'active', 'retry') and name not like '\\_\\_%'`,
      );
      expect(rows).toEqual([]);
    },
    { timeout: 15_000, interval: 20 },
  );
};

/** What is to be tried again later is tried again with the next job. */
const bringForward = () =>
  world.admin.query(`update job_queue.job set start_after = now() where state = 'retry'`);

const copy = (fails: (text: string) => void = () => undefined) =>
  defineSubscriber({
    name: 'notes.copy-on-written',
    on: noteWritten,
    when: ({ text }) => !text.startsWith('copy of'),
    async handle({ event, execute }) {
      await execute(writeNote, { text: `copy of ${event.payload.text}` });
      fails(event.payload.text);
    },
  });

test('a fact is reacted to exactly once, whoever else works on the same queue', async () => {
  world = await openKernelWorld({ subscribers: [copy()] });
  await world.work();
  await world.work();
  for (let n = 1; n <= 20; n += 1) {
    await world.executor.execute(writeNote, { text: `${n}` }, world.actor);
  }
  await settled();
  const copies = (await world.notes()).filter((text) => text.startsWith('copy of'));
  expect(copies).toHaveLength(20);
  expect(new Set(copies).size).toBe(20);
});

test('a reaction that breaks after its command has written leaves nothing, and its next try does it once', async () => {
  let tries = 0;
  const breaking = copy(() => {
    tries += 1;
    if (tries === 1) {
      throw new Error('the machine went away between two steps');
    }
  });
  world = await openKernelWorld({ subscribers: [breaking] });
  await world.work();
  await world.executor.execute(writeNote, { text: 'one' }, world.actor);
  await vi.waitFor(() => expect(tries).toBe(1), { timeout: 5_000 });
  await pause(50);
  expect(await world.notes()).toEqual(['one']);
  await bringForward();
  await world.executor.execute(writeNote, { text: 'two' }, world.actor);
  await settled();
  expect(tries).toBe(3);
  expect((await world.notes()).toSorted()).toEqual(['copy of one', 'copy of two', 'one', 'two']);
});

test('a hundred jobs of one commit do not wait for a hundred polls', async () => {
  const done: unknown[] = [];
  const outside: OutsideJob = {
    name: 'tell-outside',
    concurrency: 2,
    retries: 3,
    retryDelaySeconds: 1,
    expireSeconds: 60,
    run: async ({ payload }) => void done.push(payload['n']),
  };
  world = await openKernelWorld({ outside: [outside] });
  await world.work();
  await world.db.transaction(world.actor.workspaceId, (tx) =>
    world.jobs.enqueueIn(
      tx,
      world.actor.workspaceId,
      Array.from({ length: 100 }, (_, n) => ({ queue: outside.name, payload: { n } })),
    ),
  );
  await vi.waitFor(() => expect(done).toHaveLength(100), { timeout: 5_000 });
});

test('what a refused command would have caused never starts', async () => {
  const handled: string[] = [];
  world = await openKernelWorld({ subscribers: [copy((text) => handled.push(text))] });
  await world.work();
  await expect(
    world.executor.execute(writeNote, { text: 'one', ending: 'refuse' }, world.actor),
  ).rejects.toThrow('note.refused');
  await settled();
  await pause(50);
  expect(handled).toEqual([]);
});

test('a call to the outside starts after the commit, without a transaction, and is tried again when it fails', async () => {
  const seen: string[] = [];
  const outside: OutsideJob = {
    name: 'tell-outside',
    concurrency: 1,
    retries: 3,
    retryDelaySeconds: 1,
    expireSeconds: 60,
    async run({ workspaceId, payload }) {
      expect(workspaceId).toBe(world.actor.workspaceId);
      seen.push(`${String(payload['text'])}: ${(await world.notes()).join()}`);
      if (seen.length === 1) {
        throw new Error('nobody answers');
      }
    },
  };
  world = await openKernelWorld({ outside: [outside] });
  await world.work();
  await world.executor.execute(writeNote, { text: 'one', job: outside.name }, world.actor);
  await vi.waitFor(() => expect(seen).toEqual(['one: one']), { timeout: 5_000 });
  await pause(50);
  await bringForward();
  await world.executor.execute(writeNote, { text: 'two', job: outside.name }, world.actor);
  await settled();
  expect(seen.toSorted()).toEqual(['one: one', 'one: one,two', 'two: one,two']);
});

test('work that waited while nobody was there is done at the next start', async () => {
  world = await openKernelWorld({ subscribers: [copy()] });
  await world.executor.execute(writeNote, { text: 'one' }, world.actor);
  expect(await world.notes()).toEqual(['one']);
  await world.work();
  await settled();
  expect(await world.notes()).toEqual(['one', 'copy of one']);
});
