import { setTimeout as wait } from 'node:timers/promises';

/** What a mailbox needs of the world around, injected so that tests do not wait. */
export type MailEnvironment = {
  now(): Date;
  /** Resolves early, never rejects, when the signal aborts. */
  sleep(delayMs: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
};

export const systemEnvironment: MailEnvironment = {
  now: () => new Date(),
  async sleep(delayMs, signal) {
    try {
      await wait(delayMs, undefined, { signal });
    } catch {
      // Woken before its time.
    }
  },
  random: () => Math.random(),
};

/** Doubles from one second to five minutes, spread by ±20 % so that a hundred mailboxes do not come back at once. */
export function reconnectDelayMs(attempt: number, random: number): number {
  const plain = Math.min(1_000 * 2 ** Math.max(0, attempt - 1), 5 * 60_000);
  return Math.round(plain * (0.8 + 0.4 * random));
}

/** A refused sign-in is asked again rarely: providers lock an account that keeps knocking. */
export function signInDelayMs(attempt: number, random: number): number {
  const plain = Math.min(60_000 * 2 ** Math.max(0, attempt - 1), 30 * 60_000);
  return Math.round(plain * (0.8 + 0.4 * random));
}
