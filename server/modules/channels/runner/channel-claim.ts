import type { PoolClient } from 'pg';
import type { Database } from '../../../kernel/database.ts';

export type ChannelClaims = {
  /** False when another process serves the channel. */
  claim(channelId: string): Promise<boolean>;
  release(channelId: string): Promise<void>;
  close(): Promise<void>;
};

const lockKey = `hashtextextended('otklik channel ' || $1, 0)`;

/**
 * Makes this process the only one that serves a channel, by advisory locks on one connection of its own: when the process
 * or that connection dies, PostgreSQL gives the locks back and another one takes over.
 */
export function openClaims(db: Database, onLost: () => void): ChannelClaims {
  let held: Promise<PoolClient> | null = null;

  const connection = (): Promise<PoolClient> => {
    held ??= db.pool.connect().then(
      (client) => {
        client.once('error', (error) => {
          held = null;
          client.release(error);
          onLost();
        });
        return client;
      },
      (error: unknown) => {
        held = null;
        throw error;
      },
    );
    return held;
  };

  return {
    async claim(channelId) {
      const client = await connection();
      const { rows } = await client.query<{ taken: boolean }>(
        `select pg_try_advisory_lock(${lockKey}) as taken`,
        [channelId],
      );
      return rows[0]?.taken ?? false;
    },
    async release(channelId) {
      const client = await held;
      await client?.query(`select pg_advisory_unlock(${lockKey})`, [channelId]);
    },
    async close() {
      const client = await held;
      held = null;
      // Ending the session gives every lock back.
      client?.release(true);
    },
  };
}
