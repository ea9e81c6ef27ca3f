import { systemActor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { isPassingTrouble } from '../../../kernel/passing-trouble.ts';
import { inboundChannel } from '../inbound-store.ts';
import { deferLetter } from '../commands/defer-letter.ts';
import { forgetLetterRates } from '../commands/forget-letter-rates.ts';
import { waitingLetters, type WaitingLetter } from '../queries/waiting-letters.ts';
import { LetterLine, type LetterReader } from './letter-line.ts';

type Parts = {
  readonly db: Database;
  readonly executor: Executor;
  readonly clock: Clock;
  readonly log: Log;
  readonly workspaces: () => Promise<readonly string[]>;
  readonly reader: LetterReader;
};

export type IngestWorker = { stop(): Promise<void>; idle(): Promise<void> };

const pollMs = 5_000;
const tidyEveryMs = 30 * 60_000;
/** Tries before a letter is put aside for a person to look at. */
const maxAttempts = 3;

/**
 * Takes waiting letters of all workspaces. A letter that fails is put off, then aside; it never holds up the next one.
 * Several processes may run it: a letter's row is locked while it is taken.
 */
export function startIngest(parts: Parts): IngestWorker {
  const { db, log, workspaces } = parts;
  const lines = new Map<string, LetterLine>();
  const busy = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopping = false;

  const lineOf = (workspaceId: string): LetterLine => {
    const line = lines.get(workspaceId) ?? openLine(parts, workspaceId);
    lines.set(workspaceId, line);
    return line;
  };

  const wake = (workspaceId: string): void => {
    if (stopping) {
      return;
    }
    if (busy.has(workspaceId)) {
      again.add(workspaceId);
      return;
    }
    again.delete(workspaceId);
    const run = lineOf(workspaceId)
      .drain()
      .catch((error: unknown) => log.warn({ err: error }, 'taking letters in'))
      .finally(() => {
        busy.delete(workspaceId);
        if (again.has(workspaceId)) {
          wake(workspaceId);
        }
      });
    busy.set(workspaceId, run);
  };

  const tidy = tidier(parts);
  let tidying = Promise.resolve();
  const wakeAll = () =>
    void workspaces()
      .then((ids) => {
        ids.forEach(wake);
        tidying = stopping ? tidying : tidying.catch(() => undefined).then(() => tidy(ids));
        return tidying;
      })
      .catch((error: unknown) => log.warn({ err: error }, 'taking letters in'));
  const listener = db.listen(inboundChannel, wake, wakeAll);
  const timer = setInterval(wakeAll, pollMs);

  return {
    async idle() {
      while (busy.size > 0) {
        await Promise.all(busy.values());
      }
      await Promise.all([...lines.values()].map((line) => line.done()));
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      await listener.close();
      await Promise.all([...lines.values()].map((line) => line.stop()));
      await Promise.all(busy.values());
      await tidying.catch(() => undefined);
    },
  };
}

/** Removes what only counted for an hour; now and then, by whichever process comes first. */
function tidier({ executor, clock }: Parts): (workspaces: readonly string[]) => Promise<void> {
  let lastMs = 0;
  return async (workspaces) => {
    const nowMs = clock().getTime();
    if (nowMs - lastMs < tidyEveryMs) {
      return;
    }
    lastMs = nowMs;
    for (const id of workspaces) {
      await executor.execute(forgetLetterRates, {}, systemActor(id));
    }
  };
}

function openLine({ db, executor, clock, log, reader }: Parts, workspaceId: string): LetterLine {
  return new LetterLine({
    workspaceId,
    reader,
    waiting: (inHand, limit) =>
      db.read(workspaceId, (reading) =>
        waitingLetters(reading, workspaceId, { inHand, limit, now: clock() }),
      ),
    async putOff(letter: WaitingLetter, error: unknown) {
      log.warn({ err: error, inboundId: letter.id }, 'a letter could not be taken in');
      if (isPassingTrouble(error)) {
        // A full disk is not the letter's fault: it waits, untouched, for the next round.
        return false;
      }
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
      return true;
    },
  });
}
