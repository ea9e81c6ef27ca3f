import { readFile } from 'node:fs/promises';
import type { Log } from '../../../kernel/log.ts';
import { startSmtpIntake, type SmtpIntake } from '../smtp/intake-server.ts';
import type { IncomingLetter } from '../smtp/letter.ts';
import { receiveRaw, type ReceiveParts } from './receive-raw.ts';

type Parts = ReceiveParts & {
  readonly host: string;
  readonly port: number;
  readonly spoolDir: string;
  readonly log: Log;
};

/** Letters handed over by SMTP: raw on disk and known before 250 is said. */
export function startSmtpRunner(parts: Parts): Promise<SmtpIntake> {
  const { host, port, spoolDir, log, ownAddresses } = parts;
  return startSmtpIntake({
    host,
    port,
    spoolDir,
    log,
    isOwnAddress: async (address) => (await ownAddresses.ownerOf(address)) !== null,
    async receive({ raw, envelope }: IncomingLetter) {
      const bytes = raw.kind === 'bytes' ? raw.bytes : await readFile(raw.path);
      const { from, to, remoteAddress, helo, tls } = envelope;
      await receiveRaw(parts, bytes, { from, to, remoteAddress, helo, tls });
    },
  });
}
