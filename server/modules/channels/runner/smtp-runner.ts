import { readFile } from 'node:fs/promises';
import { openCertificate, type CertificatePaths } from '../../../kernel/certificate-files.ts';
import type { Log } from '../../../kernel/log.ts';
import { startSmtpIntake, type SmtpIntake } from '../smtp/intake-server.ts';
import type { IncomingLetter } from '../smtp/letter.ts';
import { receiveRaw, type ReceiveParts } from './receive-raw.ts';

type Parts = ReceiveParts & {
  readonly host: string;
  readonly port: number;
  /** Null: STARTTLS is not offered. */
  readonly certificate?: CertificatePaths | null;
  readonly certificateEveryMs?: number;
  readonly spoolDir: string;
  readonly log: Log;
};

/** Letters handed over by SMTP: raw on disk and known before 250 is said. */
export async function startSmtpRunner(parts: Parts): Promise<Pick<SmtpIntake, 'port' | 'close'>> {
  const { host, port, spoolDir, log, ownAddresses, certificate: paths } = parts;
  const everyMs = parts.certificateEveryMs;
  const certificate = paths
    ? await openCertificate({ paths, log, ...(everyMs !== undefined && { everyMs }) })
    : null;
  const intake = await startSmtpIntake({
    host,
    port,
    spoolDir,
    log,
    ...(certificate && { tls: { key: certificate.first.key, cert: certificate.first.cert } }),
    isOwnAddress: async (address) => (await ownAddresses.ownerOf(address)) !== null,
    async receive({ raw, envelope }: IncomingLetter) {
      const bytes = raw.kind === 'bytes' ? raw.bytes : await readFile(raw.path);
      const { from, to, remoteAddress, helo, tls } = envelope;
      await receiveRaw(parts, bytes, { from, to, remoteAddress, helo, tls });
    },
  });
  const renewals = certificate?.watch((renewed) => intake.useCertificate(renewed));
  return {
    port: intake.port,
    async close() {
      renewals?.close();
      await intake.close();
    },
  };
}
