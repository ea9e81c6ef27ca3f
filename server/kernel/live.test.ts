import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from './actor.ts';
import { newId } from './ids.ts';
import { readLastEventId } from './live-log.ts';
import { openLiveHub, type LiveHub } from './live-hub.ts';
import type { LiveView, Watcher } from './live.ts';
import { silentLog } from './log.ts';
import { openKernelWorld, writeNote, type KernelWorld } from '../test/kernel-world.ts';

const notes: LiveView = {
  covers: (name) => name.startsWith('note.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) =>
        actor.scope === 'all' || !String(event.payload['text']).includes('hidden'),
    })),
};

let world: KernelWorld;
let hub: LiveHub;
beforeEach(async () => {
  world = await openKernelWorld();
  hub = openLiveHub(world.db, [notes], silentLog);
});
afterEach(async () => {
  await hub.close();
  await world.close();
});

type Screen = Watcher & { readonly frames: string[]; readonly lastId: () => string | undefined };

function screen(actor: Actor = world.actor): Screen {
  const frames: string[] = [];
  return {
    actor,
    frames,
    lastId: () =>
      /^id: (.*)$/m.exec(frames.findLast((frame) => frame.startsWith('id:')) ?? '')?.[1],
    send: (text) => frames.push(...text.split(/(?<=\n\n)/)) > 0,
  };
}

const textsOf = ({ frames }: Screen): string[] =>
  frames
    .filter((frame) => frame.includes('event: change'))
    .map((frame) => JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] ?? '{}').payload.text as string);

const write = (text: string, actor = world.actor) =>
  world.executor.execute(writeNote, { text }, actor);

const shows = (watcher: Screen, texts: string[]) =>
  vi.waitFor(() => expect(textsOf(watcher)).toEqual(texts), { timeout: 5_000, interval: 10 });

/** A position is safe only below the oldest transaction of the whole server, and other tests run on it too. */
const isPast = () =>
  vi.waitFor(
    async () => {
      const { rows } = await world.admin.query(
        `select pg_snapshot_xmin(pg_current_snapshot()) > max(tx) as past from event`,
      );
      expect(rows[0].past).toBe(true);
    },
    { timeout: 5_000, interval: 10 },
  );

test('what happens is on the screen, in order, and nothing of before', async () => {
  await write('before');
  await isPast();
  const watcher = screen();
  await hub.watch(watcher, null);
  for (let n = 1; n <= 30; n += 1) {
    await write(`${n}`);
  }
  await shows(
    watcher,
    Array.from({ length: 30 }, (_, index) => `${index + 1}`),
  );
});

test('another company hears nothing', async () => {
  const other = await world.workspace();
  const [own, foreign] = [screen(), screen(other)];
  await hub.watch(own, null);
  await hub.watch(foreign, null);
  await write('ours');
  await write('theirs', other);
  await shows(own, ['ours']);
  await shows(foreign, ['theirs']);
});

test('whoever may not see a thing hears nothing of it', async () => {
  const limited = screen({ ...world.actor, scope: 'teams' });
  const all = screen();
  await hub.watch(limited, null);
  await hub.watch(all, null);
  await write('hidden');
  await write('open');
  await shows(all, ['hidden', 'open']);
  await shows(limited, ['open']);
});

test('a slow writer that began earlier is late, never lost, also for who comes back meanwhile', async () => {
  const watcher = screen();
  await hub.watch(watcher, null);
  await write('first');
  await shows(watcher, ['first']);

  const slow = new Client({ connectionString: world.url });
  await slow.connect();
  await slow.query(`begin; set local otklik.workspace = '${world.actor.workspaceId}'`);
  await insertEvent(slow, 'slow');
  await write('quick');
  await pause(150);
  // Held back: whoever remembered the quick one as the last seen would never get the slow one.
  expect(textsOf(watcher)).toEqual(['first']);
  hub.leave(watcher);

  const returning = screen();
  await hub.watch(returning, readLastEventId(watcher.lastId()));
  await slow.query('commit');
  await slow.end();
  await vi.waitFor(() => expect(textsOf(returning).toSorted()).toEqual(['quick', 'slow']), {
    timeout: 5_000,
  });
});

test('who was away gets what was missed, once, while others write on', async () => {
  const watcher = screen();
  await hub.watch(watcher, null);
  await write('0');
  await shows(watcher, ['0']);
  hub.leave(watcher);
  for (let n = 1; n <= 20; n += 1) {
    await write(`${n}`);
  }
  const returning = screen();
  const writing = (async () => {
    for (let n = 21; n <= 40; n += 1) {
      await write(`${n}`);
    }
  })();
  await hub.watch(returning, readLastEventId(watcher.lastId()));
  await writing;
  await shows(
    returning,
    Array.from({ length: 40 }, (_, index) => `${index + 1}`),
  );
});

test('who was away for too long is told to read anew', async () => {
  const since = readLastEventId(`3-${newId()}`);
  await world.admin.query(
    `insert into event (workspace_id, id, name, actor_kind, actor_name, payload, at)
     select $1, gen_random_uuid(), 'note.written', 'system', 'x', '{"text": "x"}', now() from generate_series(1, 2100)`,
    [world.actor.workspaceId],
  );
  await isPast();
  const watcher = screen();
  await hub.watch(watcher, since);
  expect(watcher.frames).toContain('event: reset\ndata: {}\n\n');
});

test('a position that this database has not reached yet is answered by "read anew"', async () => {
  const watcher = screen();
  await hub.watch(watcher, readLastEventId(`99999999999-${newId()}`));
  expect(watcher.frames).toContain('event: reset\ndata: {}\n\n');
});

test('a screen that takes nothing more is left behind and holds up nobody', async () => {
  const stuck: Watcher = { actor: world.actor, send: () => false };
  const watcher = screen();
  await hub.watch(stuck, null);
  await hub.watch(watcher, null);
  await write('one');
  await write('two');
  await shows(watcher, ['one', 'two']);
  expect(hub.watching()).toBe(1);
});

test.each([
  '',
  'x',
  '1',
  '1-',
  '-1-a',
  `1'-${'0'.repeat(36)}`,
  `${'9'.repeat(25)}-${'0'.repeat(36)}`,
])('the position "%s" is nobody\'s', (text) => expect(readLastEventId(text)).toBeNull());

async function insertEvent(client: Client, text: string): Promise<void> {
  await client.query(
    `insert into event (workspace_id, id, name, actor_kind, actor_name, payload, at)
     values ($1, $2, 'note.written', 'system', 'slow', $3, now())`,
    [world.actor.workspaceId, newId(), JSON.stringify({ text })],
  );
  await client.query(`select pg_notify('otklik_event', '${world.actor.workspaceId}')`);
}

test('what is brought in from the past is not told fact by fact: screens ask anew, once', async () => {
  const later = new Date(world.clock.now().getTime() + 3 * 3_600_000);
  const slow = openLiveHub(world.db, [notes], silentLog, () => later);
  const watcher = screen();
  await slow.watch(watcher, null);
  await write('long ago');
  await write('long ago, too');
  const isReset = (frame: string) => frame.includes('event: reset');
  await vi.waitFor(() => expect(watcher.frames.some(isReset)).toBe(true), { timeout: 5_000 });
  expect(watcher.frames.filter(isReset)).toHaveLength(1);
  expect(textsOf(watcher)).toEqual([]);
  await slow.close();
});
