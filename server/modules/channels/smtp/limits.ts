export type IntakeLimits = {
  /** Bytes of one letter, advertised by SIZE (RFC 1870). */
  readonly letterBytes: number;
  /** Recipients of one letter; the rest get 452 and are sent again by the other side (RFC 5321 §4.5.3.1.10). */
  readonly recipients: number;
  /** Refused recipients of one connection, after which an address harvester is sent away. */
  readonly unknownRecipients: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** Letters a minute from one public address; loopback and private networks are the operator's own relays. */
  readonly lettersPerMinutePerAddress: number;
  /** Letters being received or stored at once; above it a new one is answered 421. */
  readonly lettersInFlight: number;
  /** A letter above this many bytes goes to the spool folder instead of memory. */
  readonly memoryBytes: number;
  /** Silence of the other side in milliseconds (RFC 5321 §4.5.3.2.7 asks for five minutes). */
  readonly idleTimeoutMs: number;
  /** A connection that finishes no letter for this long is closed, however busy it looks. */
  readonly transactionTimeoutMs: number;
  /** How long a stopping server waits for letters on their way. */
  readonly closeTimeoutMs: number;
};

export const defaultLimits: IntakeLimits = {
  letterBytes: 50 * 1024 * 1024,
  recipients: 100,
  unknownRecipients: 20,
  connections: 400,
  connectionsPerAddress: 40,
  lettersPerMinutePerAddress: 300,
  lettersInFlight: 200,
  memoryBytes: 512 * 1024,
  idleTimeoutMs: 5 * 60_000,
  transactionTimeoutMs: 15 * 60_000,
  closeTimeoutMs: 10_000,
};

/** Counts of each remote address, forgotten as soon as they are zero or old, so that a scan cannot fill memory. */
export class AddressLimits {
  readonly #limits: IntakeLimits;
  readonly #now: () => number;
  readonly #open = new Map<string, number>();
  readonly #letters = new Map<string, { minute: number; count: number }>();
  #sweptMinute = 0;

  constructor(limits: IntakeLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** False when the address has too many connections already; then `leave` must not be called. */
  enter(address: string): boolean {
    const open = this.#open.get(address) ?? 0;
    if (open >= this.#limits.connectionsPerAddress && !isLoopback(address)) {
      return false;
    }
    this.#open.set(address, open + 1);
    return true;
  }

  leave(address: string): void {
    const open = (this.#open.get(address) ?? 0) - 1;
    if (open > 0) {
      this.#open.set(address, open);
    } else {
      this.#open.delete(address);
    }
  }

  /** Counts one letter; false when the address has had its share of this minute. */
  countLetter(address: string): boolean {
    if (isPrivateAddress(address)) {
      return true;
    }
    const minute = Math.floor(this.#now() / 60_000);
    if (minute !== this.#sweptMinute) {
      this.#letters.clear();
      this.#sweptMinute = minute;
    }
    const seen = this.#letters.get(address) ?? { minute, count: 0 };
    seen.count += 1;
    this.#letters.set(address, seen);
    return seen.count <= this.#limits.lettersPerMinutePerAddress;
  }
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** Loopback, RFC 1918, RFC 6598, link-local and unique local addresses: peers for which DNS publishes no policy. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '').toLowerCase();
  return (
    isLoopback(plain) ||
    /^10\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(plain) ||
    /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(plain) ||
    /^fe[89ab][0-9a-f]:|^f[cd][0-9a-f]{2}:/.test(plain)
  );
}
