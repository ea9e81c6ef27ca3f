import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Listener } from '../../kernel/database.ts';
import { eventChannel } from '../../kernel/event-log.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { sortIn } from './index-store.ts';
import { indexStep } from './indexing.ts';

/** What comes within this time is taken in together; far below the two seconds in which a letter is to be found. */
const gatherMs = 700;
/** A notice can be lost with the process that committed. */
const lookMs = 5_000;
const restAfterTroubleMs = 1_000;
/** What was there before the index leaves the machine to the people for as long as it has used it, but no longer. */
const mostRestMs = 1_000;
/** Sorted in at least every so many steps, or what is new is looked through word by word by everybody who searches. */
const stepsBeforeSorting = 8;

type Parts = { readonly db: Database; readonly log: Log };

/**
 * Keeps the search index up with the event log: any number of processes may run it, one at a time follows a workspace.
 * The transactions of people and letters pay nothing for it but their own facts, which they write anyway.
 */
export function startSearchIndexing(parts: Parts): { stop(): Promise<void> } {
  const follower = new Follower(parts);
  const running = follower.run();
  return {
    async stop() {
      follower.stop();
      await running;
      await follower.close();
    },
  };
}

class Follower {
  readonly #parts: Parts;
  readonly #listener: Listener;
  readonly #looking: NodeJS.Timeout;
  /** Workspaces in which something may have happened. */
  readonly #roused = new Set<string>();
  #everywhere = true;
  #stopped = false;
  #wake = Promise.withResolvers<void>();

  constructor(parts: Parts) {
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
      await sleep(this.#stopped ? 0 : gatherMs);
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
    this.#parts.log.warn({ err: error }, 'search index');
    this.#everywhere = true;
    await sleep(this.#stopped ? 0 : restAfterTroubleMs);
  }

  async #round(): Promise<void> {
    if (this.#everywhere) {
      this.#everywhere = false;
      for (const id of await listWorkspaceIds(this.#parts.db)) {
        this.#roused.add(id);
      }
    }
    const now = [...this.#roused];
    this.#roused.clear();
    for (const id of now) {
      if (this.#goesOn() && (await this.#advance(id))) {
        this.#roused.add(id);
      }
    }
  }

  /** Some steps of one workspace. @returns whether there is more to do */
  async #advance(workspaceId: string): Promise<boolean> {
    const { db } = this.#parts;
    let steps = 0;
    let more = true;
    while (more && this.#goesOn() && steps < stepsBeforeSorting) {
      const before = performance.now();
      const { did } = await indexStep(db, workspaceId);
      more = did === 'followed' || did === 'rebuilt';
      steps += more ? 1 : 0;
      if (did === 'rebuilt') {
        await sleep(Math.min(performance.now() - before, mostRestMs));
      }
    }
    if (steps > 0) {
      await db.unbound(sortIn);
    }
    return more;
  }
}
