import { setTimeout as sleep } from 'node:timers/promises';

type Patience = { readonly withinMs?: number; readonly everyMs?: number };

/**
 * Asks again until there is an answer; a failure of the question counts as "not yet".
 * @throws what the last question failed with, or that the answer never came
 */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  { withinMs = 20_000, everyMs = 50 }: Patience = {},
): Promise<T> {
  const deadline = performance.now() + withinMs;
  let failure: unknown;
  for (;;) {
    try {
      const answer = await ask();
      failure = undefined;
      if (answer !== null && answer !== undefined && answer !== false) {
        return answer;
      }
    } catch (error) {
      failure = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`${what}: not within ${withinMs} ms`, { cause: failure });
    }
    await sleep(everyMs);
  }
}
