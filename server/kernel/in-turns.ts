import { setImmediate } from 'node:timers/promises';

/** So long whoever asks something may have to wait for work that nobody waits for. */
const shortTurnMs = 2;

/** Goes through long work in turns of the processor (`turnMs`) and lets everybody else have theirs in between. */
export async function inTurns(
  steps: Iterable<unknown>,
  { turnMs, rest = setImmediate }: { turnMs: number; rest?: () => Promise<unknown> },
): Promise<void> {
  let began = performance.now();
  for (const _ of steps) {
    if (performance.now() - began > turnMs) {
      await rest();
      began = performance.now();
    }
  }
}

/** As `list.map`, for background work that takes milliseconds. */
export async function mapInTurns<Item, Result>(
  list: Iterable<Item>,
  map: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  function* each() {
    for (const item of list) {
      yield results.push(map(item));
    }
  }
  await inTurns(each(), { turnMs: shortTurnMs });
  return results;
}
