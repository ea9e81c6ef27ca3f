import { connect, type AddressInfo, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openKernelWorld, writeNote, type KernelWorld } from '../test/kernel-world.ts';
import type { Actor } from './actor.ts';
import { openHttp, sessionCookie } from './http.ts';
import { openLiveHub, type LiveHub } from './live-hub.ts';
import { liveRoute } from './live-route.ts';
import type { LiveView } from './live.ts';
import { silentLog } from './log.ts';

const filler = 'x'.repeat(500_000);
const notes: LiveView = {
  covers: (name) => name.startsWith('note.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: String(event.payload['text']).startsWith('large') ? { filler } : {},
      visibleTo: () => true,
    })),
};

let world: KernelWorld;
let hub: LiveHub;
let http: FastifyInstance;
let sessions: Map<string, Actor>;
let sockets: Socket[];

beforeEach(async () => {
  world = await openKernelWorld();
  hub = openLiveHub(world.db, [notes], silentLog);
  sessions = new Map([['anna', world.actor]]);
  sockets = [];
  const authenticate = async ({ cookie }: { cookie: string | undefined }) =>
    sessions.get(cookie ?? '') ?? null;
  http = await openHttp({
    db: world.db,
    executor: world.executor,
    routes: [liveRoute({ hub: () => hub, authenticate, heartbeatMs: 100 })],
    clock: world.clock.now,
    log: silentLog,
    authenticate,
    publicUrl: undefined,
    trustProxy: false,
  });
  await http.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  sockets.forEach((socket) => socket.destroy());
  await http.close();
  await hub.close();
  await world.close();
});

type Screen = {
  readonly socket: Socket;
  readonly heard: () => string;
  readonly isClosed: () => boolean;
  /** Texts of the notes it was told of. */
  readonly texts: () => string[];
  readonly lastId: () => string;
};

function openScreen(headers = ''): Screen {
  const { port } = http.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  let closed = false;
  socket.setEncoding('utf8');
  // What only fills is not kept: searching through it again and again would be the slowest part of the test.
  socket.on('data', (chunk) => void (heard += String(chunk).replaceAll(/x{3,}/g, '')));
  socket.on('close', () => void (closed = true));
  socket.on('error', () => undefined);
  socket.write(
    `GET /api/v1/stream HTTP/1.1\r\nHost: desk.test\r\nCookie: ${sessionCookie}=anna\r\n${headers}\r\n`,
  );
  return {
    socket,
    heard: () => heard,
    isClosed: () => closed,
    texts: () => [...heard.matchAll(/"payload":\{"text":"([^"]*)"/g)].map(([, text = '']) => text),
    lastId: () => [...heard.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '',
  };
}

const soon = { timeout: 5_000, interval: 10 };
const write = (text: string) => world.executor.execute(writeNote, { text }, world.actor);
const isOpen = (screen: Screen) =>
  vi.waitFor(() => expect(screen.heard()).toContain('retry: 1000'), soon);

test('a browser hears what happens, and signs of life in between', async () => {
  const screen = openScreen();
  await isOpen(screen);
  expect(screen.heard()).toMatch(/^HTTP\/1\.1 200 /);
  expect(screen.heard()).toMatch(/content-type: text\/event-stream/i);
  expect(screen.heard()).toMatch(/x-accel-buffering: no/i);
  await write('first');
  await vi.waitFor(() => expect(screen.texts()).toEqual(['first']), soon);
  const before = screen.heard().length;
  await vi.waitFor(
    () =>
      expect(
        screen
          .heard()
          .slice(before)
          .match(/: still here/g)?.length,
      ).toBeGreaterThan(2),
    soon,
  );
  expect(screen.isClosed()).toBe(false);
});

test('who comes back by Last-Event-ID hears what was missed, once and in order', async () => {
  const screen = openScreen();
  await isOpen(screen);
  await write('seen');
  await vi.waitFor(() => expect(screen.texts()).toEqual(['seen']), soon);
  const lastId = screen.lastId();
  screen.socket.destroy();
  await vi.waitFor(() => expect(hub.watching()).toBe(0), soon);
  await write('missed');
  await write('missed too');
  const again = openScreen(`Last-Event-ID: ${lastId}\r\n`);
  await vi.waitFor(() => expect(again.texts()).toEqual(['missed', 'missed too']), soon);
  await write('live');
  await vi.waitFor(() => expect(again.texts()).toEqual(['missed', 'missed too', 'live']), soon);
});

test('a browser that heard nothing before its line broke comes back to its place too', async () => {
  const screen = openScreen();
  await vi.waitFor(() => expect(screen.lastId()).toMatch(/^\d+-/), soon);
  const lastId = screen.lastId();
  screen.socket.destroy();
  await vi.waitFor(() => expect(hub.watching()).toBe(0), soon);
  await write('missed from the start');
  const again = openScreen(`Last-Event-ID: ${lastId}\r\n`);
  await vi.waitFor(() => expect(again.texts()).toEqual(['missed from the start']), soon);
});

test('a session that ends ends its stream, and says so', async () => {
  const screen = openScreen();
  await isOpen(screen);
  sessions.delete('anna');
  await vi.waitFor(() => expect(screen.heard()).toContain('event: ended'), soon);
  await vi.waitFor(() => expect(hub.watching()).toBe(0), soon);
  await write('secret');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(screen.texts()).toEqual([]);
});

test('a reader that does not read is let go, and keeps nobody else waiting', async () => {
  const slow = openScreen();
  await isOpen(slow);
  slow.socket.pause();
  const quick = openScreen();
  await isOpen(quick);
  expect(hub.watching()).toBe(2);
  // The system keeps a part of what is not read for itself, up to tens of megabytes of it.
  const texts: string[] = [];
  while (hub.watching() > 1 && texts.length < 200) {
    const text = `large ${texts.length}`;
    texts.push(text);
    await write(text);
    await vi.waitFor(() => expect(quick.texts().at(-1)).toBe(text), soon);
  }
  expect(hub.watching()).toBe(1);
  expect(quick.texts()).toEqual(texts);
  slow.socket.resume();
  await vi.waitFor(() => expect(slow.isClosed()).toBe(true), soon);
});
