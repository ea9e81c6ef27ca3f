import type { ProblemCode } from './connection-problem.ts';

export type ProbeStepName =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'sign_in'
  | 'folder'
  | 'idle'
  | 'smtp_dns'
  | 'smtp_connect'
  | 'smtp_tls'
  | 'smtp_sign_in'
  | 'smtp_send';

/** `not_secret`: the connection is not encrypted; `polling`: letters are looked for now and then instead of pushed. */
export type ProbeCode =
  | ProblemCode
  | 'fine'
  | 'not_secret'
  | 'polling'
  | 'no_sign_in'
  | 'letter_refused';

export type ProbeStep = {
  readonly step: ProbeStepName;
  /** False ends the probe of this server: later steps are left out. */
  readonly ok: boolean;
  /** Stable; the words come from the clients. */
  readonly code: ProbeCode;
  /** What the server or the system said, or found addresses; no secrets. */
  readonly detail: string;
};

export type ProbeEnvironment = {
  /** As `lookup` of node:dns/promises with `all`. */
  lookup(host: string): Promise<readonly { readonly address: string }[]>;
  readonly timeoutMs: number;
};
