import type { Actor } from './actor.ts';
import type { Database, Listener, Reader } from './database.ts';
import type { EventLine } from './event-line.ts';
import { eventChannel } from './event-log.ts';
import { definePoint } from './extension-points.ts';
import { readAfter, readPosition, type PlacedEvent, type Position } from './live-log.ts';
import type { Log } from './log.ts';

/** What a module adds to the facts it owns on their way to live screens. */
export type LiveView = {
  covers(eventName: string): boolean;
  /** Once for all watchers: what to send beside the fact, and who may see it. */
  enrich(db: Reader, workspaceId: string, events: readonly EventLine[]): Promise<EnrichedEvent[]>;
  /** Numbers that each watcher sees in their own way, e.g. counters of views. */
  counts?(db: Reader, workspaceId: string): Promise<(actor: Actor) => Record<string, number>>;
};

export type EnrichedEvent = {
  readonly event: EventLine;
  readonly extra: Readonly<Record<string, unknown>>;
  visibleTo(actor: Actor): boolean;
};

export const liveViews = definePoint<LiveView>('kernel.live-views');

export type Watcher = {
  actor: Actor;
  /** False: the watcher is gone or too slow. */
  send(frame: string): boolean;
};

type Room = {
  readonly workspaceId: string;
  readonly watchers: Set<Watcher>;
  position: Position;
  busy: boolean;
  again: boolean;
  counted: Map<Watcher, string>;
  countTimer: NodeJS.Timeout | undefined;
};

export type LiveHub = {
  /** Adds a watcher; with `since` it first gets everything after that, without a gap. */
  watch(watcher: Watcher, since: Position | null): Promise<void>;
  leave(watcher: Watcher): void;
  close(): Promise<void>;
  readonly watching: () => number;
};

const batch = 500;
const backlogLimit = 2_000;
const countDelayMs = 120;
/** A notice can be lost with the process that committed; so each room looks for itself now and then. */
const lookMs = 5_000;

/**
 * One reader per process and workspace, whatever the number of screens. It follows the commit-safe position: only
 * transactions below the oldest running one, so a slow writer's event is late, never skipped.
 */
export function openLiveHub(db: Database, views: readonly LiveView[], log: Log): LiveHub {
  const rooms = new Map<string, Room>();
  const listener: Listener = db.listen(
    eventChannel,
    (workspaceId) => pump(rooms.get(workspaceId)),
    () => rooms.forEach(pump),
  );
  const looking = setInterval(() => rooms.forEach(pump), lookMs);

  function pump(room: Room | undefined): void {
    if (!room) {
      return;
    }
    if (room.busy) {
      room.again = true;
      return;
    }
    room.busy = true;
    room.again = false;
    void deliver(room)
      .catch((error: unknown) => {
        log.warn({ err: error }, 'live stream');
        return 'soon' as const;
      })
      .then((next) => {
        room.busy = false;
        if (next === 'soon') {
          setTimeout(() => pump(room), 25);
        } else if (room.again || next === 'now') {
          pump(room);
        }
      });
  }

  async function deliver(room: Room): Promise<'now' | 'soon' | 'idle'> {
    const { events, more } = await db.read(room.workspaceId, (reader) =>
      readAfter(reader, room.workspaceId, { position: room.position, limit: batch }),
    );
    const last = events.at(-1);
    if (last) {
      const frames = await framesOf(room.workspaceId, events);
      for (const watcher of room.watchers) {
        sendAll(watcher, frames);
      }
      room.position = last.position;
      countSoon(room);
    }
    return events.length === batch ? 'now' : more ? 'soon' : 'idle';
  }

  async function framesOf(workspaceId: string, events: readonly PlacedEvent[]): Promise<Frame[]> {
    const enriched = new Map<string, EnrichedEvent>();
    await db.read(workspaceId, async (reader) => {
      for (const view of views) {
        const own = events.map(({ line }) => line).filter(({ name }) => view.covers(name));
        for (const one of own.length > 0 ? await view.enrich(reader, workspaceId, own) : []) {
          enriched.set(one.event.id, one);
        }
      }
    });
    return events.flatMap(({ line, position }) => {
      const one = enriched.get(line.id);
      return one ? [{ text: frameText(line, position, one.extra), one }] : [];
    });
  }

  function sendAll(watcher: Watcher, frames: readonly Frame[]): void {
    const text = frames.flatMap((frame) => (frame.one.visibleTo(watcher.actor) ? [frame.text] : []));
    if (text.length > 0 && !watcher.send(text.join(''))) {
      leave(watcher);
    }
  }

  function countSoon(room: Room): void {
    room.countTimer ??= setTimeout(() => {
      room.countTimer = undefined;
      void sendCounts(room).catch((error: unknown) => log.warn({ err: error }, 'live counters'));
    }, countDelayMs);
  }

  async function sendCounts(room: Room): Promise<void> {
    for (const { counts } of views) {
      const countFor = counts && (await db.read(room.workspaceId, (reader) => counts(reader, room.workspaceId)));
      for (const watcher of countFor ? room.watchers : []) {
        const text = `event: counts\ndata: ${JSON.stringify(countFor?.(watcher.actor))}\n\n`;
        if (room.counted.get(watcher) !== text) {
          room.counted.set(watcher, text);
          watcher.send(text);
        }
      }
    }
  }

  async function roomOf(workspaceId: string): Promise<Room> {
    const known = rooms.get(workspaceId);
    if (known) {
      return known;
    }
    const position = await db.read(workspaceId, readPosition);
    const room: Room = rooms.get(workspaceId) ?? {
      workspaceId,
      watchers: new Set(),
      position,
      busy: false,
      again: false,
      counted: new Map(),
      countTimer: undefined,
    };
    rooms.set(workspaceId, room);
    return room;
  }

  async function sendBacklog(room: Room, watcher: Watcher, since: Position): Promise<void> {
    const until = room.position;
    const backlog = await db.read(room.workspaceId, (reader) =>
      readAfter(reader, room.workspaceId, { position: since, until, limit: backlogLimit }),
    );
    if (backlog.events.length >= backlogLimit || backlog.fromFuture) {
      watcher.send('event: reset\ndata: {}\n\n');
      return;
    }
    sendAll(watcher, await framesOf(room.workspaceId, backlog.events));
  }

  async function watch(watcher: Watcher, since: Position | null): Promise<void> {
    const room = await roomOf(watcher.actor.workspaceId);
    if (!since) {
      room.watchers.add(watcher);
    } else {
      // What comes meanwhile waits here, behind the backlog: order is kept and nothing falls between.
      const waiting: string[] = [];
      const gate: Watcher = { actor: watcher.actor, send: (text) => waiting.push(text) > 0 };
      room.watchers.add(gate);
      try {
        await sendBacklog(room, watcher, since);
      } finally {
        room.watchers.delete(gate);
      }
      waiting.forEach((text) => watcher.send(text));
      room.watchers.add(watcher);
    }
    pump(room);
    countSoon(room);
  }

  function leave(watcher: Watcher): void {
    const room = rooms.get(watcher.actor.workspaceId);
    room?.watchers.delete(watcher);
    room?.counted.delete(watcher);
    if (room?.watchers.size === 0 && !room.busy) {
      clearTimeout(room.countTimer);
      rooms.delete(room.workspaceId);
    }
  }

  return {
    watch,
    leave,
    watching: () => [...rooms.values()].reduce((sum, { watchers }) => sum + watchers.size, 0),
    async close() {
      clearInterval(looking);
      rooms.forEach(({ countTimer }) => clearTimeout(countTimer));
      rooms.clear();
      await listener.close();
    },
  };
}

type Frame = { readonly text: string; readonly one: EnrichedEvent };

function frameText(line: EventLine, { tx, id }: Position, extra: Readonly<Record<string, unknown>>) {
  return `id: ${tx}-${id}\nevent: change\ndata: ${JSON.stringify({ ...line, ...extra })}\n\n`;
}
