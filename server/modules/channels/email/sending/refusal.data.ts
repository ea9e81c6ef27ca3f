/** Stable; the words come from the clients. */
export type RefusalCode =
  | 'address_unknown'
  | 'address_malformed'
  | 'domain_unknown'
  | 'mailbox_full'
  | 'mailbox_disabled'
  | 'too_large'
  | 'blocked'
  | 'not_authenticated'
  | 'relay_denied'
  | 'sender_refused'
  | 'greylisted'
  | 'rate_limited'
  | 'try_later'
  | 'refused';

/** Enhanced status codes (RFC 3463, without the class digit); the narrow ones stand first. */
export const statusMeanings: readonly { readonly status: RegExp; readonly code: RefusalCode }[] = [
  { status: /^1\.(?:1|6|10)$/, code: 'address_unknown' },
  { status: /^1\.(?:2|4)$|^4\.4$/, code: 'domain_unknown' },
  { status: /^1\.3$/, code: 'address_malformed' },
  { status: /^2\.1$/, code: 'mailbox_disabled' },
  { status: /^2\.2$|^3\.1$/, code: 'mailbox_full' },
  { status: /^2\.3$|^3\.4$/, code: 'too_large' },
  { status: /^7\.(?:2[0-9]|30)$/, code: 'not_authenticated' },
];

/** What servers say; asked first, because many give 5.7.1 or 5.0.0 to everything. */
export const refusalSayings: readonly { readonly pattern: RegExp; readonly code: RefusalCode }[] = [
  {
    pattern: /sender (?:address )?rejected|not (?:allowed|permitted|owned)|does not match/i,
    code: 'sender_refused',
  },
  { pattern: /greylist|grey-list|graylist|postgrey/i, code: 'greylisted' },
  {
    pattern: /too large|size (?:limit|exceed)|exceeds? (?:the )?(?:fixed )?maximum|message size/i,
    code: 'too_large',
  },
  {
    pattern: /over ?quota|quota exceeded|mailbox (?:is )?full|insufficient (?:system )?storage/i,
    code: 'mailbox_full',
  },
  {
    pattern:
      /user unknown|unknown user|no such (?:user|mailbox|recipient|address)|user (?:not found|does ?n[o']t exist)|invalid (?:mailbox|recipient)|mailbox (?:unavailable|not found)|does not exist|address rejected|recipient unknown/i,
    code: 'address_unknown',
  },
  { pattern: /disabled|inactive|suspended|deactivated/i, code: 'mailbox_disabled' },
  { pattern: /relay/i, code: 'relay_denied' },
  { pattern: /DMARC|DKIM|SPF|unauthenticated/i, code: 'not_authenticated' },
  {
    pattern:
      /rate limit|too many (?:messages|emails|letters|connections|recipients)|throttl|sending limit|limit exceeded/i,
    code: 'rate_limited',
  },
  {
    pattern:
      /spam|blacklist|blocklist|block list|blocked|reputation|spamhaus|unsolicited|policy|virus|content/i,
    code: 'blocked',
  },
  {
    pattern: /domain not found|host (?:or domain name )?not found|unrouteable|no mx/i,
    code: 'domain_unknown',
  },
];

/** Where servers put the name under which they keep the letter. */
export const queueNames: readonly RegExp[] = [
  /queued as ["'<]?([\w.@-]+)/i,
  /queued (?:on|mail for delivery)\D*?([\w.@-]{8,})/i,
  /\bid[=: ]<?([\w.@-]{6,})/i,
  /OK\s+\d{9,}\s+([\w.-]+)/i,
];
