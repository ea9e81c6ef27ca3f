import { readFile } from 'node:fs/promises';
import { systemActor } from '../../../kernel/actor.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { receiveLetter } from '../commands/receive-letter.ts';
import { letterFingerprint } from '../email/imap/letter-fingerprint.ts';
import type { OwnAddresses } from '../own-addresses.ts';
import type { InboundEnvelope } from '../schema.ts';
import { startSmtpIntake, type SmtpIntake } from '../smtp/intake-server.ts';
import type { IncomingLetter } from '../smtp/letter.ts';

type Parts = {
  readonly host: string;
  readonly port: number;
  readonly spoolDir: string;
  readonly executor: Executor;
  readonly ownAddresses: OwnAddresses;
  readonly raw: { put(bytes: Uint8Array): Promise<string> };
  readonly log: Log;
};

/** Letters handed over by SMTP: each recipient's workspace gets its copy, raw on disk and known, before 250 is said. */
export function startSmtpRunner({ ownAddresses, executor, raw, log, ...where }: Parts): Promise<SmtpIntake> {
  return startSmtpIntake({
    host: where.host,
    port: where.port,
    spoolDir: where.spoolDir,
    log,
    isOwnAddress: async (address) => (await ownAddresses.ownerOf(address)) !== null,
    async receive({ raw: letter, envelope }: IncomingLetter) {
      const bytes = letter.kind === 'bytes' ? letter.bytes : await readFile(letter.path);
      const key = await raw.put(bytes);
      const externalId = letterFingerprint(bytes);
      for (const { workspaceId, channelId } of await ownersOf(ownAddresses, envelope.to)) {
        await executor.execute(
          receiveLetter,
          {
            channelId,
            externalId,
            raw: key,
            size: letter.size,
            envelope: {
              from: envelope.from,
              to: envelope.to,
              remoteAddress: envelope.remoteAddress,
              helo: envelope.helo,
              tls: envelope.tls,
            } satisfies InboundEnvelope,
          },
          systemActor(workspaceId, 'smtp'),
        );
      }
    },
  });
}

/** One letter to two addresses of one mailbox is one letter. */
async function ownersOf(ownAddresses: OwnAddresses, recipients: readonly string[]) {
  const owners = new Map<string, { workspaceId: string; channelId: string }>();
  for (const address of recipients) {
    const owner = await ownAddresses.ownerOf(address);
    if (owner) {
      owners.set(`${owner.workspaceId}:${owner.channelId}`, owner);
    }
  }
  return owners.values();
}
