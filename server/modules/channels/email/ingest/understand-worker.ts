import { parentPort } from 'node:worker_threads';
import type { AsideTask, AsideResult } from './understand-aside.ts';
import { understand } from './understand.ts';

/** The other end of understand-aside.ts, on a thread of its own. */
parentPort?.on('message', ({ id, raw, own }: AsideTask) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const answer = (result: AsideResult) => parentPort?.postMessage(result);
  understand(raw, own).then(
    (understood) => answer({ id, understood }),
    (error: unknown) => answer({ id, problem: String((error as Error)?.message ?? error) }),
  );
});
