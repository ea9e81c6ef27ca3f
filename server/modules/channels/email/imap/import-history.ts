import type { ImapFlow } from 'imapflow';
import {
  type ConnectionProblem,
  connectionProblem,
  isSignInProblem,
} from './connection-problem.ts';
import { type MailEnvironment, reconnectDelayMs, systemEnvironment } from './environment.ts';
import { fetchLetters, type MailboxLetter, search } from './fetch-letters.ts';
import { closeClient, defaultClientLimits, openClient } from './open-client.ts';
import { folderOf, letterBytesOf, type MailboxSettings } from './settings.ts';

/** Where an import has come to; plain JSON, kept by the caller. */
export type HistoryCursor = {
  readonly uidValidity: string;
  readonly lastUid: number;
  readonly done: number;
  /** Letters that `receive` rejected three times. */
  readonly skipped: number;
};

export type HistoryProgress = {
  readonly cursor: HistoryCursor;
  /** Letters of the period in the folder as it is now, those done included. */
  readonly total: number;
};

export type HistoryTask = {
  /** Letters that arrived from this moment on… */
  readonly since: Date;
  /** …and before this one. */
  readonly until: Date;
  /** Null to begin; what `onProgress` last got to go on. */
  readonly cursor: HistoryCursor | null;
  readonly signal: AbortSignal;
  /** As for new letters: resolves when safe, recognises a letter that it has had by `externalId`. */
  receive(letter: MailboxLetter): Promise<void>;
  /** After every batch; a rejection counts as a failure to store. */
  onProgress(progress: HistoryProgress): Promise<void>;
};

export type HistoryResult =
  | { readonly kind: 'finished'; readonly cursor: HistoryCursor }
  | { readonly kind: 'stopped'; readonly cursor: HistoryCursor | null }
  /** Eight attempts in a row brought nothing, or a person must mend the sign-in. */
  | {
      readonly kind: 'failed';
      readonly cursor: HistoryCursor | null;
      readonly problem: ConnectionProblem;
    };

const attemptsInARow = 8;
const attemptsPerLetter = 3;
const lettersPerBatch = 50;
const dayMs = 24 * 60 * 60_000;

/**
 * Brings the letters of a period, oldest first, over a connection of its own and without changing anything in
 * the mailbox. Memory does not grow with the folder beyond its list of UIDs. Never throws.
 */
export async function importHistory(
  settings: MailboxSettings,
  task: HistoryTask,
  environment: MailEnvironment = systemEnvironment,
): Promise<HistoryResult> {
  const run = new HistoryImport(settings, task);
  let attempts = 0;
  let before = run.cursor;
  while (!task.signal.aborted) {
    try {
      if (await run.connection()) {
        return { kind: 'finished', cursor: run.cursor ?? emptyCursor };
      }
    } catch (error) {
      if (task.signal.aborted) {
        break;
      }
      const oauth = settings.secret.kind === 'oauth';
      const problem = connectionProblem(error, { host: settings.host, oauth });
      attempts = run.cursor === before ? attempts + 1 : 1;
      before = run.cursor;
      if (attempts >= attemptsInARow || isSignInProblem(problem.code)) {
        return { kind: 'failed', cursor: run.cursor, problem };
      }
      await environment.sleep(reconnectDelayMs(attempts, environment.random()), task.signal);
    }
  }
  return { kind: 'stopped', cursor: run.cursor };
}

const emptyCursor: HistoryCursor = { uidValidity: '0', lastUid: 0, done: 0, skipped: 0 };

class HistoryImport {
  readonly #settings: MailboxSettings;
  readonly #task: HistoryTask;
  readonly #rejections = new Map<number, number>();
  cursor: HistoryCursor | null;

  constructor(settings: MailboxSettings, task: HistoryTask) {
    this.#settings = settings;
    this.#task = task;
    this.cursor = task.cursor;
  }

  /** True when the period has been read to its end, false when it was stopped. */
  async connection(): Promise<boolean> {
    const literalBytes = letterBytesOf(this.#settings) + 64 * 1024;
    const limits = { ...defaultClientLimits, literalBytes, signal: this.#task.signal };
    const client = await openClient(this.#settings, limits);
    try {
      return await this.#read(client);
    } finally {
      await closeClient(client);
    }
  }

  async #read(client: ImapFlow): Promise<boolean> {
    const { since, until, signal } = this.#task;
    const folder = await client.mailboxOpen(folderOf(this.#settings), { readOnly: true });
    const cursor = this.#begin(String(folder.uidValidity));
    // SEARCH knows days only, and each server has its own midnight.
    const found = await search(client, {
      since: new Date(since.getTime() - dayMs),
      before: new Date(until.getTime() + 2 * dayMs),
    });
    const left = found.filter((uid) => uid > cursor.lastUid);
    for (let from = 0; from < left.length && !signal.aborted; from += lettersPerBatch) {
      await this.#batch(client, left.slice(from, from + lettersPerBatch), found.length);
    }
    return !signal.aborted;
  }

  /** Renumbered letters are begun anew; those that were received are recognised by their id. */
  #begin(uidValidity: string): HistoryCursor {
    if (this.cursor?.uidValidity !== uidValidity) {
      this.cursor = { ...emptyCursor, uidValidity };
    }
    return this.cursor;
  }

  async #batch(client: ImapFlow, uids: readonly number[], total: number): Promise<void> {
    try {
      for await (const letter of fetchLetters(client, uids, letterBytesOf(this.#settings))) {
        if (this.#task.signal.aborted) {
          return;
        }
        await this.#receive(letter);
      }
      this.#advance(uids.at(-1) ?? 0, {});
    } finally {
      if (this.cursor !== null) {
        await this.#task.onProgress({ cursor: this.cursor, total });
      }
    }
  }

  async #receive(letter: MailboxLetter): Promise<void> {
    const { since, until } = this.#task;
    const at = letter.arrivedAt ?? since;
    if (at < since || at >= until) {
      this.#advance(letter.uid, {});
      return;
    }
    try {
      await this.#task.receive(letter);
      this.#advance(letter.uid, { done: 1 });
    } catch (error) {
      const rejections = (this.#rejections.get(letter.uid) ?? 0) + 1;
      this.#rejections.set(letter.uid, rejections);
      if (rejections < attemptsPerLetter) {
        throw Object.assign(new Error('letter cannot be stored', { cause: error }), {
          code: 'storage_failed',
        });
      }
      this.#advance(letter.uid, { skipped: 1 });
    }
  }

  #advance(uid: number, { done = 0, skipped = 0 }: { done?: number; skipped?: number }): void {
    const cursor = this.cursor ?? emptyCursor;
    this.cursor = {
      ...cursor,
      lastUid: Math.max(cursor.lastUid, uid),
      done: cursor.done + done,
      skipped: cursor.skipped + skipped,
    };
  }
}
