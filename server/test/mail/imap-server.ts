import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { runCommand } from './imap-commands.ts';
import { type ImapFaults, noFaults } from './imap-faults.ts';
import { type ImapWorld, serveImap } from './imap-session.ts';
import { FixtureFolder } from './imap-store.ts';

export type ImapFixture = {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly faults: ImapFaults;
  readonly tokens: Set<string>;
  /** Names of the commands received so far, of all connections. */
  readonly log: string[];
  readonly connections: number;
  folder(name?: string): FixtureFolder;
  /** Resets every open connection, as a dying server does. */
  dropAll(): void;
  close(): Promise<void>;
};

export type ImapFixtureOptions = {
  /** `support@own.test` with `secret` when left out. */
  readonly passwords?: Readonly<Record<string, string>>;
  readonly folders?: readonly FixtureFolder[];
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly capabilities?: readonly string[];
};

/** An IMAP server in this process, on loopback, with one mailbox and switches for everything that goes wrong. */
export async function startImapServer(options: ImapFixtureOptions = {}): Promise<ImapFixture> {
  const folders = options.folders ?? [new FixtureFolder('INBOX')];
  const world: ImapWorld = {
    folders: new Map(folders.map((folder) => [folder.name, folder])),
    passwords: new Map(Object.entries(options.passwords ?? { 'support@own.test': 'secret' })),
    tokens: new Set(),
    faults: noFaults(),
    log: [],
    extraCapabilities: options.capabilities ?? [],
  };
  const open = new Set<Socket>();
  let connections = 0;
  const accept = (socket: Socket): void => {
    connections += 1;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    if (world.faults.slamDoor) {
      socket.destroy();
    } else if (!world.faults.mute) {
      serveImap(world, socket, runCommand);
    }
  };
  const server =
    options.tls === undefined ? createServer(accept) : createTlsServer(options.tls, accept);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const dropAll = (): void => {
    for (const socket of open) {
      socket.destroy();
    }
  };
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    faults: world.faults,
    tokens: world.tokens,
    log: world.log,
    get connections() {
      return connections;
    },
    folder(name = 'INBOX') {
      const folder = world.folders.get(name);
      if (folder === undefined) {
        throw new Error(`the fixture has no folder ${name}`);
      }
      return folder;
    },
    dropAll,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        dropAll();
      }),
  };
}
