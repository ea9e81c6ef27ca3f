import {
  passwordRefusers,
  sayings,
  systemCodes,
  tlsWords,
  type ProblemCode,
} from './connection-problem.data.ts';

export type { ProblemCode } from './connection-problem.data.ts';

export type ConnectionProblem = {
  readonly code: ProblemCode;
  /** What the server or the system said, for a person who can read it; no secrets, at most 300 characters. */
  readonly detail: string;
};

export type ProblemContext = {
  readonly host: string;
  /** A refused token is a matter of consent, not of a password. */
  readonly oauth: boolean;
};

type ErrorShape = {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly message?: unknown;
  readonly response?: unknown;
  readonly responseText?: unknown;
  readonly serverResponseCode?: unknown;
  readonly authenticationFailed?: unknown;
  readonly tlsFailed?: unknown;
  readonly mailboxMissing?: unknown;
  readonly cause?: unknown;
};

/** Codes of own errors, thrown below a client that wraps them. */
const ownCodes = new Set(['sign_in_again', 'provider_unreachable', 'storage_failed']);

const signInCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'wrong_password',
  'app_password_needed',
  'app_password_or_switched_off',
  'switched_off',
  'oauth_needed',
  'sign_in_again',
  'confirm_in_browser',
  'account_blocked',
]);

/** True when only a person can mend it; knocking again soon would get the account locked. */
export function isSignInProblem(code: ProblemCode): boolean {
  return signInCodes.has(code);
}

/** Understands errors of the system, of TLS, of the IMAP and the SMTP client and of own OAuth code. */
export function connectionProblem(error: unknown, context: ProblemContext): ConnectionProblem {
  const shape = (typeof error === 'object' && error !== null ? error : {}) as ErrorShape;
  const detail = detailOf(shape, error);
  return {
    code: codeOf(shape, detail, context),
    detail: detail.replaceAll(/\s+/g, ' ').trim().slice(0, 300),
  };
}

function codeOf(shape: ErrorShape, detail: string, context: ProblemContext): ProblemCode {
  const code = String(shape.code ?? '');
  const own = [code, String(shape.originalCode ?? '')].find((word) => ownCodes.has(word));
  if (own !== undefined) {
    return own as ProblemCode;
  }
  if (shape.mailboxMissing === true) {
    return 'folder_missing';
  }
  if (shape.authenticationFailed === true || code === 'EAUTH') {
    return signInProblem(detail, context);
  }
  return (
    systemCodes[code] ??
    systemCodes[String(shape.originalCode ?? '')] ??
    wordsProblem(shape, detail, context)
  );
}

function signInProblem(detail: string, { host, oauth }: ProblemContext): ProblemCode {
  const said = sayings.find(({ pattern }) => pattern.test(detail));
  if (said !== undefined) {
    return said.code;
  }
  if (oauth) {
    return 'sign_in_again';
  }
  return passwordRefusers.find((provider) => provider.host.test(host))?.code ?? 'wrong_password';
}

function wordsProblem(shape: ErrorShape, said: string, context: ProblemContext): ProblemCode {
  if (shape.cause !== undefined && shape.cause !== null) {
    return connectionProblem(shape.cause, context).code;
  }
  const words = `${said} ${String(shape.message ?? '')}`;
  const tls = tlsWords.find(({ pattern }) => pattern.test(words));
  if (tls !== undefined) {
    return tls.code;
  }
  return (
    sayings.find(({ pattern }) => pattern.test(words))?.code ??
    (shape.tlsFailed === true ? 'starttls_missing' : 'unknown')
  );
}

function detailOf(shape: ErrorShape, error: unknown): string {
  for (const words of [shape.responseText, shape.response, shape.message]) {
    if (typeof words === 'string' && words !== '') {
      const extra =
        typeof shape.serverResponseCode === 'string' ? `[${shape.serverResponseCode}] ` : '';
      return words.includes(extra) ? words : extra + words;
    }
  }
  return typeof error === 'string' ? error : 'no details';
}
