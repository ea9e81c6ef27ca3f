/** Stable; the words come from the clients. */
export type ProblemCode =
  | 'host_not_found'
  | 'dns_unavailable'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'no_greeting'
  | 'connection_lost'
  | 'wrong_protocol'
  | 'tls_not_spoken'
  | 'tls_too_old'
  | 'starttls_missing'
  | 'certificate_expired'
  | 'certificate_self_signed'
  | 'certificate_wrong_host'
  | 'certificate_untrusted'
  | 'encryption_needed'
  | 'wrong_password'
  | 'app_password_needed'
  | 'app_password_or_switched_off'
  | 'switched_off'
  | 'oauth_needed'
  | 'sign_in_again'
  | 'provider_unreachable'
  | 'confirm_in_browser'
  | 'account_blocked'
  | 'too_many_connections'
  | 'server_busy'
  | 'folder_missing'
  | 'storage_failed'
  | 'unknown';

type Saying = { readonly pattern: RegExp; readonly code: ProblemCode };

/** Node's and OpenSSL's error codes. */
export const systemCodes: Readonly<Record<string, ProblemCode>> = {
  ENOTFOUND: 'host_not_found',
  ENODATA: 'host_not_found',
  EAI_AGAIN: 'dns_unavailable',
  EDNS: 'host_not_found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EACCES: 'unreachable',
  ETIMEDOUT: 'timeout',
  ETIMEOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  GREETING_TIMEOUT: 'no_greeting',
  UPGRADE_TIMEOUT: 'timeout',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  ECONNECTION: 'connection_lost',
  NoConnection: 'connection_lost',
  EConnectionClosed: 'connection_lost',
  ClosedAfterConnectText: 'connection_lost',
  ClosedAfterConnectTLS: 'connection_lost',
  ETHROTTLE: 'server_busy',
  EPROTOCOL: 'wrong_protocol',
  STARTTLS_INJECTION: 'certificate_untrusted',
  CERT_HAS_EXPIRED: 'certificate_expired',
  CERT_NOT_YET_VALID: 'certificate_expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate_self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate_self_signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_wrong_host',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate_untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate_untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate_untrusted',
  CERT_UNTRUSTED: 'certificate_untrusted',
  CERT_REVOKED: 'certificate_untrusted',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls_not_spoken',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls_not_spoken',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls_too_old',
  ERR_SSL_DH_KEY_TOO_SMALL: 'tls_too_old',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls_too_old',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'tls_too_old',
};

/** For errors that carry OpenSSL's words but not its code. */
export const tlsWords: readonly Saying[] = [
  { pattern: /self[- ]signed/i, code: 'certificate_self_signed' },
  { pattern: /certificate has expired/i, code: 'certificate_expired' },
  { pattern: /altnames/i, code: 'certificate_wrong_host' },
  { pattern: /unable to (?:verify|get)/i, code: 'certificate_untrusted' },
  { pattern: /wrong version number|packet length too long/i, code: 'tls_not_spoken' },
  { pattern: /STARTTLS/i, code: 'starttls_missing' },
];

/** What servers say when they refuse a sign-in; the first that fits decides, so the narrow ones stand first. */
export const sayings: readonly Saying[] = [
  { pattern: /invalid credentials or IMAP is disabled/i, code: 'app_password_or_switched_off' },
  {
    pattern:
      /application[- ]specific password|app(?:lication)? password|parol prilozheniya|пароль приложения/i,
    code: 'app_password_needed',
  },
  {
    pattern:
      /not enabled for IMAP|IMAP (?:access )?is disabled|imap[^.]{0,20}(?:switched|turned) off|does not have access rights to this service/i,
    code: 'switched_off',
  },
  { pattern: /SmtpClientAuthentication is disabled|5\.7\.139/i, code: 'switched_off' },
  {
    pattern:
      /basic auth(?:entication)? is (?:disabled|blocked)|BasicAuthBlocked|LogonDenied-BasicAuth/i,
    code: 'oauth_needed',
  },
  {
    pattern:
      /web browser|WEBALERT|webloginrequired|unusual|suspicious|verify your account|captcha|account\.live\.com/i,
    code: 'confirm_in_browser',
  },
  {
    pattern:
      /too many (?:simultaneous )?connections|maximum number of connections|connection limit/i,
    code: 'too_many_connections',
  },
  {
    pattern: /too many (?:login|failed|auth)|rate limit|try again later|temporar/i,
    code: 'server_busy',
  },
  {
    pattern:
      /account (?:is )?(?:disabled|blocked|locked|suspended)|mailbox (?:is )?(?:disabled|blocked)|user (?:is )?blocked/i,
    code: 'account_blocked',
  },
  {
    pattern:
      /plaintext (?:login|auth)[^.]*(?:disallowed|disabled|not allowed)|must issue a? ?STARTTLS|encryption required|PRIVACYREQUIRED/i,
    code: 'encryption_needed',
  },
];

/** Providers that refuse the account's own password and do not say so. */
export const passwordRefusers: readonly { readonly host: RegExp; readonly code: ProblemCode }[] = [
  { host: /(?:^|\.)(?:gmail|googlemail|google)\.com$/i, code: 'app_password_needed' },
  {
    host: /(?:^|\.)yandex\.(?:ru|com|com\.tr|by|kz|uz|net)$/i,
    code: 'app_password_or_switched_off',
  },
  { host: /(?:^|\.)mail\.ru$/i, code: 'app_password_needed' },
  { host: /(?:^|\.)mail\.yahoo\.com$/i, code: 'app_password_needed' },
  { host: /(?:^|\.)mail\.me\.com$/i, code: 'app_password_needed' },
  { host: /(?:^|\.)fastmail\.com$/i, code: 'app_password_needed' },
  { host: /(?:^|\.)(?:office365|outlook)\.com$/i, code: 'oauth_needed' },
];
