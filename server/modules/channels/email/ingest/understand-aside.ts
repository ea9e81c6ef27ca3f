import { Worker } from 'node:worker_threads';
import type { OwnMail } from '../automatic/read-automatic.ts';
import type { Understood } from './understand.ts';

export type AsideTask = { readonly id: number; readonly raw: Uint8Array; readonly own: OwnMail };
export type AsideResult =
  | { readonly id: number; readonly understood: Understood }
  | { readonly id: number; readonly problem: string };

type Waiting = PromiseWithResolvers<Understood>;
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** A thread that nobody needs any more gives its memory back. */
const idleMs = 30_000;
/** A letter that needs more is set aside with that as its error, instead of ending the process. */
const memoryMb = 512;
/** Small, so that what one letter leaves behind is soon collected. */
const youngMb = 8;

/** Another thread that reads letters, one after the other; there while it has something to read and a little longer. */
export class Aside {
  #thread: Thread | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  /** As `understand`. @throws Error also when the letter is too much for that thread */
  async understand(raw: Uint8Array, own: OwnMail): Promise<Understood> {
    clearTimeout(this.#idle);
    const { worker, waiting } = (this.#thread ??= this.#open());
    this.#last += 1;
    const task: AsideTask = { id: this.#last, raw, own };
    const answer = Promise.withResolvers<Understood>();
    waiting.set(task.id, answer);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(task);
    try {
      return await answer.promise;
    } finally {
      waiting.delete(task.id);
      this.#restSoon();
    }
  }

  #open(): Thread {
    const worker = new Worker(new URL('./understand-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
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
      if (this.#thread === opened) {
        this.#thread = null;
      }
      waiting.forEach(({ reject }) => reject(error));
    };
    worker.on('error', ended);
    worker.on('exit', () => ended(new Error('the thread that reads letters aside has ended')));
    return opened;
  }

  #restSoon(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.#thread?.waiting.size === 0) {
        void this.#thread.worker.terminate();
        this.#thread = null;
      }
    }, idleMs);
    this.#idle.unref();
  }
}
