import type { PoolClient } from 'pg';
import type { Database } from '../../../kernel/database.ts';

export type ChannelClaims = {
  /** False when another process serves the channel. Claiming twice is an error of the caller. */
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

  async function connect(): Promise<PoolClient> {
    const client = await db.pool.connect();
    let lost = false;
    // More than one error may come of a dying connection, and one that nobody hears would end the process.
    client.on('error', (error) => {
      if (!lost) {
        lost = true;
        held = null;
        client.release(error);
        onLost();
      }
    });
    return client;
  }

  const connection = (): Promise<PoolClient> => {
    held ??= connect().catch((error: unknown) => {
      held = null;
      throw error;
    });
    return held;
  };

  /** One statement after the other. */
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (client: PoolClient, sql: string, channelId: string) => {
    const asked = turn.then(() => client.query<{ taken: boolean }>(sql, [channelId]));
    turn = asked.catch(() => undefined);
    return asked;
  };

  return {
    async claim(channelId) {
      const client = await connection();
      const sql = `select pg_try_advisory_lock(${lockKey}) as taken`;
      const { rows } = await ask(client, sql, channelId);
      return rows[0]?.taken ?? false;
    },
    async release(channelId) {
      const client = await held;
      if (client) {
        await ask(client, `select pg_advisory_unlock(${lockKey})`, channelId);
      }
    },
    async close() {
      const client = await held?.catch(() => null);
      held = null;
      // Ending the session gives every lock back.
      client?.release(true);
    },
  };
}
