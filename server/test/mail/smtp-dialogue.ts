import { connect, type Socket } from 'node:net';

/** An SMTP client under the test's full control: it may break every rule. */
export type SmtpDialogue = {
  readonly socket: Socket;
  /** Sends a line and resolves with the whole reply, lines joined by LF. */
  say(line: string): Promise<string>;
  /** The next reply without sending anything; '' when the other side has closed. */
  hear(): Promise<string>;
  write(text: string | Buffer): void;
  close(): void;
};

/** Connected, the greeting already heard. */
export async function openSmtpDialogue(port: number): Promise<SmtpDialogue> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  const replies = new Replies(socket);
  await replies.next();
  return {
    socket,
    hear: () => replies.next(),
    say(line) {
      socket.write(`${line}\r\n`);
      return replies.next();
    },
    write(text) {
      socket.write(text);
    },
    close() {
      socket.destroy();
    },
  };
}

class Replies {
  readonly #ready: string[] = [];
  readonly #waiting: ((reply: string) => void)[] = [];
  #pending = '';
  #lines: string[] = [];
  #closed = false;

  constructor(socket: Socket) {
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => this.#read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#closed = true;
      for (const next of this.#waiting.splice(0)) {
        next('');
      }
    });
  }

  next(): Promise<string> {
    const ready = this.#ready.shift();
    if (ready !== undefined || this.#closed) {
      return Promise.resolve(ready ?? '');
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #read(chunk: string): void {
    const parts = (this.#pending + chunk).split('\r\n');
    this.#pending = parts.pop() ?? '';
    for (const line of parts) {
      this.#lines.push(line);
      if (line[3] !== '-') {
        this.#give(this.#lines.splice(0).join('\n'));
      }
    }
  }

  #give(reply: string): void {
    const next = this.#waiting.shift();
    if (next === undefined) {
      this.#ready.push(reply);
    } else {
      next(reply);
    }
  }
}
