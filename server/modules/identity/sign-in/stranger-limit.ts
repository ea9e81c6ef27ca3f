import { addressKey, addressLock, lockSeconds } from '../rules.ts';
import { tooMany } from './tries.ts';

type Tries = { count: number; lastMs: number; lockedUntilMs: number };

const mostAddresses = 10_000;

/**
 * Tries at addresses that no workspace knows have no workspace to be counted in, yet each costs a look through
 * all of them: counted by address in this process.
 */
export class StrangerLimit {
  readonly #tries = new Map<string, Tries>();

  /** @throws Refusal 429 */
  mustBeOpen(ip: string, now: Date): void {
    const lockedUntilMs = this.#tries.get(addressKey(ip))?.lockedUntilMs ?? 0;
    if (lockedUntilMs > now.getTime()) {
      throw tooMany(new Date(lockedUntilMs), now);
    }
  }

  charge(ip: string, now: Date): void {
    const key = addressKey(ip);
    const nowMs = now.getTime();
    const last = this.#tries.get(key);
    const fresh = !last || nowMs - last.lastMs > addressLock.forgetSeconds * 1000;
    const count = fresh ? 1 : last.count + 1;
    const lockedUntilMs = nowMs + lockSeconds(count, addressLock) * 1000;
    if (this.#tries.size >= mostAddresses) {
      this.#tries.clear();
    }
    this.#tries.set(key, { count, lastMs: nowMs, lockedUntilMs });
  }
}
