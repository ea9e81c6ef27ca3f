/** A mailbox as written in a header (RFC 5322 §3.4), decoded. `address` is '' when only a name was readable. */
export type Mailbox = { readonly name: string; readonly address: string };

/** A part that is not the body: a file, an inline image, a nested message, a file out of winmail.dat. */
export type LetterFile = {
  /** Decoded and safe to show and to save: no path, no control or direction-changing characters; never ''. */
  readonly name: string;
  /** Lower case, without parameters, e.g. `image/png`. */
  readonly contentType: string;
  /** Without angle brackets; null when the part has none. */
  readonly contentId: string | null;
  /** Shown inside the body (referred to by `cid:` or `Content-Location`), not in the list of files. */
  readonly inline: boolean;
  readonly content: Uint8Array;
};

/** A meeting invitation, update, answer or cancellation found in the letter (RFC 5545, 5546). */
export type Invitation = {
  readonly method: 'request' | 'cancel' | 'reply' | 'publish' | 'other';
  readonly uid: string;
  readonly summary: string;
  readonly location: string;
  readonly organizer: Mailbox | null;
  readonly attendees: readonly Mailbox[];
  /** RFC 3339; a date alone for a whole day; null when unreadable. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** True when it repeats (RRULE). */
  readonly recurring: boolean;
};

/** One letter, understood: every charset decoded, every nesting resolved. Says nothing of tickets. */
export type Letter = {
  /** Without angle brackets; null when missing or unreadable. Same for the two lists below, oldest first. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: Mailbox | null;
  readonly sender: Mailbox | null;
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly date: Date | null;
  /** Body as plain text, exactly one of possibly many alternatives, LF line ends; null when there is none. */
  readonly text: string | null;
  /** Body as HTML as it came (NOT yet cleaned); null when there is none. */
  readonly html: string | null;
  readonly files: readonly LetterFile[];
  readonly invitation: Invitation | null;
  /** Names in lower case; values unfolded and decoded, in order of appearance. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** `message/delivery-status`, `message/feedback-report`, returned headers or message: raw text of each, for bounces. */
  readonly reports: readonly { readonly contentType: string; readonly content: string }[];
  /** What had to be mended or left out in reading it, as stable codes for a person to see, e.g. `too_many_parts`. */
  readonly defects: readonly string[];
};
