import { systemActor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { isPassingTrouble } from '../../../kernel/passing-trouble.ts';
import { inboundChannel } from '../inbound-store.ts';
import { deferLetter } from '../commands/defer-letter.ts';
import { waitingLetters, type WaitingLetter } from '../queries/waiting-letters.ts';
import { threadGate } from './thread-gate.ts';

/** Turns one kind of raw letter into a ticket; throws when it cannot. */
export type LetterReader = {
  /** Everything that needs no transaction. `keys`: letters that share one must be taken in their order. */
  prepare(workspaceId: string, letter: WaitingLetter): Promise<PreparedLetter>;
};

export type PreparedLetter = {
  readonly keys: readonly string[];
  /** In one transaction; repeating it does nothing. */
  take(): Promise<void>;
};

type Parts = {
  readonly db: Database;
  readonly executor: Executor;
  readonly clock: Clock;
  readonly log: Log;
  readonly workspaces: () => Promise<readonly string[]>;
  readonly reader: LetterReader;
};

export type IngestWorker = { stop(): Promise<void>; idle(): Promise<void> };

const atOnce = 8;
const batchSize = 64;
const pollMs = 5_000;
/** Tries before a letter is put aside for a person to look at. */
const maxAttempts = 3;

/**
 * Takes waiting letters of all workspaces. A letter that fails is put off, then aside; it never holds up the next one.
 * Several processes may run it: a letter's row is locked while it is taken.
 */
export function startIngest({ db, executor, clock, log, workspaces, reader }: Parts): IngestWorker {
  const busy = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopping = false;

  const wake = (workspaceId: string): void => {
    if (stopping) {
      return;
    }
    if (busy.has(workspaceId)) {
      again.add(workspaceId);
      return;
    }
    again.delete(workspaceId);
    const run = drain(workspaceId)
      .catch((error: unknown) => log.warn({ err: error }, 'taking letters in'))
      .finally(() => {
        busy.delete(workspaceId);
        if (again.has(workspaceId)) {
          wake(workspaceId);
        }
      });
    busy.set(workspaceId, run);
  };

  async function drain(workspaceId: string): Promise<void> {
    for (;;) {
      const letters = await db.read(workspaceId, (reading) =>
        waitingLetters(reading, workspaceId, { limit: batchSize, now: clock() }),
      );
      await takeAll(workspaceId, letters);
      if (letters.length < batchSize || stopping) {
        return;
      }
    }
  }

  async function takeAll(workspaceId: string, letters: readonly WaitingLetter[]): Promise<void> {
    const gate = threadGate();
    const queue = [...letters];
    const work = async () => {
      for (let letter = queue.shift(); letter && !stopping; letter = queue.shift()) {
        await takeOne(workspaceId, letter, gate);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  async function takeOne(
    workspaceId: string,
    letter: WaitingLetter,
    gate: ReturnType<typeof threadGate>,
  ): Promise<void> {
    const turn = gate.enter(letter.id);
    try {
      const prepared = await reader.prepare(workspaceId, letter);
      await turn.pass(prepared.keys);
      await prepared.take();
    } catch (error) {
      if (isPassingTrouble(error)) {
        // A full disk is not the letter's fault: it waits, untouched, for the next round.
        throw error;
      }
      await putOff(workspaceId, letter, error);
    } finally {
      turn.leave();
    }
  }

  async function putOff(workspaceId: string, letter: WaitingLetter, error: unknown): Promise<void> {
    log.warn({ err: error, inboundId: letter.id }, 'a letter could not be taken in');
    const { code, message } = error as { code?: string; message?: string };
    await executor.execute(
      deferLetter,
      {
        inboundId: letter.id,
        aside: letter.attempts + 1 >= maxAttempts,
        error: { code: code ?? 'letter.failed', detail: String(message ?? error).slice(0, 2000) },
      },
      systemActor(workspaceId),
    );
  }

  const wakeAll = () =>
    void workspaces()
      .then((ids) => ids.forEach(wake))
      .catch((error: unknown) => log.warn({ err: error }, 'taking letters in'));
  const listener = db.listen(inboundChannel, wake, wakeAll);
  const timer = setInterval(wakeAll, pollMs);

  return {
    async idle() {
      while (busy.size > 0) {
        await Promise.all(busy.values());
      }
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      await listener.close();
      await Promise.all(busy.values());
    },
  };
}
