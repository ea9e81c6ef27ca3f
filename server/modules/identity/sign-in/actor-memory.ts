import type { Actor } from '../../../kernel/actor.ts';
import type { ActorMemory } from '../points.ts';

export type Remembered = {
  /** As it will act; the address differs by request. */
  readonly actor: Omit<Actor, 'ip'>;
  readonly userId: string;
  readonly expiresAt: Date | null;
  readonly seenAt: Date | null;
};

const rememberMs = 8_000;
/** Longer than a transaction that changes rights takes: what is read meanwhile may be the state before it. */
const quietMs = 3_000;
const mostEntries = 20_000;

type Entry = Remembered & { readAt: number; seen: Date | null };

/** Who is signed in, for a few seconds, so that a request costs no look-up. Keys are hashes, never secrets. */
export class Actors implements ActorMemory {
  readonly #entries = new Map<string, Entry>();
  readonly #quiet = new Map<string, number>();

  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry && performance.now() - entry.readAt > rememberMs) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry;
  }

  put(key: string, remembered: Remembered): Entry {
    const entry = { ...remembered, readAt: performance.now(), seen: remembered.seenAt };
    const { workspaceId } = remembered.actor;
    if (this.#isQuiet(`${workspaceId}:`) || this.#isQuiet(`${workspaceId}:${remembered.userId}`)) {
      return entry;
    }
    if (this.#entries.size >= mostEntries) {
      this.#entries.clear();
    }
    this.#entries.set(key, entry);
    return entry;
  }

  forget(workspaceId: string, userId: string | null): void {
    if (this.#quiet.size > 1_000) {
      [...this.#quiet.keys()].forEach((key) => this.#isQuiet(key));
    }
    this.#quiet.set(`${workspaceId}:${userId ?? ''}`, performance.now());
    for (const [key, entry] of this.#entries) {
      const concerned = entry.actor.workspaceId === workspaceId;
      if (concerned && (userId === null || entry.userId === userId)) {
        this.#entries.delete(key);
      }
    }
  }

  /** After a gap in the notices nothing is known for sure. */
  forgetAll(): void {
    this.#entries.clear();
  }

  #isQuiet(key: string): boolean {
    const since = this.#quiet.get(key);
    if (since === undefined) {
      return false;
    }
    if (performance.now() - since > quietMs) {
      this.#quiet.delete(key);
      return false;
    }
    return true;
  }
}
