import type { Log } from './kernel/log.ts';

/** Things that were started, to be stopped in reverse order. */
export type Stack = {
  add(name: string, stop: () => Promise<void>): void;
  /** Within `limitMs` altogether. @returns the names of what did not stop in its time */
  stopAll(): Promise<readonly string[]>;
};

type Entry = { readonly name: string; readonly stop: () => Promise<void> };

/** Kept for each of those still to be stopped: one that hangs must not take the time of the database below it. */
const reservedShare = 1 / 10;

export function openStack(log: Pick<Log, 'warn'>, { limitMs = 20_000 } = {}): Stack {
  let entries: Entry[] = [];
  return {
    add: (name, stop) => void entries.push({ name, stop }),
    async stopAll() {
      const all = entries.toReversed();
      entries = [];
      const endMs = performance.now() + limitMs;
      const hung: string[] = [];
      for (const [index, entry] of all.entries()) {
        const reservedMs = Math.min(0.5, (all.length - index - 1) * reservedShare) * limitMs;
        if (!(await stopsWithin(entry, endMs - reservedMs - performance.now(), log))) {
          hung.push(entry.name);
          log.warn({ hung: entry.name }, 'did not stop in time');
        }
      }
      return hung;
    },
  };
}

async function stopsWithin(
  { name, stop }: Entry,
  ms: number,
  log: Pick<Log, 'warn'>,
): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), Math.max(0, ms));
  // One that fails to stop must not keep the database running.
  const stopped = stop().then(
    () => true,
    (err: unknown) => {
      log.warn({ err }, `stopping ${name}`);
      return true;
    },
  );
  try {
    return await Promise.race([stopped, late]);
  } finally {
    clearTimeout(timer);
  }
}
