import type { ImapFlow } from 'imapflow';
import { fetchLetters, type MailboxLetter, search, stillOpen } from './fetch-letters.ts';
import {
  beginAt,
  failedAtMost,
  failedDue,
  forgetGone,
  type MailboxState,
  nextRetry,
  notReceived,
  planSync,
  readUpTo,
  received,
} from './mailbox-state.ts';
import { type Afterwards, folderOf, letterBytesOf, type MailboxSettings } from './settings.ts';

export type SyncHooks = {
  loadState(): Promise<MailboxState | null>;
  saveState(state: MailboxState): Promise<void>;
  /**
   * Resolves when the letter is safe; only then it is marked or moved and the state goes on. May be called
   * again for a letter that it has had (same `externalId`). A rejection leaves the letter where it is for a
   * later attempt and lets the next one pass.
   */
  receive(letter: MailboxLetter): Promise<void>;
};

export type SyncResult = {
  readonly received: number;
  readonly failed: number;
  /** When a letter that failed is to be tried again; null when there is none. */
  readonly retryAt: Date | null;
};

export type Round = {
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Letters on which the connection died again and again: put off, so that the next ones are read. */
  readonly skip?: ReadonlySet<number>;
  /** Told the UID of the letter that is awaited, before each. */
  readonly awaiting?: (uid: number) => void;
};

/** `receive` failed for several letters in a row: the trouble is here, not in the letters. */
export class StorageFailed extends Error {
  constructor(cause: unknown) {
    super('letters cannot be stored', { cause });
    this.name = 'StorageFailed';
  }
}

const failuresInARow = 3;
const lettersPerBatch = 50;

/**
 * Receives everything new in the folder and says how much. Opens the folder when it is not open.
 * @throws connection problems, and `StorageFailed`; what was received until then is in the saved state.
 */
export async function syncMailbox(
  client: ImapFlow,
  settings: MailboxSettings,
  hooks: SyncHooks,
  round: Round,
): Promise<SyncResult> {
  const folder = await openFolder(client, settings);
  const saved = await hooks.loadState();
  const { state, plan } = planSync(saved, folder, {
    since: settings.since ?? null,
    now: round.now,
  });
  const resumes = plan.kind === 'resume';
  const uids = resumes
    ? await newUids(client, state.lastUid)
    : await search(client, { since: plan.since });
  const begin = resumes ? state : beginAt(state, uids[0] ?? folder.uidNext);
  const reader = new FolderReader(client, { settings, hooks, round }, begin);
  await reader.retryFailed();
  await reader.read(uids);
  // UIDNEXT was learnt before the search: what came in between is above it and waits for the next round.
  await reader.finish(Math.max(folder.uidNext - 1, uids.at(-1) ?? 0));
  return reader.result();
}

type Task = {
  readonly settings: MailboxSettings;
  readonly hooks: SyncHooks;
  readonly round: Round;
};

class FolderReader {
  readonly #client: ImapFlow;
  readonly #task: Task;
  #state: MailboxState;
  #saved: MailboxState | null = null;
  #beforeFailures: MailboxState;
  #failedInARow = 0;
  #received = 0;
  #failed = 0;

  constructor(client: ImapFlow, task: Task, state: MailboxState) {
    this.#client = client;
    this.#task = task;
    this.#state = state;
    this.#beforeFailures = state;
  }

  result(): SyncResult {
    return { received: this.#received, failed: this.#failed, retryAt: nextRetry(this.#state) };
  }

  async retryFailed(): Promise<void> {
    const wanted = failedDue(this.#state, this.#task.round.now);
    if (wanted.length > 0) {
      const present = await search(this.#client, { uid: wanted.join(',') });
      this.#state = forgetGone(this.#state, { wanted, present });
      await this.read(present);
    }
  }

  async read(uids: readonly number[]): Promise<void> {
    for (
      let from = 0;
      from < uids.length && !this.#task.round.signal.aborted;
      from += lettersPerBatch
    ) {
      await this.#batch(uids.slice(from, from + lettersPerBatch));
    }
  }

  async finish(uid: number): Promise<void> {
    if (!this.#task.round.signal.aborted) {
      stillOpen(this.#client);
      this.#state = readUpTo(this.#state, uid);
      await this.#save();
    }
  }

  /** Received → marked → state saved, in this order: a crash between repeats a step, it never skips one. */
  async #batch(uids: readonly number[]): Promise<void> {
    const { settings, round } = this.#task;
    const safe: number[] = [];
    const wanted = this.#putOff(uids);
    try {
      round.awaiting?.(wanted[0] ?? 0);
      for await (const letter of fetchLetters(this.#client, wanted, letterBytesOf(settings))) {
        if (await this.#receive(letter)) {
          safe.push(letter.uid);
        }
        round.awaiting?.(wanted.find((uid) => uid > letter.uid) ?? 0);
        if (round.signal.aborted) {
          break;
        }
      }
      await finishLetters(this.#client, safe, settings.afterwards);
    } finally {
      await this.#save();
    }
  }

  #putOff(uids: readonly number[]): number[] {
    const { now, skip } = this.#task.round;
    for (const uid of uids.filter((each) => skip?.has(each))) {
      this.#state = notReceived(this.#state, uid, now);
    }
    return uids.filter((uid) => skip?.has(uid) !== true);
  }

  async #receive(letter: MailboxLetter): Promise<boolean> {
    try {
      await this.#task.hooks.receive(letter);
    } catch (error) {
      this.#notReceived(letter, error);
      return false;
    }
    this.#failedInARow = 0;
    this.#received += 1;
    this.#state = received(this.#state, letter);
    return true;
  }

  #notReceived(letter: MailboxLetter, error: unknown): void {
    if (this.#failedInARow === 0) {
      this.#beforeFailures = this.#state;
    }
    this.#failedInARow += 1;
    this.#failed += 1;
    this.#state = notReceived(this.#state, letter.uid, this.#task.round.now);
    if (this.#failedInARow >= failuresInARow || this.#state.failed.length > failedAtMost) {
      this.#state = this.#beforeFailures;
      throw new StorageFailed(error);
    }
  }

  async #save(): Promise<void> {
    if (this.#state !== this.#saved) {
      await this.#task.hooks.saveState(this.#state);
      this.#saved = this.#state;
    }
  }
}

async function openFolder(
  client: ImapFlow,
  settings: MailboxSettings,
): Promise<{ uidValidity: string; uidNext: number }> {
  const readOnly = settings.afterwards.kind === 'keep';
  const { mailbox } = client;
  const opened =
    mailbox === false ? await client.mailboxOpen(folderOf(settings), { readOnly }) : mailbox;
  return { uidValidity: String(opened.uidValidity), uidNext: opened.uidNext };
}

/** `n:*` also answers the last letter when it is below n (RFC 9051 §6.4.8). */
async function newUids(client: ImapFlow, lastUid: number): Promise<number[]> {
  const found = await search(client, { uid: `${lastUid + 1}:*` });
  return found.filter((uid) => uid > lastUid);
}

/** What cannot be marked was received all the same: a read-only mailbox is served, its letters stay as they are. */
async function finishLetters(
  client: ImapFlow,
  uids: readonly number[],
  afterwards: Afterwards,
): Promise<void> {
  if (uids.length === 0 || afterwards.kind === 'keep') {
    return;
  }
  const range = uids.join(',');
  await client.messageFlagsAdd(range, [String.raw`\Seen`], { uid: true, silent: true });
  if (
    afterwards.kind === 'move' &&
    (await client.messageMove(range, afterwards.folder, { uid: true })) === false
  ) {
    await client.mailboxCreate(afterwards.folder).catch(() => undefined);
    await client.messageMove(range, afterwards.folder, { uid: true });
  }
}
