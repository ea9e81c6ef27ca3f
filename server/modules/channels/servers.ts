import type { ChannelRow } from './channel-store.ts';
import type { MailboxSettings, Secret } from './email/imap/settings.ts';
import type { SendingSettings } from './email/sending/sender.ts';
import type { StoredSecrets } from './schema.ts';

type Known = Pick<ChannelRow, 'id' | 'workspace_id' | 'settings'>;

export type SecretParts = {
  readonly secretsOf: (channel: Pick<ChannelRow, 'secrets'>) => StoredSecrets;
  /** A token that is good now; refreshed and kept when the old one is near its end. */
  readonly accessToken: (
    channel: Pick<ChannelRow, 'id' | 'workspace_id'>,
    options?: { fresh?: boolean },
  ) => Promise<string>;
};

function secretOf(parts: SecretParts, channel: Known, password: string | undefined): Secret | null {
  if (channel.settings.oauth) {
    return { kind: 'oauth', accessToken: (options) => parts.accessToken(channel, options) };
  }
  return password === undefined ? null : { kind: 'password', password };
}

/** How letters are fetched; null when the mailbox only sends, or nothing to sign in with is known. */
export function mailboxSettings(
  parts: SecretParts,
  channel: Known & Pick<ChannelRow, 'secrets'>,
): MailboxSettings | null {
  const { imap, folder, afterReading, moveTo } = channel.settings;
  const secret = imap && secretOf(parts, channel, parts.secretsOf(channel).imapPassword);
  if (!imap || !secret) {
    return null;
  }
  return {
    host: imap.host,
    port: imap.port,
    security: imap.security,
    user: imap.user ?? '',
    secret,
    ...(imap.anyCertificate && { anyCertificate: true }),
    ...(folder && { folder }),
    afterwards:
      afterReading === 'move' && moveTo
        ? { kind: 'move', folder: moveTo }
        : afterReading === 'keep'
          ? { kind: 'keep' }
          : { kind: 'mark_seen' },
  };
}

/** How letters are sent; a server without a password knows us by address. */
export function sendingSettings(
  parts: SecretParts,
  channel: Known & Pick<ChannelRow, 'secrets'>,
): SendingSettings | null {
  const { smtp } = channel.settings;
  if (!smtp) {
    return null;
  }
  const secret = secretOf(parts, channel, parts.secretsOf(channel).smtpPassword);
  return {
    host: smtp.host,
    port: smtp.port,
    security: smtp.security,
    user: secret ? (smtp.user ?? null) : null,
    secret,
    ...(smtp.anyCertificate && { anyCertificate: true }),
  };
}
