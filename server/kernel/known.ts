import type { Database, Reader } from './database.ts';

/** What is asked for with every ticket and changed seldom, one for each workspace. */
export type Known<T> = {
  /** Read by `reader` when it is not known yet. */
  of(workspaceId: string, reader: Reader): Promise<T>;
  close(): Promise<void>;
};

export type KnownParts<T> = {
  /** Where a change is told, in whatever process it was made. */
  readonly channels: readonly string[];
  /** Whose change a notice tells of; without it the notice is the workspace's id. */
  readonly workspaceOf?: (notice: string) => string;
  read(reader: Reader, workspaceId: string): Promise<T>;
};

/**
 * Kept until somebody changes it. It is read in the transaction that asks, since waiting there for another connection could
 * leave everybody waiting.
 */
export function openKnown<T>(
  db: Pick<Database, 'listen'>,
  { channels, workspaceOf = (notice) => notice, read }: KnownParts<T>,
): Known<T> {
  const known = new Map<string, T>();
  /** Grows with every change heard of: what was read before it must not be kept. */
  let edition = 0;
  const listeners = channels.map((channel) =>
    db.listen(
      channel,
      (notice) => {
        edition += 1;
        known.delete(workspaceOf(notice));
      },
      // Nothing was heard for a while.
      () => {
        edition += 1;
        known.clear();
      },
      // Whoever has changed a setting, and asks something with their next breath, is answered by the new one.
      { atOnce: true },
    ),
  );
  return {
    async of(workspaceId, reader) {
      const found = known.get(workspaceId);
      if (found !== undefined) {
        return found;
      }
      const begun = edition;
      const value = await read(reader, workspaceId);
      if (begun === edition) {
        known.set(workspaceId, value);
      }
      return value;
    },
    async close() {
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
}
