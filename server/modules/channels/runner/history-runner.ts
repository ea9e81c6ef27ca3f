import { systemActor } from '../../../kernel/actor.ts';
import type { ChannelRow } from '../channel-store.ts';
import { recordImport, type StoredImport } from '../commands/channel-state.ts';
import { importHistory, type HistoryCursor } from '../email/imap/import-history.ts';
import { readChannelState } from '../queries/channel-state.ts';
import { mailboxSettings } from '../servers.ts';
import { receiveFetched, type MailboxParts } from './receive-fetched.ts';

export type RunningImport = { readonly since: string; stop(): Promise<void> };

/** Starts, keeps or ends the import of a mailbox, as its stored state says. */
export async function startHistoryImport(
  parts: MailboxParts,
  row: ChannelRow,
  running: RunningImport | null,
): Promise<RunningImport | null> {
  const state = await parts.db.read(row.workspace_id, (db) => readChannelState(db, row));
  const wanted = state?.import as StoredImport | null | undefined;
  if (wanted?.state !== 'running') {
    await running?.stop();
    return null;
  }
  if (running?.since === wanted.since) {
    return running;
  }
  await running?.stop();
  return begin(parts, row, wanted);
}

function begin(parts: MailboxParts, row: ChannelRow, wanted: StoredImport): RunningImport | null {
  const settings = mailboxSettings(parts, row);
  if (!settings) {
    return null;
  }
  const { executor, log } = parts;
  const actor = systemActor(row.workspace_id, 'import');
  const abort = new AbortController();
  let total = wanted.total;
  const record = (
    cursor: HistoryCursor | null,
    state: 'running' | 'done' | 'failed',
    code: string | null,
  ) =>
    executor.execute(
      recordImport,
      { channelId: row.id, cursor, done: cursor?.done ?? wanted.done, total, state, code },
      actor,
    );
  const run = importHistory(settings, {
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
    .then(async (result) => {
      if (result.kind !== 'stopped') {
        const failed = result.kind === 'failed';
        await record(
          result.cursor,
          failed ? 'failed' : 'done',
          failed ? result.problem.code : null,
        );
      }
    })
    .catch((err: unknown) => log.warn({ err }, 'import of history'));
  return {
    since: wanted.since,
    async stop() {
      abort.abort();
      await run;
    },
  };
}
