import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type SunkLetter = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly user: string | null;
  readonly tls: boolean;
};

export type SmtpAnswer = { readonly code: number; readonly text: string };

/** Changed by a test at any time. */
export type SmtpFaults = {
  /** Answers to RCPT TO by address, one an attempt; when they are used up the address is accepted. */
  readonly recipients: Map<string, SmtpAnswer[]>;
  /** Answers after DATA, one a letter. */
  readonly letters: SmtpAnswer[];
  refuseLogin: SmtpAnswer | null;
  refuseSender: SmtpAnswer | null;
  /** Connections to be reset: at the greeting, or when the letter is in and before the answer. */
  dropAt: ('greeting' | 'answer')[];
  /** The letter is taken and nothing is ever answered. */
  hang: boolean;
};

export type SmtpSink = {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly letters: SunkLetter[];
  readonly faults: SmtpFaults;
  /** Access tokens that XOAUTH2 accepts. */
  readonly tokens: Set<string>;
  readonly connections: number;
  close(): Promise<void>;
};

export type SmtpSinkOptions = {
  /** Empty: anybody may send without signing in. */
  readonly passwords?: Readonly<Record<string, string>>;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** TLS from the first byte instead of STARTTLS. */
  readonly implicitTls?: boolean;
  readonly letterBytes?: number;
};

/** An SMTP server in this process that keeps every letter and fails as scripted. */
export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const script = new Script(options);
  const server: SMTPServer = new SMTPServer({
    ...options.tls,
    secure: options.implicitTls === true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    allowInsecureAuth: true,
    authOptional: options.passwords === undefined,
    disabledCommands: options.tls === undefined ? ['STARTTLS'] : [],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    ...(options.letterBytes === undefined
      ? {}
      : { size: options.letterBytes, rejectOversized: true }),
    onConnect: (session, done) => script.connect(session, done),
    onAuth: (auth, _session, done) => script.signIn(auth, done),
    onMailFrom: (_address, _session, done) => done(script.sender()),
    onRcptTo: (address, _session, done) => done(script.recipient(address.address)),
    onData: (stream, session, done) => void script.letter(stream, session, done),
  });
  script.drop = (id) => dropConnection(server, id);
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: '127.0.0.1',
    port: (server.server.address() as AddressInfo).port,
    letters: script.letters,
    faults: script.faults,
    tokens: script.tokens,
    get connections() {
      return script.connections;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of server.connections) {
          connection.close();
        }
      }),
  };
}

type Done = (error?: Error | null) => void;
type Auth = {
  readonly username?: string | undefined;
  readonly password?: string | null | undefined;
  readonly accessToken?: string | undefined;
};

class Script {
  readonly #options: SmtpSinkOptions;
  readonly letters: SunkLetter[] = [];
  readonly tokens = new Set<string>();
  readonly faults: SmtpFaults = {
    recipients: new Map(),
    letters: [],
    refuseLogin: null,
    refuseSender: null,
    dropAt: [],
    hang: false,
  };
  connections = 0;
  drop: (sessionId: string) => void = () => undefined;

  constructor(options: SmtpSinkOptions) {
    this.#options = options;
  }

  connect(session: SMTPServerSession, done: Done): void {
    this.connections += 1;
    if (this.#dropsAt('greeting')) {
      this.drop(session.id);
    } else {
      done();
    }
  }

  signIn(
    auth: Auth,
    done: (error: Error | null, answer?: { user?: string | undefined; data?: object }) => void,
  ): void {
    const { accessToken, username, password } = auth;
    const known =
      accessToken === undefined
        ? this.#options.passwords?.[username ?? ''] === password
        : this.tokens.has(accessToken);
    const refusal =
      this.faults.refuseLogin ??
      (known ? null : { code: 535, text: '5.7.8 Authentication failed' });
    if (refusal !== null && accessToken !== undefined) {
      done(null, { data: { status: '400' } });
      return;
    }
    done(refusal === null ? null : answerError(refusal), { user: username });
  }

  sender(): Error | null {
    return this.faults.refuseSender === null ? null : answerError(this.faults.refuseSender);
  }

  recipient(address: string): Error | null {
    const answer = this.faults.recipients.get(address)?.shift();
    return answer === undefined ? null : answerError(answer);
  }

  async letter(
    stream: Readable,
    session: SMTPServerSession,
    done: (error?: Error | null, reply?: string) => void,
  ): Promise<void> {
    const parts = (await stream.toArray()) as Buffer[];
    const refusal = this.faults.letters.shift();
    if (this.#dropsAt('answer')) {
      this.drop(session.id);
    } else if (refusal !== undefined) {
      done(answerError(refusal));
    } else if (!this.faults.hang) {
      this.letters.push(sunk(session, Buffer.concat(parts)));
      done(null, `2.0.0 Ok: queued as Q${this.letters.length}`);
    }
  }

  #dropsAt(point: 'greeting' | 'answer'): boolean {
    const due = this.faults.dropAt[0] === point;
    if (due) {
      this.faults.dropAt.shift();
    }
    return due;
  }
}

function sunk(session: SMTPServerSession, raw: Buffer): SunkLetter {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    raw,
    user: typeof session.user === 'string' ? session.user : null,
    tls: session.secure,
  };
}

function answerError({ code, text }: SmtpAnswer): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

function dropConnection(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections) {
    if (connection.id === sessionId) {
      connection.close();
    }
  }
}
