/** Why a letter did not arrive, as a stable code. In words: `reasonInWords`. */
export type BounceReason =
  | 'mailbox_full'
  | 'unknown_user'
  | 'moved'
  | 'suspended'
  | 'host_unknown'
  | 'accepts_no_mail'
  | 'refused'
  | 'blocked'
  | 'sender_rejected'
  | 'authentication'
  | 'relay_denied'
  | 'spam'
  | 'virus'
  | 'too_large'
  | 'content'
  | 'policy'
  | 'rate_limited'
  | 'expired'
  | 'network'
  | 'server_error'
  | 'other';

export type BounceRecipient = {
  /** As the report names it; '' when the report names none. */
  readonly address: string;
  /** Enhanced status code (RFC 3463), e.g. `5.1.1`; null when none was given. */
  readonly status: string | null;
  /** SMTP reply code (RFC 5321 §4.2), e.g. `550`; null when none was given. */
  readonly replyCode: string | null;
  /** The address itself is no good: writing to it again is useless. A full box or a block is not hard. */
  readonly hard: boolean;
  readonly reason: BounceReason;
  /** The words of the server that refused, on one line; '' when it said nothing. */
  readonly diagnostic: string;
};

export type BounceKind = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'feedback';

/** A report about a letter that was sent: not delivered, late, delivered, or complained about (RFC 3464, RFC 5965). */
export type Bounce = {
  readonly kind: BounceKind;
  readonly recipients: readonly BounceRecipient[];
  /** Of the letter that the report is about, without angle brackets; null when the report does not say. */
  readonly originalMessageId: string | null;
  readonly originalRecipient: string | null;
  readonly originalSubject: string | null;
};

/** How far the SMTP dialogue went before the refusal. */
export type SmtpStage = 'connect' | 'mail' | 'rcpt' | 'data' | null;
