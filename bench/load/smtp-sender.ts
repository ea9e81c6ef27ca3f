import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One connection that sends letter after letter (RFC 5321; MAIL and RCPT go together by RFC 2920). */
export class SmtpSender {
  readonly #socket: Socket;
  readonly #from: string;
  #text = '';
  #waiting: ((reply: string) => void)[] = [];
  #failed: Error | null = null;

  private constructor(socket: Socket, from: string) {
    this.#socket = socket;
    this.#from = from;
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (chunk: string) => this.#hear(chunk));
    const fail = (error?: Error) => {
      this.#failed ??= error ?? new Error('the SMTP server has closed the connection');
      this.#waiting.splice(0).forEach((tell) => tell(''));
    };
    socket.on('error', fail).on('close', () => fail());
  }

  static async open(target: { host: string; port: number; helo: string }): Promise<SmtpSender> {
    const socket = connect(target.port, target.host);
    const sender = new SmtpSender(socket, target.helo);
    const greeting = sender.#reply(220);
    await once(socket, 'connect');
    await greeting;
    await sender.#say(`EHLO ${target.helo}`, 250);
    return sender;
  }

  /** Resolves when the letter is acknowledged. */
  async send(letter: { from: string; to: string; raw: Buffer }): Promise<void> {
    const replies = [this.#reply(250), this.#reply(250), this.#reply(354)];
    this.#socket.write(`MAIL FROM:<${letter.from}>\r\nRCPT TO:<${letter.to}>\r\nDATA\r\n`);
    await Promise.all(replies);
    const taken = this.#reply(250);
    this.#socket.write(stuffed(letter.raw));
    await taken;
  }

  async quit(): Promise<void> {
    await this.#say('QUIT', 221).catch(() => undefined);
    this.#socket.destroy();
  }

  #say(line: string, code: number): Promise<void> {
    const reply = this.#reply(code);
    this.#socket.write(`${line}\r\n`);
    return reply;
  }

  async #reply(code: number): Promise<void> {
    if (this.#failed) {
      throw this.#failed;
    }
    const reply = await new Promise<string>((resolve) => this.#waiting.push(resolve));
    if (!reply.startsWith(String(code))) {
      throw this.#failed ?? new Error(`the SMTP server of ${this.#from} answered: ${reply}`);
    }
  }

  #hear(chunk: string): void {
    this.#text += chunk;
    for (;;) {
      const end = /^\d{3}(?: [^\n]*)?\r\n/m.exec(this.#text);
      if (!end) {
        return;
      }
      this.#text = this.#text.slice(end.index + end[0].length);
      this.#waiting.shift()?.(end[0].trim());
    }
  }
}

/** A line that is a dot ends the letter, so a dot in front is doubled (RFC 5321 §4.5.2). Ours are CRLF throughout. */
function stuffed(raw: Buffer): Buffer {
  const doubled = raw.includes('\r\n.')
    ? Buffer.from(raw.toString('latin1').replaceAll('\r\n.', '\r\n..'), 'latin1')
    : raw;
  return Buffer.concat([doubled, Buffer.from('\r\n.\r\n')]);
}
