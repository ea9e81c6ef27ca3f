import type { AddressInfo } from 'node:net';
import type { SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { rm } from 'node:fs/promises';
import type { Certificate } from '../../../kernel/certificate-files.ts';
import { collectLetter } from './collect-letter.ts';
import { type IncomingLetter, LetterRefused, type RawLetter } from './letter.ts';
import { AddressLimits, defaultLimits, type IntakeLimits } from './limits.ts';
import { PromptServer } from './prompt-server.ts';

export type IntakeLog = {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
};

export type IntakeOptions = {
  readonly host: string;
  /** 0 takes a free one; see `port` of the result. */
  readonly port: number;
  readonly limits?: Partial<IntakeLimits>;
  /** Name in the greeting; the machine's own name when left out. */
  readonly name?: string;
  /** STARTTLS is offered only when a certificate is given (PEM). */
  readonly tls?: Certificate;
  /** Folder for letters too large for memory; null or left out keeps everything in memory. */
  readonly spoolDir?: string | null;
  /** Only these are accepted: there is no relaying. May throw: the sender is asked to come again. */
  readonly isOwnAddress: (address: string) => Promise<boolean>;
  /** 250 is said after this has resolved. `LetterRefused` is final; every other failure means "again later". */
  readonly receive: (letter: IncomingLetter) => Promise<void>;
  readonly now?: () => Date;
  readonly log: IntakeLog;
};

export type SmtpIntake = {
  readonly port: number;
  /** For the next STARTTLS; only when it was started with `tls`. */
  useCertificate(certificate: Certificate): void;
  /** Letters on their way are finished, idle connections are closed at once, no new ones are taken. */
  close(): Promise<void>;
};

const notSpoken = ['AUTH', 'WIZ', 'SHELL', 'KILL', 'XCLIENT', 'XFORWARD'];

type Done = (error?: Error | null) => void;

/** @throws the listener's error, e.g. `EADDRINUSE`, `EACCES`. */
export async function startSmtpIntake(options: IntakeOptions): Promise<SmtpIntake> {
  const intake = new Intake(options);
  await intake.listen();
  return intake;
}

class Intake implements SmtpIntake {
  readonly #options: IntakeOptions;
  readonly #limits: IntakeLimits;
  readonly #addresses: AddressLimits;
  readonly #server: PromptServer;
  readonly #now: () => Date;
  /** When a connection last finished something, by session id. */
  readonly #progress = new Map<string, number>();
  readonly #unknown = new Map<string, number>();
  readonly #busy = new Set<string>();
  #watch: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#now = options.now ?? (() => new Date());
    this.#addresses = new AddressLimits(this.#limits, () => this.#now().getTime());
    this.#server = new PromptServer({
      ...(options.name === undefined ? {} : { name: options.name }),
      ...options.tls,
      size: this.#limits.letterBytes,
      rejectOversized: true,
      maxRecipients: this.#limits.recipients,
      maxClients: this.#limits.connections,
      socketTimeout: this.#limits.idleTimeoutMs,
      closeTimeout: this.#limits.closeTimeoutMs,
      authOptional: true,
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: false,
      disabledCommands: options.tls === undefined ? [...notSpoken, 'STARTTLS'] : notSpoken,
      logger: false,
      onConnect: (session, done) => this.#connect(session, done),
      onMailFrom: (_address, session, done) => this.#mailFrom(session, done),
      onRcptTo: (address, session, done) => void this.#rcptTo(address, session, done),
      onData: (stream, session, done) => void this.#letter(stream, session, done),
      onClose: (session) => this.#forget(session),
    });
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port, this.#options.host, () => {
        this.#server.removeListener('error', reject);
        this.#server.on('error', (error) =>
          this.#options.log.info({ error: String(error) }, 'smtp connection failed'),
        );
        this.#watch = setInterval(
          () => this.#dismissSlow(),
          Math.min(5_000, this.#limits.transactionTimeoutMs),
        );
        this.#watch.unref();
        resolve();
      });
    });
  }

  useCertificate({ key, cert }: Certificate): void {
    this.#server.updateSecureContext({ key, cert });
  }

  close(): Promise<void> {
    clearInterval(this.#watch);
    this.#closing = true;
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.dismiss((id) => !this.#busy.has(id), 'Server shutting down');
    });
  }

  #connect(session: SMTPServerSession, done: Done): void {
    if (!this.#addresses.enter(session.remoteAddress)) {
      done(reply(421, 'Too many connections from your address'));
      return;
    }
    this.#progress.set(session.id, this.#now().getTime());
    done();
  }

  #mailFrom(session: SMTPServerSession, done: Done): void {
    if (this.#busy.size >= this.#limits.lettersInFlight) {
      done(reply(421, 'Too many letters at once, try again in a moment'));
    } else if (this.#addresses.countLetter(session.remoteAddress)) {
      done();
    } else {
      done(reply(450, 'Too many letters from your address, try again in a minute'));
    }
  }

  async #rcptTo(address: SMTPServerAddress, session: SMTPServerSession, done: Done): Promise<void> {
    try {
      if (await this.#options.isOwnAddress(address.address)) {
        done();
        return;
      }
    } catch (error) {
      this.#options.log.warn({ error: String(error) }, 'recipient could not be looked up');
      done(reply(451, 'Temporary failure, try again later'));
      return;
    }
    const unknown = (this.#unknown.get(session.id) ?? 0) + 1;
    this.#unknown.set(session.id, unknown);
    const harvester = unknown > this.#limits.unknownRecipients;
    done(
      harvester ? reply(421, 'Too many unknown recipients') : reply(550, 'No such recipient here'),
    );
  }

  async #letter(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: Done,
  ): Promise<void> {
    const { letterBytes, memoryBytes } = this.#limits;
    const spoolDir = this.#options.spoolDir ?? null;
    const envelope = this.#envelope(session);
    this.#busy.add(session.id);
    try {
      const collected = await collectLetter(stream, { letterBytes, memoryBytes, spoolDir });
      if (collected.kind === 'letter') {
        await this.#store({ raw: collected.raw, envelope });
      }
      // A letter above the limit is answered 552 by the library, whatever is said here.
      done();
    } catch (error) {
      this.#options.log.warn({ error: String(error) }, 'letter was not taken');
      done(
        error instanceof LetterRefused
          ? reply(554, error.reply)
          : reply(451, 'Temporary failure, try again later'),
      );
    } finally {
      this.#busy.delete(session.id);
      if (this.#progress.has(session.id)) {
        this.#progress.set(session.id, this.#now().getTime());
      }
      if (this.#closing) {
        this.#server.dismiss((id) => id === session.id, 'Server shutting down');
      }
    }
  }

  async #store(letter: IncomingLetter): Promise<void> {
    try {
      await this.#options.receive(letter);
    } finally {
      await removeLeftover(letter.raw);
    }
  }

  #envelope(session: SMTPServerSession): IncomingLetter['envelope'] {
    const { mailFrom, rcptTo } = session.envelope;
    return {
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map((recipient) => recipient.address),
      remoteAddress: session.remoteAddress,
      helo: session.hostNameAppearsAs,
      tls: session.secure,
      receivedAt: this.#now(),
    };
  }

  /** One byte a minute keeps a socket from being idle; only finished letters count as life. */
  #dismissSlow(): void {
    const oldest = this.#now().getTime() - this.#limits.transactionTimeoutMs;
    this.#server.dismiss(
      (id) => (this.#progress.get(id) ?? Infinity) < oldest,
      'Too slow, try again later',
    );
  }

  #forget(session: SMTPServerSession): void {
    if (this.#progress.delete(session.id)) {
      this.#addresses.leave(session.remoteAddress);
    }
    this.#unknown.delete(session.id);
  }
}

async function removeLeftover(raw: RawLetter): Promise<void> {
  if (raw.kind === 'file') {
    await rm(raw.path, { force: true });
  }
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
