import { systemActor, type Actor } from '../../../kernel/actor.ts';
import type { ChannelRow } from '../channel-store.ts';
import { recordChannelState, recordPosition } from '../commands/channel-state.ts';
import type { MailboxLetter } from '../email/imap/fetch-letters.ts';
import type { MailboxState } from '../email/imap/mailbox-state.ts';
import { openMailbox, type MailboxHooks, type MailboxStatus } from '../email/imap/open-mailbox.ts';
import { readChannelState } from '../queries/channel-state.ts';
import { mailboxSettings } from '../servers.ts';
import { followImport } from './history-runner.ts';
import { lastingTrouble } from './lasting-trouble.ts';
import { receiveFetched, type MailboxParts } from './receive-fetched.ts';

export type ServedMailbox = {
  readonly version: number;
  /** Looks whether an import is to be begun or ended. */
  follow(row: ChannelRow): void;
  /**
   * Resolves when nothing of it runs any more. `off`: nobody serves it now; `changed`: it is served anew at once; `lost`:
   * another process may serve it already, so nothing is said of its state.
   */
  stop(how: 'off' | 'changed' | 'lost'): Promise<void>;
};

/** Serves one mailbox that this process has claimed. Never throws: what is wrong stands in the state of the channel. */
export function serveMailbox(parts: MailboxParts, row: ChannelRow): ServedMailbox {
  const states = stateLine(parts, row);
  const settings = settingsOf(parts, row);
  const history = followImport(parts, row);
  if ('problem' in settings) {
    const { problem } = settings;
    states.tell({ state: 'error', code: 'wrong_password', detail: problem, lasts: true });
  }
  const mailbox =
    'problem' in settings
      ? null
      : openMailbox(settings, mailboxHooks(parts, row, states.tell), {
          ...(parts.mailboxTiming && { timing: parts.mailboxTiming }),
        });
  history.look(row);
  return {
    version: row.version,
    follow: history.look,
    async stop(how) {
      if (how === 'lost') {
        states.close();
      }
      await Promise.all([history.stop(), mailbox?.stop()]);
      if (how === 'off') {
        states.tell({ state: 'off', code: null, detail: null });
      }
      await states.written();
    },
  };
}

function settingsOf(parts: MailboxParts, row: ChannelRow) {
  try {
    return mailboxSettings(parts, row) ?? { problem: 'no password is kept for this mailbox' };
  } catch (error) {
    // Sealed by another key, e.g. of a data folder that is gone.
    return { problem: `the kept password cannot be read: ${String(error)}` };
  }
}

type State = { state: string; code: string | null; detail: string | null; lasts?: boolean };

/** States are written in the order in which they were told, whatever the database is doing. */
function stateLine({ executor, log }: MailboxParts, row: ChannelRow) {
  const actor = systemActor(row.workspace_id, 'mail');
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    tell(state: State) {
      last = last
        .then(
          () =>
            closed || executor.execute(recordChannelState, { channelId: row.id, ...state }, actor),
        )
        .catch((err: unknown) => log.warn({ err }, 'state of a mailbox'));
    },
    close() {
      closed = true;
    },
    written: () => last,
  };
}

function mailboxHooks(
  { db, executor, raw }: MailboxParts,
  row: ChannelRow,
  tell: (state: State) => void,
): MailboxHooks {
  const actor: Actor = systemActor(row.workspace_id, 'mail');
  let gotLetter = false;
  const trouble = lastingTrouble();
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
    status(status) {
      // That it was stopped is said by whoever stops it, who knows what comes next.
      if (status.kind !== 'stopped') {
        tell({ ...stateOf(status), lasts: trouble.lastsWith(status.kind, performance.now()) });
      }
    },
  };
}

function stateOf(status: Exclude<MailboxStatus, { kind: 'stopped' }>): State {
  switch (status.kind) {
    case 'live':
      return {
        state: 'connected',
        code: status.mode === 'polling' ? 'polling' : null,
        detail: null,
      };
    case 'waiting':
      return { state: 'error', code: status.problem.code, detail: status.problem.detail };
    default:
      return { state: 'connecting', code: null, detail: null };
  }
}
