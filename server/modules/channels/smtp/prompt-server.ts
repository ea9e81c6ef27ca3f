import { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection';

type Connect = Parameters<SMTPServer['connect']>;
type Command = Parameters<SMTPConnection['_onCommand']>;

/**
 * The library greets 100 ms late to catch spam programs that talk too soon. A help desk's intake is fed by
 * relays that open a connection for each letter, and the wait would cap them at ten letters a second each.
 *
 * It also speaks either SMTP or LMTP on one port. Here the first word decides (RFC 2033 §4.1): whoever says LHLO gets an
 * answer for every recipient. For that a connection sees its server through options of its own.
 */
class PromptConnection extends SMTPConnection {
  #greeted = false;
  readonly #options: SMTPServer['options'];

  constructor(server: SMTPServer, socket: Connect[0], options: Connect[1]) {
    super(server, socket, options);
    this.#options = { ...server.options, lmtp: false };
    // oxlint-disable-next-line no-underscore-dangle -- the library's own name, declared in its types
    this._server = Object.create(server, { options: { value: this.#options } }) as SMTPServer;
  }

  override init(): void {
    super.init();
    this.connectionReady();
  }

  override connectionReady(next?: () => void): void {
    if (!this.#greeted) {
      this.#greeted = true;
      super.connectionReady(next);
    }
  }

  override _onCommand(...[line, callback]: Command): void {
    if (this.openingCommand === false && /^lhlo\b/i.test(line.toString('latin1', 0, 5))) {
      this.#options.lmtp = true;
    }
    // oxlint-disable-next-line no-underscore-dangle -- as above
    super._onCommand(line, callback);
  }
}

export class PromptServer extends SMTPServer {
  override connect(...[socket, options]: Connect): void {
    const connection = new PromptConnection(this, socket, options);
    this.connections.add(connection);
    connection.on('error', (error) => this.emit('error', error));
    connection.init();
  }

  /** Ends connections for which `due` holds; the other side is told to come again. */
  dismiss(due: (sessionId: string) => boolean, reason: string): void {
    for (const connection of this.connections) {
      if (due(connection.id)) {
        connection.send(421, reason);
        connection.close();
      }
    }
  }
}
