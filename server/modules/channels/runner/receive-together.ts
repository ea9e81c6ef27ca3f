import { systemActor } from '../../../kernel/actor.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { receiveLetter, receiveLetters, type RawLetterInput } from '../commands/receive-letter.ts';

type Waiting = {
  readonly letter: RawLetterInput;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

const atMost = 50;
const lines = new WeakMap<Executor, Map<string, Waiting[]>>();

/**
 * Makes a raw letter known. Letters that come while others are being written are written together next: the sync to disk
 * at the end of a transaction is what bounds the intake. Resolves when the letter's row is committed.
 */
export function receiveTogether(
  executor: Executor,
  workspaceId: string,
  letter: RawLetterInput,
): Promise<void> {
  const ofExecutor = lines.get(executor) ?? new Map<string, Waiting[]>();
  lines.set(executor, ofExecutor);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const waiting = { letter, done: resolve, failed: reject };
  const line = ofExecutor.get(workspaceId);
  if (line) {
    line.push(waiting);
  } else {
    ofExecutor.set(workspaceId, [waiting]);
    void work(executor, workspaceId, ofExecutor);
  }
  return promise;
}

async function work(executor: Executor, workspaceId: string, ofExecutor: Map<string, Waiting[]>) {
  const line = ofExecutor.get(workspaceId) ?? [];
  while (line.length > 0) {
    await receiveAll(executor, workspaceId, line.splice(0, atMost));
  }
  ofExecutor.delete(workspaceId);
}

async function receiveAll(executor: Executor, workspaceId: string, all: readonly Waiting[]) {
  const actor = systemActor(workspaceId, 'smtp');
  try {
    await executor.execute(receiveLetters, { letters: all.map(({ letter }) => letter) }, actor);
    all.forEach(({ done }) => done());
  } catch {
    // One of them may be at fault: each answers for itself.
    for (const { letter, done, failed } of all) {
      try {
        await executor.execute(receiveLetter, letter, actor);
        done();
      } catch (error) {
        failed(error);
      }
    }
  }
}
