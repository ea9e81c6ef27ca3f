import { systemActor } from '../../../../kernel/actor.ts';
import type { Command } from '../../../../kernel/commands.ts';
import type { Executor } from '../../../../kernel/executor.ts';
import type { LetterToIngest } from './ingest-letters.ts';

type Waiting = {
  readonly letter: LetterToIngest;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

type Ingest = Command<readonly LetterToIngest[], readonly { readonly outcome: string }[]>;

const atMost = 16;

/**
 * Letters that become ready while others are being taken in are taken in together next. A letter that fails is tried again
 * alone, so that it fails for itself only.
 */
export class TakingTogether {
  readonly #executor: () => Executor;
  readonly #command: Ingest;
  readonly #lines = new Map<string, Waiting[]>();

  constructor(executor: () => Executor, command: Ingest) {
    this.#executor = executor;
    this.#command = command;
  }

  /** Resolves when the letter is dealt with and committed. */
  take(workspaceId: string, letter: LetterToIngest): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting = { letter, done: resolve, failed: reject };
    const line = this.#lines.get(workspaceId);
    if (line) {
      line.push(waiting);
    } else {
      this.#lines.set(workspaceId, [waiting]);
      void this.#work(workspaceId);
    }
    return promise;
  }

  async #work(workspaceId: string): Promise<void> {
    const line = this.#lines.get(workspaceId) ?? [];
    while (line.length > 0) {
      const later = await this.#takeAll(workspaceId, line.splice(0, atMost));
      line.unshift(...later);
    }
    this.#lines.delete(workspaceId);
  }

  /** Those that have to come after another of them. */
  async #takeAll(workspaceId: string, all: readonly Waiting[]): Promise<Waiting[]> {
    try {
      const outcomes = await this.#execute(workspaceId, all);
      const isLater = (index: number) => outcomes[index]?.outcome === 'later';
      all.filter((_, index) => !isLater(index)).forEach(({ done }) => done());
      return all.filter((_, index) => isLater(index));
    } catch (error) {
      if (all.length === 1) {
        all[0]?.failed(error);
        return [];
      }
    }
    for (const one of all) {
      await this.#takeAll(workspaceId, [one]);
    }
    return [];
  }

  #execute(workspaceId: string, all: readonly Waiting[]) {
    const letters = all.map(({ letter }) => letter);
    return this.#executor().execute(this.#command, letters, systemActor(workspaceId, 'mail'));
  }
}
