import type { Database } from '../../kernel/database.ts';
import { channelNotice } from './channel-store.ts';
import { activeAddresses } from './queries/active-addresses.ts';

export type AddressOwner = {
  readonly workspaceId: string;
  readonly channelId: string;
  /** Known to nobody outside: a letter to it can only be delivered here. */
  readonly builtIn: boolean;
};

/** Which mail addresses are ours, over all workspaces: asked for every recipient, so kept in memory. */
export type OwnAddresses = {
  /** With or without a `+detail`; case does not matter. */
  ownerOf(address: string): Promise<AddressOwner | null>;
  of(workspaceId: string): Promise<readonly string[]>;
  close(): Promise<void>;
};

type Book = {
  readonly owners: ReadonlyMap<string, AddressOwner>;
  readonly byWorkspace: ReadonlyMap<string, readonly string[]>;
};

/** Another process may have added a mailbox while its notice was lost: an unknown address is looked up anew, seldom. */
const staleMs = 5_000;

export function openOwnAddresses(
  db: Database,
  workspaces: () => Promise<readonly string[]>,
): OwnAddresses {
  let book: Promise<Book> | null = null;
  let readAt = 0;
  const forget = () => {
    book = null;
  };
  const listener = db.listen(channelNotice, forget, forget, { atOnce: true });

  const read = (): Promise<Book> => {
    if (!book) {
      readAt = Date.now();
      const reading = readBook(db, workspaces);
      book = reading;
      reading.catch(forget);
    }
    return book;
  };

  async function find(address: string): Promise<AddressOwner | null> {
    const { owners } = await read();
    const whole = address.trim().toLowerCase();
    return owners.get(whole) ?? owners.get(withoutDetail(whole)) ?? null;
  }

  return {
    async ownerOf(address) {
      const owner = await find(address);
      if (owner || Date.now() - readAt < staleMs) {
        return owner;
      }
      forget();
      return find(address);
    },
    async of(workspaceId) {
      const { byWorkspace } = await read();
      return byWorkspace.get(workspaceId) ?? [];
    },
    close: () => listener.close(),
  };
}

export const withoutDetail = (address: string): string => address.replace(/\+[^@]*@/, '@');

async function readBook(db: Database, workspaces: () => Promise<readonly string[]>): Promise<Book> {
  const owners = new Map<string, AddressOwner>();
  const byWorkspace = new Map<string, string[]>();
  for (const workspaceId of await workspaces()) {
    const rows = await db.read(workspaceId, (reader) => activeAddresses(reader, workspaceId));
    byWorkspace.set(
      workspaceId,
      rows.map(({ address }) => address),
    );
    for (const { id, address, builtIn } of rows) {
      owners.set(address, { workspaceId, channelId: id, builtIn });
    }
  }
  return { owners, byWorkspace };
}
