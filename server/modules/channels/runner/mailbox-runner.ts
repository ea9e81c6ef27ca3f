import { systemActor, type Actor } from '../../../kernel/actor.ts';
import { channelNotice, mailChannels, type ChannelRow } from '../channel-store.ts';
import { recordChannelState, recordPosition } from '../commands/channel-state.ts';
import type { MailboxLetter } from '../email/imap/fetch-letters.ts';
import type { MailboxState } from '../email/imap/mailbox-state.ts';
import { openMailbox, type MailboxStatus, type OpenMailbox } from '../email/imap/open-mailbox.ts';
import { readChannelState } from '../queries/channel-state.ts';
import { mailboxSettings } from '../servers.ts';
import { openClaims } from './channel-claim.ts';
import { startHistoryImport, type RunningImport } from './history-runner.ts';
import { receiveFetched, type MailboxParts } from './receive-fetched.ts';

type Served = {
  readonly version: number;
  readonly mailbox: OpenMailbox;
  history: RunningImport | null;
};

const lookAroundMs = 15_000;

/** Serves every active mailbox, each on its own; a mailbox is served by one process at a time and moves when that dies. */
export function startMailboxes(parts: MailboxParts): { stop(): Promise<void> } {
  const served = new Map<string, Served>();
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopping = false;
  const claims = openClaims(parts.db, () => {
    // Another process may serve them by now: let go of all, then see what is free.
    void Promise.all([...served.keys()].map(release)).then(look);
  });

  const look = (): void => {
    if (stopping) {
      return;
    }
    if (looking) {
      lookAgain = true;
      return;
    }
    lookAgain = false;
    looking = lookAround()
      .catch((err: unknown) => parts.log.warn({ err }, 'looking for mailboxes'))
      .finally(() => {
        looking = null;
        if (lookAgain) {
          look();
        }
      });
  };

  async function lookAround(): Promise<void> {
    const wanted = new Map<string, ChannelRow>();
    for (const workspaceId of await parts.workspaces()) {
      const rows = await parts.db.read(workspaceId, (db) => mailChannels(db, workspaceId));
      for (const row of rows.filter(({ settings }) => settings.imap)) {
        wanted.set(row.id, row);
      }
    }
    for (const [id, { version }] of served) {
      if (wanted.get(id)?.version !== version) {
        await release(id);
      }
    }
    for (const row of wanted.values()) {
      await serve(row);
    }
  }

  async function serve(row: ChannelRow): Promise<void> {
    const known = served.get(row.id);
    if (known) {
      known.history = await startHistoryImport(parts, row, known.history);
      return;
    }
    const settings = mailboxSettings(parts, row);
    if (!settings || !(await claims.claim(row.id))) {
      return;
    }
    const mailbox = openMailbox(settings, mailboxHooks(parts, row));
    const entry: Served = { version: row.version, mailbox, history: null };
    served.set(row.id, entry);
    entry.history = await startHistoryImport(parts, row, null);
  }

  async function release(id: string): Promise<void> {
    const entry = served.get(id);
    served.delete(id);
    await entry?.history?.stop();
    await entry?.mailbox.stop();
    if (entry) {
      await claims.release(id).catch(() => undefined);
    }
  }

  const listener = parts.db.listen(channelNotice, look, look);
  const timer = setInterval(look, lookAroundMs);
  look();
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await listener.close();
      await looking;
      await Promise.all([...served.keys()].map(release));
      await claims.close();
    },
  };
}

function mailboxHooks({ db, executor, raw, log }: MailboxParts, row: ChannelRow) {
  const actor: Actor = systemActor(row.workspace_id, 'mail');
  let gotLetter = false;
  return {
    loadState: async () =>
      (await db.read(row.workspace_id, (reader) => readChannelState(reader, row)))
        ?.position as MailboxState | null,
    async saveState(position: MailboxState) {
      await executor.execute(recordPosition, { channelId: row.id, position, gotLetter }, actor);
      gotLetter = false;
    },
    async receive(letter: MailboxLetter) {
      await receiveFetched({ executor, raw }, actor, { channelId: row.id, letter });
      gotLetter = true;
    },
    status(status: MailboxStatus) {
      void executor
        .execute(recordChannelState, { channelId: row.id, ...stateOf(status) }, actor)
        .catch((err: unknown) => log.warn({ err }, 'state of a mailbox'));
    },
  };
}

function stateOf(status: MailboxStatus) {
  switch (status.kind) {
    case 'live':
      return {
        state: 'connected',
        code: status.mode === 'polling' ? 'polling' : null,
        detail: null,
      };
    case 'waiting':
      return { state: 'error', code: status.problem.code, detail: status.problem.detail };
    case 'connecting':
      return { state: 'connecting', code: null, detail: null };
    default:
      return { state: 'off', code: null, detail: null };
  }
}
