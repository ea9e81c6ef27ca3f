import { setTimeout as sleep } from 'node:timers/promises';

/** Whoever asks whether we are ready waits for a second or so; a database that hangs is one that is not ready. */
const patienceMs = 2_000;

/** Asks the database once at a time, so that questions do not use up its connections while it hangs. */
export function openReadiness(ask: () => Promise<unknown>): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  return () => {
    asked ??= ask()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = null;
      });
    return Promise.race([asked, sleep(patienceMs, false, { ref: false })]);
  };
}
