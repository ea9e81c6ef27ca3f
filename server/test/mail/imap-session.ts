import type { Socket } from 'node:net';
import type { Pieces } from './imap-fetch.ts';
import type { ImapFaults } from './imap-faults.ts';
import type { FixtureFolder, StoredLetter } from './imap-store.ts';
import {
  type Argument,
  type Command,
  CommandReader,
  encodeName,
  inSet,
  parseCommand,
  text,
} from './imap-wire.ts';

/** What every connection of one fixture shares. */
export type ImapWorld = {
  readonly folders: Map<string, FixtureFolder>;
  readonly passwords: ReadonlyMap<string, string>;
  /** Access tokens that AUTHENTICATE XOAUTH2 and OAUTHBEARER accept. */
  readonly tokens: Set<string>;
  readonly faults: ImapFaults;
  /** Upper-case command names in the order in which they came, of all connections. */
  readonly log: string[];
  readonly extraCapabilities: readonly string[];
};

export type RunCommand = (session: ImapSession, command: Command) => void | Promise<void>;

/** State of one connection; what the commands do is in `imap-commands.ts`. */
export class ImapSession {
  readonly #world: ImapWorld;
  readonly #socket: Socket;
  readonly #reader: CommandReader;
  readonly #run: RunCommand;
  #queue: Promise<void> = Promise.resolve();
  #folder: FixtureFolder | null = null;
  #known = 0;
  #idleTag: string | null = null;
  #signedIn = false;
  #challenge: ((answer: string) => void) | null = null;
  readonly #onExists = (): void => this.#announce();
  readonly #onExpunge = (index: number): void => this.#expunged(index);

  constructor(world: ImapWorld, socket: Socket, run: RunCommand) {
    this.#world = world;
    this.#run = run;
    this.#socket = socket;
    this.#reader = new CommandReader(() => socket.write('+ go on\r\n'));
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#data(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => this.#leave());
    socket.write(`* OK [CAPABILITY ${this.capabilities()}] Fixture ready\r\n`);
  }

  capabilities(): string {
    const idle = this.#world.faults.noIdle ? [] : ['IDLE'];
    const signIn = ['AUTH=PLAIN', 'AUTH=XOAUTH2', 'SASL-IR'];
    const words = ['IMAP4rev1', 'MOVE', 'UIDPLUS', 'SPECIAL-USE', 'NAMESPACE', 'LITERAL+'];
    return [...words, ...signIn, ...idle, ...this.#world.extraCapabilities].join(' ');
  }

  #data(chunk: Buffer): void {
    for (const line of this.#reader.read(chunk)) {
      const answer = this.#challenge;
      this.#challenge = null;
      if (answer === null) {
        this.#queue = this.#queue.then(() => this.#line(line));
      } else {
        answer(line);
      }
    }
  }

  async #line(line: string): Promise<void> {
    if (this.#world.faults.mute) {
      return;
    }
    if (this.#world.faults.delayMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.#world.faults.delayMs));
    }
    if (line.toUpperCase() === 'DONE' && this.#idleTag !== null) {
      this.write(`${this.#idleTag} OK IDLE ended\r\n`);
      this.#idleTag = null;
    } else {
      const command = parseCommand(line);
      this.#world.log.push(command.name);
      await this.#run(this, command);
    }
  }

  write(reply: string): void {
    this.#socket.write(reply);
  }

  ok({ tag, name }: Command, note = `${name} completed`): void {
    this.write(`${tag} OK ${note}\r\n`);
  }

  no({ tag }: Command, note: string): void {
    this.write(`${tag} NO ${note}\r\n`);
  }

  /** A body that is to be cut off ends the connection in its middle. */
  send(pieces: Pieces): boolean {
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        this.write(piece);
        continue;
      }
      this.write(`{${piece.length}}\r\n`);
      const cut = this.#world.faults.cutBodyAfter.shift();
      if (cut !== undefined && cut < piece.length) {
        this.#socket.write(piece.subarray(0, cut), () => this.#socket.destroy());
        return false;
      }
      this.#socket.write(piece);
    }
    this.write('\r\n');
    return true;
  }

  #leave(): void {
    this.#folder?.changes.off('exists', this.#onExists).off('expunge', this.#onExpunge);
    this.#folder = null;
  }

  #announce(): void {
    const pushed = this.#idleTag !== null && !this.#world.faults.silentIdle;
    if (pushed) {
      this.tellExists();
    }
  }

  #expunged(index: number): void {
    this.#known -= 1;
    if (this.#idleTag !== null) {
      this.write(`* ${index} EXPUNGE\r\n`);
    }
  }

  tellExists(): void {
    const count = this.#folder?.letters.length ?? 0;
    if (count !== this.#known) {
      this.#known = count;
      this.write(`* ${count} EXISTS\r\n`);
    }
  }

  select(command: Command): void {
    this.#leave();
    const folder = this.folder(command.args[0]);
    if (folder === undefined) {
      this.no(command, '[NONEXISTENT] No such mailbox');
      return;
    }
    this.#folder = folder;
    this.#known = folder.letters.length;
    folder.changes.on('exists', this.#onExists).on('expunge', this.#onExpunge);
    this.write(
      `* FLAGS (\\Seen \\Deleted \\Answered)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted \\Answered \\*)] ok\r\n` +
        `* ${this.#known} EXISTS\r\n* OK [UIDVALIDITY ${folder.uidValidity}] ok\r\n* OK [UIDNEXT ${folder.uidNext}] ok\r\n`,
    );
    this.ok(command, command.name === 'EXAMINE' ? '[READ-ONLY] done' : '[READ-WRITE] done');
  }

  folder(name: Argument | undefined): FixtureFolder | undefined {
    const wanted = text(name);
    return [...this.#world.folders.values()].find((folder) => encodeName(folder.name) === wanted);
  }

  selected(set: Argument | undefined): { folder: FixtureFolder; letters: StoredLetter[] } | null {
    const folder = this.#folder;
    const largest = folder?.letters.at(-1)?.uid ?? 0;
    return folder === null
      ? null
      : {
          folder,
          letters: folder.letters.filter((letter) => inSet(text(set), letter.uid, largest)),
        };
  }

  get world(): ImapWorld {
    return this.#world;
  }

  get current(): FixtureFolder | null {
    return this.#folder;
  }

  get signedIn(): boolean {
    return this.#signedIn;
  }

  signIn(command: Command, accepted: boolean): void {
    const { refuseLogin } = this.#world.faults;
    if (refuseLogin !== null) {
      this.write(`${command.tag} ${refuseLogin}\r\n`);
    } else if (accepted) {
      this.#signedIn = true;
      this.ok(command, `[CAPABILITY ${this.capabilities()}] welcome`);
    } else {
      this.no(command, '[AUTHENTICATIONFAILED] Invalid credentials');
    }
  }

  ask(prompt: string): Promise<string> {
    this.write(`+ ${prompt}\r\n`);
    return new Promise((resolve) => {
      this.#challenge = resolve;
    });
  }

  idle(command: Command): void {
    this.#idleTag = command.tag;
    this.write('+ idling\r\n');
    if (!this.#world.faults.silentIdle) {
      this.tellExists();
    }
  }

  end(command: Command): void {
    this.write('* BYE see you\r\n');
    this.ok(command);
    this.#socket.end();
  }
}

export function serveImap(world: ImapWorld, socket: Socket, run: RunCommand): ImapSession {
  return new ImapSession(world, socket, run);
}
