import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Listener } from './database.ts';
import { eventChannel } from './event-log.ts';
import type { Log } from './log.ts';

/** A notice can be lost with the process that committed. */
const lookMs = 5_000;
const restAfterTroubleMs = 1_000;

export type LogFollowerParts = {
  readonly db: Database;
  readonly log: Log;
  /** Stands in the log where it fails. */
  readonly name: string;
  /** What comes within this time is taken in together. */
  readonly gatherMs: number;
  readonly workspaces: () => Promise<readonly string[]>;
  /** Takes in some of what has happened in a workspace. @returns whether there is more to do */
  readonly advance: (workspaceId: string, goesOn: () => boolean) => Promise<boolean>;
};

/**
 * Wakes whoever keeps up with the event log when something has happened in a workspace. Any number of processes may run
 * it: whoever advances sees to it that one at a time does. The transactions of people and letters pay nothing for it.
 */
export function followLog(parts: LogFollowerParts): { stop(): Promise<void> } {
  const follower = new LogFollower(parts);
  const running = follower.run();
  return {
    async stop() {
      follower.stop();
      await running;
      await follower.close();
    },
  };
}

class LogFollower {
  readonly #parts: LogFollowerParts;
  readonly #listener: Listener;
  readonly #looking: NodeJS.Timeout;
  /** Workspaces in which something may have happened. */
  readonly #roused = new Set<string>();
  #everywhere = true;
  #stopped = false;
  #wake = Promise.withResolvers<void>();

  constructor(parts: LogFollowerParts) {
    this.#parts = parts;
    const everywhere = () => {
      this.#everywhere = true;
      this.#wake.resolve();
    };
    this.#listener = parts.db.listen(
      eventChannel,
      (workspaceId) => {
        this.#roused.add(workspaceId);
        this.#wake.resolve();
      },
      everywhere,
    );
    this.#looking = setInterval(everywhere, lookMs);
  }

  async run(): Promise<void> {
    while (this.#goesOn()) {
      await this.#round().catch((error: unknown) => this.#trouble(error));
      if (this.#roused.size === 0) {
        await this.#wake.promise;
        this.#wake = Promise.withResolvers();
      }
      await sleep(this.#stopped ? 0 : this.#parts.gatherMs);
    }
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#looking);
    this.#wake.resolve();
  }

  close(): Promise<void> {
    return this.#listener.close();
  }

  #goesOn(): boolean {
    return !this.#stopped;
  }

  async #trouble(error: unknown): Promise<void> {
    this.#parts.log.warn({ err: error }, this.#parts.name);
    this.#everywhere = true;
    await sleep(this.#stopped ? 0 : restAfterTroubleMs);
  }

  async #round(): Promise<void> {
    if (this.#everywhere) {
      this.#everywhere = false;
      for (const id of await this.#parts.workspaces()) {
        this.#roused.add(id);
      }
    }
    const now = [...this.#roused];
    this.#roused.clear();
    for (const id of now) {
      if (this.#goesOn() && (await this.#parts.advance(id, () => this.#goesOn()))) {
        this.#roused.add(id);
      }
    }
  }
}
