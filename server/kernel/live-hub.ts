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
 * transactions below the oldest running one, so a slow writer's event is late, never skipped.
 */
export function openLiveHub(db: Database, views: readonly LiveView[], log: Log): LiveHub {
  const rooms = new Map<string, LiveRoom>();
  const lookEverywhere = () => rooms.forEach((room) => room.look());
  const listener = db.listen(
    eventChannel,
    (workspaceId) => rooms.get(workspaceId)?.look(),
    lookEverywhere,
  );
  const tell = (said: Whisper) => rooms.get(said.workspaceId)?.whisper(said);
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
    const room = rooms.get(workspaceId) ?? new LiveRoom({ db, views, log, workspaceId }, position);
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
