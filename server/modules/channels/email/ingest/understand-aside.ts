import { Worker } from 'node:worker_threads';
import type { OwnMail } from '../automatic/read-automatic.ts';
import type { Understood } from './understand.ts';

export type AsideTask = { readonly id: number; readonly raw: Uint8Array; readonly own: OwnMail };
export type AsideResult =
  | { readonly id: number; readonly understood: Understood }
  | { readonly id: number; readonly problem: string };

type Waiting = PromiseWithResolvers<Understood>;
type Aside = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** A thread that nobody needs any more gives its memory back. */
const idleMs = 30_000;
/** A letter that needs more is set aside with that as its error, instead of ending the process. */
const memoryMb = 512;

let aside: Aside | null = null;
let idle: NodeJS.Timeout | undefined;
let last = 0;

/** As `understand`, on another thread. @throws Error also when the letter is too much for that thread */
export async function understandAside(raw: Uint8Array, own: OwnMail): Promise<Understood> {
  clearTimeout(idle);
  const { worker, waiting } = (aside ??= open());
  last += 1;
  const task: AsideTask = { id: last, raw, own };
  const answer = Promise.withResolvers<Understood>();
  waiting.set(task.id, answer);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(task);
  try {
    return await answer.promise;
  } finally {
    waiting.delete(task.id);
    restSoon();
  }
}

function open(): Aside {
  const worker = new Worker(new URL('./understand-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const waiting = new Map<number, Waiting>();
  const opened = { worker, waiting };
  worker.unref();
  worker.on('message', (result: AsideResult) => {
    if ('understood' in result) {
      waiting.get(result.id)?.resolve(result.understood);
    } else {
      waiting.get(result.id)?.reject(new Error(result.problem));
    }
  });
  const ended = (error: unknown): void => {
    if (aside === opened) {
      aside = null;
    }
    waiting.forEach(({ reject }) => reject(error));
  };
  worker.on('error', ended);
  worker.on('exit', () => ended(new Error('the thread that reads large letters has ended')));
  return opened;
}

function restSoon(): void {
  clearTimeout(idle);
  idle = setTimeout(() => {
    if (aside?.waiting.size === 0) {
      void aside.worker.terminate();
      aside = null;
    }
  }, idleMs);
  idle.unref();
}
