/** `tls`: from the first byte; `starttls`: required, never skipped; `none`: for a server on the same machine. */
export type Security = 'tls' | 'starttls' | 'none';

export type Secret =
  | { readonly kind: 'password'; readonly password: string }
  /** `fresh` asks for a token that was not handed out before: the last one was refused. */
  | {
      readonly kind: 'oauth';
      readonly accessToken: (options?: { fresh?: boolean }) => Promise<string>;
    };

export type ServerSettings = {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly user: string;
  readonly secret: Secret;
  /** PEM of an own authority; trusted besides the system's. */
  readonly authority?: string;
  /** Accept any certificate; the administrator was warned. */
  readonly anyCertificate?: boolean;
};

/** What happens to a letter in its mailbox once it is safe here. */
export type Afterwards =
  | { readonly kind: 'mark_seen' }
  | { readonly kind: 'move'; readonly folder: string }
  | { readonly kind: 'keep' };

export type MailboxSettings = ServerSettings & {
  /** As a person reads it, not in IMAP's encoding; `INBOX` when left out. */
  readonly folder?: string;
  readonly afterwards: Afterwards;
  /** Letters above are received as their head only; 50 MB when left out. */
  readonly letterBytes?: number;
  /** On the very first connection: letters that arrived since; only new ones when left out. */
  readonly since?: Date;
};

export function folderOf(settings: Pick<MailboxSettings, 'folder'>): string {
  return settings.folder ?? 'INBOX';
}

export function letterBytesOf(settings: Pick<MailboxSettings, 'letterBytes'>): number {
  return settings.letterBytes ?? 50 * 1024 * 1024;
}
