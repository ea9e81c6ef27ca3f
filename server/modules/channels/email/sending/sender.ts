import { createHash } from 'node:crypto';
import { callbackify } from 'node:util';
import { createTransport } from 'nodemailer';
import type { Secret, ServerSettings } from '../imap/settings.ts';
import {
  conclude,
  type Delivery,
  deliveryOfError,
  deliveryOfReply,
  refusedHere,
  type SendOutcome,
} from './send-outcome.ts';

/** A mailbox's own server or a relay; `user` and `secret` null for one that knows us by address. */
export type SendingSettings = Omit<ServerSettings, 'user' | 'secret'> & {
  readonly user: string | null;
  readonly secret: Secret | null;
  /** Name said in EHLO; the machine's own when left out. */
  readonly helo?: string;
};

export type SendingEnvelope = { readonly from: string; readonly to: readonly string[] };

export type SenderOptions = {
  /** Addresses of the own intake to which letters must not leave the house, or cannot when there is no way out. */
  readonly isOwnAddress?: (address: string, way: { readonly out: boolean }) => Promise<boolean>;
  /** Resolves when the letter is safe; a rejection is temporary. */
  readonly deliverHere?: (raw: Buffer, envelope: SendingEnvelope) => Promise<void>;
  readonly connectTimeoutMs?: number;
  /** Silence in the middle of a dialogue. */
  readonly silenceMs?: number;
  /** At once to one server with one sign-in. */
  readonly connectionsPerServer?: number;
};

export type Sender = {
  /**
   * Never throws. `settings` null: there is no way out, only own addresses are served. A temporary failure may
   * have been delivered all the same when the connection died at the very end (RFC 1047): the letter's
   * Message-ID is what lets the receiver see that.
   */
  send(
    settings: SendingSettings | null,
    raw: Buffer,
    envelope: SendingEnvelope,
  ): Promise<SendOutcome>;
  /** Lets letters on their way finish. */
  close(): void;
};

export function openSender(options: SenderOptions = {}): Sender {
  return new PooledSender(options);
}

type Pool = { readonly transport: ReturnType<typeof makeTransport>; secret: Secret | null };

const poolsKept = 200;
const nobody: Delivery = { accepted: [], refused: [], response: '' };

class PooledSender implements Sender {
  readonly #options: SenderOptions;
  /** Least recently used first. */
  readonly #pools = new Map<string, Pool>();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  async send(
    settings: SendingSettings | null,
    raw: Buffer,
    envelope: SendingEnvelope,
  ): Promise<SendOutcome> {
    const { here, away } = await this.#split(envelope.to, settings !== null);
    if (envelope.to.length === 0) {
      const detail = 'the letter has no recipients';
      return { kind: 'permanent', code: 'no_recipients', status: null, detail, refused: [] };
    }
    const inside = await this.#deliverHere(raw, { from: envelope.from, to: here });
    const outside = await this.#sendAway(settings, raw, { from: envelope.from, to: away });
    return conclude({
      accepted: [...inside.accepted, ...outside.accepted],
      refused: [...inside.refused, ...outside.refused],
      response: outside.response || inside.response,
    });
  }

  close(): void {
    for (const { transport } of this.#pools.values()) {
      transport.close();
    }
    this.#pools.clear();
  }

  async #split(to: readonly string[], out: boolean): Promise<{ here: string[]; away: string[] }> {
    const here: string[] = [];
    const away: string[] = [];
    for (const address of to) {
      const own = (await this.#options.isOwnAddress?.(address, { out })) === true;
      (own ? here : away).push(address);
    }
    return { here, away };
  }

  async #deliverHere(raw: Buffer, envelope: SendingEnvelope): Promise<Delivery> {
    if (envelope.to.length === 0) {
      return nobody;
    }
    try {
      await this.#options.deliverHere?.(raw, envelope);
      return { accepted: envelope.to, refused: [], response: '250 delivered here' };
    } catch (error) {
      return refusedHere(envelope.to, {
        temporary: true,
        code: 'storage_failed',
        detail: String(error),
      });
    }
  }

  async #sendAway(
    settings: SendingSettings | null,
    raw: Buffer,
    { from, to }: SendingEnvelope,
  ): Promise<Delivery> {
    if (to.length === 0) {
      return nobody;
    }
    if (settings === null) {
      const detail = 'no server for outgoing mail is set';
      return refusedHere(to, { temporary: false, code: 'no_route', detail });
    }
    try {
      const { transport } = this.#pool(settings);
      return deliveryOfReply(
        await transport.sendMail({
          raw,
          envelope: { from: from === '' ? false : from, to: [...to] },
        }),
      );
    } catch (error) {
      return deliveryOfError(error, to, {
        host: settings.host,
        oauth: settings.secret?.kind === 'oauth',
      });
    }
  }

  #pool(settings: SendingSettings): Pool {
    const key = keyOf(settings);
    const known = this.#pools.get(key);
    const pool = known ?? this.#open(settings);
    pool.secret = settings.secret;
    this.#pools.delete(key);
    this.#pools.set(key, pool);
    const [oldest] = this.#pools;
    if (this.#pools.size > poolsKept && oldest !== undefined) {
      oldest[1].transport.close();
      this.#pools.delete(oldest[0]);
    }
    return pool;
  }

  #open(settings: SendingSettings): Pool {
    const pool: Pool = {
      transport: makeTransport(settings, this.#options),
      secret: settings.secret,
    };
    const provide = callbackify((renew: boolean) => tokenOf(pool.secret, renew));
    pool.transport.set('oauth2_provision_cb', (_user, renew, done) => provide(renew, done));
    return pool;
  }
}

async function tokenOf(secret: Secret | null, fresh: boolean): Promise<string> {
  if (secret?.kind !== 'oauth') {
    throw new Error('no token');
  }
  return secret.accessToken(fresh ? { fresh } : {});
}

function makeTransport(settings: SendingSettings, options: SenderOptions) {
  const { host, port, security, authority, anyCertificate, helo } = settings;
  const connectTimeoutMs = options.connectTimeoutMs ?? 20_000;
  return createTransport({
    pool: true,
    host,
    port,
    name: helo,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { ca: authority, rejectUnauthorized: anyCertificate !== true, minVersion: 'TLSv1.2' },
    auth: authOf(settings),
    maxConnections: options.connectionsPerServer ?? 3,
    // A letter whose connection died may have been taken: only the caller's schedule repeats it.
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    dnsTimeout: connectTimeoutMs,
    socketTimeout: options.silenceMs ?? 120_000,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function authOf({ user, secret }: SendingSettings) {
  if (user === null || secret === null) {
    return undefined;
  }
  return secret.kind === 'password'
    ? { user, pass: secret.password }
    : { type: 'OAuth2' as const, user };
}

function keyOf({
  host,
  port,
  security,
  user,
  secret,
  authority,
  anyCertificate,
}: SendingSettings): string {
  const password = secret?.kind === 'password' ? secret.password : (secret?.kind ?? '');
  const parts = [host, port, security, user, password, authority, anyCertificate];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
