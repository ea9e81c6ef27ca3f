import { systemActor } from '../../../kernel/actor.ts';
import type { ChannelRow } from '../channel-store.ts';
import { recordImport, type StoredImport } from '../commands/channel-state.ts';
import {
  importHistory,
  type HistoryCursor,
  type HistoryResult,
} from '../email/imap/import-history.ts';
import type { MailboxSettings } from '../email/imap/settings.ts';
import { readChannelState } from '../queries/channel-state.ts';
import { mailboxSettings } from '../servers.ts';
import { receiveFetched, type MailboxParts } from './receive-fetched.ts';

export type FollowedImport = {
  /** Begins, goes on with or ends the import as the stored state says; returns at once. */
  look(row: ChannelRow): void;
  stop(): Promise<void>;
};

type Running = {
  readonly runId: string;
  /** True when its end was recorded: nothing is left to do. */
  readonly ended: Promise<boolean>;
  abort(): void;
};

/** Follows the import of one mailbox, beside the mailbox and never in its way. */
export function followImport(parts: MailboxParts, channel: ChannelRow): FollowedImport {
  let running: Running | null = null;
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();

  // oxlint-disable-next-line eslint/complexity -- what is wanted against what runs; split, neither half can be understood
  async function follow(row: ChannelRow): Promise<void> {
    const state = await parts.db.read(row.workspace_id, (db) => readChannelState(db, row));
    const wanted = state?.import as StoredImport | null | undefined;
    const runId = wanted?.state === 'running' ? wanted.runId : null;
    if (running?.runId === runId) {
      return;
    }
    running?.abort();
    await running?.ended;
    const settings = wanted && runId !== null && !stopped ? mailboxSettings(parts, row) : null;
    const begun = wanted && settings ? begin(parts, { row, wanted, settings }) : null;
    running = begun;
    void begun?.ended.then((recorded) => {
      if (!recorded && running === begun) {
        // The next look begins again where the last record stands.
        running = null;
      }
    });
  }

  return {
    look(row) {
      turn = turn
        .then(() => (stopped ? undefined : follow(row)))
        .catch((err: unknown) =>
          parts.log.warn({ err, channelId: channel.id }, 'import of history'),
        );
    },
    async stop() {
      stopped = true;
      running?.abort();
      await turn;
      running?.abort();
      await running?.ended;
    },
  };
}

type Task = { row: ChannelRow; wanted: StoredImport; settings: MailboxSettings };

function begin(parts: MailboxParts, { row, wanted, settings }: Task): Running {
  const actor = systemActor(row.workspace_id, 'import');
  const abort = new AbortController();
  const { runId } = wanted;
  let total = wanted.total;
  const record = (
    cursor: HistoryCursor | null,
    state: 'running' | 'done' | 'failed',
    code: string | null,
  ) =>
    parts.executor.execute(
      recordImport,
      { channelId: row.id, runId, cursor, done: cursor?.done ?? wanted.done, total, state, code },
      actor,
    );
  const finish = async (result: HistoryResult): Promise<void> => {
    if (result.kind === 'failed') {
      await record(result.cursor, 'failed', result.problem.code);
    } else if (result.kind === 'finished') {
      // Servers count by days: some of what they named lay outside the period.
      total = result.cursor.done;
      await record(result.cursor, 'done', null);
    }
  };
  const ended = importHistory(settings, {
    since: new Date(wanted.since),
    until: new Date(wanted.until ?? Date.now()),
    cursor: wanted.cursor as HistoryCursor | null,
    signal: abort.signal,
    receive: (letter) => receiveFetched(parts, actor, { channelId: row.id, letter, history: true }),
    async onProgress(progress) {
      ({ total } = progress);
      const { goesOn } = await record(progress.cursor, 'running', null);
      if (!goesOn) {
        abort.abort();
      }
    },
  })
    .then(finish)
    .then(
      () => true,
      (err: unknown) => {
        parts.log.warn({ err }, 'import of history');
        return false;
      },
    );
  return { runId, ended, abort: () => abort.abort() };
}
