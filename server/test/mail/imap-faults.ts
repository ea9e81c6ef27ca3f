/** Changed by a test at any time; each is off at first. */
export type ImapFaults = {
  /** Answer to LOGIN and AUTHENTICATE, e.g. `NO [AUTHENTICATIONFAILED] Invalid credentials`. */
  refuseLogin: string | null;
  /** IDLE is neither offered nor understood. */
  noIdle: boolean;
  /** IDLE is offered and then refused. */
  refuseIdle: boolean;
  /** IDLE is accepted and then says nothing, as behind a broken middlebox. */
  silentIdle: boolean;
  /** The next letters bodies sent are cut off after so many bytes, and the connection is reset. One number a letter. */
  cutBodyAfter: number[];
  /** Milliseconds before every answer. */
  delayMs: number;
  /** Connections are closed before the greeting. */
  slamDoor: boolean;
  /** The connection stays open and nothing is ever answered. */
  mute: boolean;
  /** STORE, COPY and MOVE are refused. */
  readOnly: boolean;
};

export function noFaults(): ImapFaults {
  return {
    refuseLogin: null,
    noIdle: false,
    refuseIdle: false,
    silentIdle: false,
    cutBodyAfter: [],
    delayMs: 0,
    slamDoor: false,
    mute: false,
    readOnly: false,
  };
}
