import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { eventChannel } from './event-log.ts';
import { readPosition, type Position } from './live-log.ts';
import { LiveRoom } from './live-room.ts';
import { openPresence, type Presence } from './live-presence.ts';
import { whisperChannel, type Whisper } from './live-whisper.ts';
import type { LiveView, Watcher } from './live.ts';
import type { Log } from './log.ts';

export type LiveHub = {
  /** Adds a watcher; with `since` it first gets everything after that, without a gap. */
  watch(watcher: Watcher, since: Position | null): Promise<void>;
  leave(watcher: Watcher): void;
  close(): Promise<void>;
  readonly watching: () => number;
  readonly presence: Presence;
};

/** A notice can be lost with the process that committed; so each room looks for itself now and then. */
const lookMs = 5_000;

/**
 * One reader per process and workspace, whatever the number of screens. It follows the commit-safe position: only
 * transactions below the oldest running one, so a slow writer's event is late, never skipped. With a clock, what happened
 * long before it was written is not told fact by fact: screens ask anew.
 */
// oxlint-disable-next-line eslint/max-lines-per-function -- one closure over the rooms of a process
export function openLiveHub(
  db: Database,
  views: readonly LiveView[],
  log: Log,
  clock?: Clock,
): LiveHub {
  const rooms = new Map<string, LiveRoom>();
  const tell = (said: Whisper) => rooms.get(said.workspaceId)?.whisper(said);
  const lookEverywhere = () => rooms.forEach((room) => room.look());
  const listener = db.listen(
    eventChannel,
    (workspaceId) => rooms.get(workspaceId)?.look(),
    lookEverywhere,
  );
  const whispers = db.listen(
    whisperChannel,
    (payload) => tell(JSON.parse(payload) as Whisper),
    () => undefined,
  );
  const presence = openPresence({ db, log, tell });
  const looking = setInterval(lookEverywhere, lookMs);

  async function roomOf(workspaceId: string): Promise<LiveRoom> {
    const known = rooms.get(workspaceId);
    if (known) {
      return known;
    }
    const position = await db.read(workspaceId, readPosition);
    const parts = { db, views, log, clock, workspaceId };
    const room = rooms.get(workspaceId) ?? new LiveRoom(parts, position);
    rooms.set(workspaceId, room);
    return room;
  }

  return {
    async watch(watcher, since) {
      const { workspaceId } = watcher.actor;
      let room = await roomOf(workspaceId);
      while (rooms.get(workspaceId) !== room) {
        // The last one left while we were waiting, and the room was closed behind them.
        room = await roomOf(workspaceId);
      }
      await room.watch(watcher, since);
    },

    leave(watcher) {
      const { workspaceId } = watcher.actor;
      const room = rooms.get(workspaceId);
      room?.leave(watcher);
      if (room?.isIdle) {
        room.close();
        rooms.delete(workspaceId);
      }
    },

    watching: () => [...rooms.values()].reduce((sum, { size }) => sum + size, 0),

    presence,

    async close() {
      clearInterval(looking);
      rooms.forEach((room) => room.close());
      rooms.clear();
      await presence.close();
      await whispers.close();
      await listener.close();
    },
  };
}
