import { startImapServer, type ImapFixture } from '../../server/test/mail/imap-server.ts';
import { startSmtpSink, type SmtpSink } from '../../server/test/mail/smtp-sink.ts';
import type { Desk } from './desk.ts';

export const mailboxAddress = 'support@own.test';
export const mailboxPassword = 'secret';

/** A company's mailbox outside: an IMAP server and an SMTP server in this process. */
export type OutsideMailbox = {
  readonly imap: ImapFixture;
  readonly sink: SmtpSink;
  close(): Promise<void>;
};

export async function startMailbox(): Promise<OutsideMailbox> {
  const passwords = { [mailboxAddress]: mailboxPassword };
  const imap = await startImapServer({ passwords });
  const sink = await startSmtpSink({ passwords });
  return {
    imap,
    sink,
    async close() {
      await imap.close();
      await sink.close();
    },
  };
}

/** Connects it over the API, as the console does. */
export async function connectMailbox(desk: Desk, { imap, sink }: OutsideMailbox): Promise<void> {
  const server = (port: number) => ({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: mailboxAddress,
    password: mailboxPassword,
  });
  await desk.call('POST /channels', {
    kind: 'email',
    name: 'Support',
    address: mailboxAddress,
    settings: { imap: server(imap.port), smtp: server(sink.port) },
  });
}

/** Header fields of a letter, unfolded (RFC 5322 §2.2.3), by lower-case name. */
export function fieldsOf(raw: Buffer): Map<string, string> {
  const [head = ''] = raw.toString('utf8').split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
