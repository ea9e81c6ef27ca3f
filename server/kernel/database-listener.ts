import { Client, type ClientConfig } from 'pg';
import type { Notice } from './database-notices.ts';

/** A channel that is listened to. */
export type Listener = { close(): Promise<void> };

export type Listening = {
  /** What this process has committed is heard at once too, before the commit is answered: for what is known by heart. */
  readonly atOnce?: boolean;
};

type Ear = {
  readonly channel: string;
  readonly atOnce: boolean;
  onMessage(payload: string): void;
  onReconnect(): void;
};

export type Ears = {
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onReconnect: () => void,
    how?: Listening,
  ): Listener;
  /** Of a commit of this process; everybody, this process too, hears of it a moment later. */
  hearOwn(notices: Iterable<Notice>): void;
  close(): Promise<void>;
};

const reconnectMs = 500;

type Connection = { readonly client: Client; ready: boolean };

/** One connection that hears NOTIFY for all who listen, since each costs the server a process; it reconnects by itself. */
export function openEars(url: string, onError: (error: Error) => void): Ears {
  const shared = new SharedConnection(url, onError);
  return {
    listen(channel, onMessage, onReconnect, { atOnce = false } = {}) {
      const ear = { channel: channel.replaceAll('"', ''), atOnce, onMessage, onReconnect };
      shared.join(ear);
      return { close: () => shared.leave(ear) };
    },
    hearOwn(notices) {
      for (const { channel, payload } of notices) {
        shared.hear(channel, payload, ({ atOnce }) => atOnce);
      }
    },
    close: () => shared.close(),
  };
}

class SharedConnection {
  readonly #url: string;
  readonly #onError: (error: Error) => void;
  readonly #ears = new Set<Ear>();
  #current: Connection | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(url: string, onError: (error: Error) => void) {
    this.#url = url;
    this.#onError = onError;
  }

  join(ear: Ear): void {
    this.#ears.add(ear);
    const current = this.#current;
    if (current?.ready) {
      this.#begin(current.client, ear).catch((error: unknown) =>
        this.#lost(current.client, error as Error),
      );
    } else if (current === null && this.#ears.size === 1) {
      void this.#connect();
    }
  }

  async leave(ear: Ear): Promise<void> {
    this.#ears.delete(ear);
    if (this.#ears.size === 0) {
      await this.#end();
    }
  }

  hear(channel: string, payload: string, who: (ear: Ear) => boolean = () => true): void {
    for (const ear of [...this.#ears].filter((each) => each.channel === channel && who(each))) {
      ear.onMessage(payload);
    }
  }

  close(): Promise<void> {
    this.#closed = true;
    return this.#end();
  }

  async #connect(): Promise<void> {
    // Everybody begins to listen in one turn; without a pipeline the driver complains of that.
    const client = new Client({
      connectionString: this.#url,
      keepAlive: true,
      pipeline: true,
    } as ClientConfig);
    const connection: Connection = { client, ready: false };
    this.#current = connection;
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    try {
      await client.connect();
      if (this.#current === connection) {
        connection.ready = true;
        await Promise.all([...this.#ears].map((ear) => this.#begin(client, ear)));
      }
    } catch (error) {
      this.#lost(client, error as Error);
    }
  }

  /** Nobody knows what was said before: the listener looks for itself. */
  async #begin(client: Client, ear: Ear): Promise<void> {
    await client.query(`listen ${client.escapeIdentifier(ear.channel)}`);
    if (this.#ears.has(ear)) {
      ear.onReconnect();
    }
  }

  #lost(client: Client, error?: Error): void {
    if (this.#current?.client !== client) {
      return;
    }
    this.#current = null;
    if (error) {
      this.#onError(error);
    }
    if (this.#ears.size > 0 && !this.#closed) {
      this.#timer = setTimeout(() => void this.#connect(), reconnectMs);
    }
    void client.end().catch(() => undefined);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = null;
    await current?.client.end().catch(() => undefined);
  }
}
