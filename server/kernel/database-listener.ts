import { Client } from 'pg';

/** A channel that is listened to. */
export type Listener = { close(): Promise<void> };

type Ear = { readonly channel: string; onMessage(payload: string): void; onReconnect(): void };

export type Ears = {
  listen(channel: string, onMessage: (payload: string) => void, onReconnect: () => void): Listener;
  close(): Promise<void>;
};

const reconnectMs = 500;

/** One connection that hears NOTIFY for all who listen, since each costs the server a process; it reconnects by itself. */
export function openEars(url: string, onError: (error: Error) => void): Ears {
  const ears = new Set<Ear>();
  let connection: { client: Client; ready: boolean } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function lost(client: Client, error?: Error): void {
    if (connection?.client !== client) {
      return;
    }
    connection = null;
    if (error) {
      onError(error);
    }
    if (ears.size > 0 && !closed) {
      timer = setTimeout(() => void connect(), reconnectMs);
    }
    void client.end().catch(() => undefined);
  }

  async function connect(): Promise<void> {
    const client = new Client({ connectionString: url, keepAlive: true });
    connection = { client, ready: false };
    client.on('error', (error) => lost(client, error));
    client.on('end', () => lost(client));
    client.on('notification', ({ channel, payload }) => {
      for (const ear of [...ears].filter((each) => each.channel === channel)) {
        ear.onMessage(payload ?? '');
      }
    });
    try {
      await client.connect();
      if (connection?.client === client) {
        connection.ready = true;
        await Promise.all([...ears].map((ear) => begin(client, ear)));
      }
    } catch (error) {
      lost(client, error as Error);
    }
  }

  async function begin(client: Client, ear: Ear): Promise<void> {
    await client.query(`listen ${client.escapeIdentifier(ear.channel)}`);
    if (ears.has(ear)) {
      // Nobody knows what was said before: the listener looks for itself.
      ear.onReconnect();
    }
  }

  async function leave(ear: Ear): Promise<void> {
    ears.delete(ear);
    if (ears.size === 0) {
      await end();
    }
  }

  async function end(): Promise<void> {
    clearTimeout(timer);
    const current = connection;
    connection = null;
    await current?.client.end().catch(() => undefined);
  }

  return {
    listen(channel, onMessage, onReconnect) {
      const ear = { channel: channel.replaceAll('"', ''), onMessage, onReconnect };
      ears.add(ear);
      if (connection?.ready) {
        const { client } = connection;
        begin(client, ear).catch((error: unknown) => lost(client, error as Error));
      } else if (connection === null && ears.size === 1) {
        void connect();
      }
      return { close: () => leave(ear) };
    },
    close() {
      closed = true;
      return end();
    },
  };
}
