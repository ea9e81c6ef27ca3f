import type { Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { receiveLetter } from '../commands/receive-letter.ts';
import type { MailboxLetter } from '../email/imap/fetch-letters.ts';
import type { MailboxTiming } from '../email/imap/open-mailbox.ts';
import type { InboundEnvelope } from '../schema.ts';
import type { SecretParts } from '../servers.ts';

export type MailboxParts = SecretParts & {
  readonly db: Database;
  readonly executor: Executor;
  readonly log: Log;
  readonly workspaces: () => Promise<readonly string[]>;
  readonly raw: { put(bytes: Uint8Array): Promise<string> };
  /** For tests: how often mailboxes are looked at. */
  readonly mailboxTiming?: Partial<MailboxTiming> | undefined;
};

type Fetched = { channelId: string; letter: MailboxLetter; history?: boolean };

/** A letter of a mailbox is safe here, raw, before anything in the mailbox is changed. */
export async function receiveFetched(
  { executor, raw }: Pick<MailboxParts, 'executor' | 'raw'>,
  actor: Actor,
  { channelId, letter, history }: Fetched,
): Promise<void> {
  await executor.execute(
    receiveLetter,
    {
      channelId,
      externalId: letter.externalId,
      raw: await raw.put(letter.raw),
      size: letter.headOnlyOf ?? letter.raw.length,
      envelope: {
        flags: letter.flags,
        arrivedAt: letter.arrivedAt?.toISOString() ?? null,
        headOnlyOf: letter.headOnlyOf,
        ...(history && { history }),
      } satisfies InboundEnvelope,
    },
    actor,
  );
}
