import { channelNotice, mailChannels, type ChannelRow } from '../channel-store.ts';
import { openClaims } from './channel-claim.ts';
import type { MailboxParts } from './receive-fetched.ts';
import { serveMailbox, type ServedMailbox } from './served-mailbox.ts';

/** Also how long it takes until another process's mailboxes are taken over after its death. */
const lookAroundMs = 5_000;

type Ending = Parameters<ServedMailbox['stop']>[0];

/**
 * Serves every active mailbox, each on its own: one that hangs holds up no other, neither while it is served nor while it
 * is being let go. A mailbox is served by one process at a time and moves when that dies.
 */
// oxlint-disable-next-line eslint/max-lines-per-function -- one runner with its own state; its parts are the named functions inside
export function startMailboxes(parts: MailboxParts): { stop(): Promise<void> } {
  const served = new Map<string, ServedMailbox>();
  const leaving = new Map<string, Promise<void>>();
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopping = false;
  const claims = openClaims(parts.db, () => {
    // Another process may serve them by now: let go of all, then see what is free.
    [...served.keys()].forEach((id) => letGo(id, 'lost'));
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
    const wanted = await wantedMailboxes(parts);
    for (const [id, { version }] of served) {
      const row = wanted.get(id);
      if (row?.version !== version) {
        letGo(id, row ? 'changed' : 'off');
      }
    }
    for (const row of wanted.values()) {
      await serve(row);
    }
  }

  async function serve(row: ChannelRow): Promise<void> {
    const known = served.get(row.id);
    if (known) {
      known.follow(row);
    } else if (!leaving.has(row.id) && !stopping && (await claims.claim(row.id))) {
      served.set(row.id, serveMailbox(parts, row));
    }
  }

  function letGo(id: string, how: Ending): void {
    const mailbox = served.get(id);
    served.delete(id);
    if (!mailbox) {
      return;
    }
    const left = mailbox
      .stop(how)
      .then(() => (how === 'lost' ? undefined : claims.release(id)))
      .catch((err: unknown) => parts.log.warn({ err }, 'letting a mailbox go'))
      .finally(() => {
        leaving.delete(id);
        look();
      });
    leaving.set(id, left);
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
      [...served.keys()].forEach((id) => letGo(id, 'off'));
      await Promise.all(leaving.values());
      await claims.close();
    },
  };
}

async function wantedMailboxes({ db, workspaces }: MailboxParts): Promise<Map<string, ChannelRow>> {
  const wanted = new Map<string, ChannelRow>();
  for (const workspaceId of await workspaces()) {
    const rows = await db.read(workspaceId, (reader) => mailChannels(reader, workspaceId));
    for (const row of rows.filter(({ settings }) => settings.imap)) {
      wanted.set(row.id, row);
    }
  }
  return wanted;
}
