import { SMTPServer } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection';

type Connect = Parameters<SMTPServer['connect']>;

/**
 * The library greets 100 ms late to catch spam programs that talk too soon. A help desk's intake is fed by
 * relays that open a connection for each letter, and the wait would cap them at ten letters a second each.
 */
class PromptConnection extends SMTPConnection {
  #greeted = false;

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
