/** What the other side said in the SMTP or LMTP dialogue; a letter's own headers may say otherwise. */
export type Envelope = {
  /** MAIL FROM; '' for a bounce (RFC 5321 §4.5.5). */
  readonly from: string;
  /** Accepted recipients only, as written by the sender, at least one. */
  readonly to: readonly string[];
  /** IPv4 or IPv6 without brackets, never IPv4-mapped. */
  readonly remoteAddress: string;
  readonly helo: string;
  readonly tls: boolean;
  readonly receivedAt: Date;
};

/**
 * The letter exactly as it came, dots unstuffed. Small ones are in memory; a large one is a file in the
 * spool folder, written but not synced: `receive` may move it away, what it leaves there is removed.
 */
export type RawLetter =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly size: number }
  | { readonly kind: 'file'; readonly path: string; readonly size: number };

export type IncomingLetter = { readonly raw: RawLetter; readonly envelope: Envelope };

/** Thrown by `receive` to refuse a letter for good (5xx). Anything else it throws asks the sender to come again. */
export class LetterRefused extends Error {
  /** Shown to the sending server, ASCII, one line. */
  readonly reply: string;

  constructor(reply: string) {
    super(reply);
    this.name = 'LetterRefused';
    this.reply = reply;
  }
}
