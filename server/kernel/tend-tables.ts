import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Log } from './log.ts';

const everyMs = 1_000;
/** From here on PostgreSQL's own autovacuum is soon enough. */
const grownRows = 100_000;
/** Rows changed since the last look, in addition to half of the table. */
const changedRows = 300;
/** Rows that are gone, in addition to four for each that is left. */
const deadRows = 500;
/** More are only there when something old still sees them (a dump, say): to walk over them every second would clear nothing. */
const heldRows = 20_000;

/**
 * Gathers statistics of tables that grow from nothing, as they grow. Statements are planned once and kept; planned on an
 * empty table they walk a wrong index, and autovacuum corrects that only after half a minute: measured, the first letters
 * of a new installation cost the database twice as much (docs/decisions/0102).
 *
 * Short tables whose rows come and go (counters that are folded every second) are cleared of what is gone: every reader walks over
 * it, and autovacuum comes once a minute. Measured: what a ticket pays for reading loads had doubled after 5,000 tickets.
 */
export function startTending({ db, log }: { db: Database; log: Log }) {
  let running: Promise<void> | null = null;

  async function analyse(): Promise<void> {
    await db.unbound(async (reader) => {
      const { rows } = await sql<{ name: string }>`
        select relid::regclass::text as name from pg_stat_user_tables
        where schemaname = current_schema() and n_live_tup < ${grownRows}
          and n_mod_since_analyze > ${changedRows} + n_live_tup / 2`.execute(reader);
      for (const { name } of rows) {
        await sql`analyze ${sql.raw(name)}`.execute(reader);
      }
    });
  }

  async function clear(): Promise<void> {
    await db.unbound(async (reader) => {
      const { rows } = await sql<{ name: string }>`
        select relid::regclass::text as name from pg_stat_user_tables
        where schemaname = current_schema() and n_dead_tup > ${deadRows} + 4 * n_live_tup
          and n_dead_tup < ${heldRows}`.execute(reader);
      for (const { name } of rows) {
        await sql`vacuum (truncate false, index_cleanup on) ${sql.raw(name)}`.execute(reader);
      }
    });
  }

  const timer = setInterval(() => {
    running ??= analyse()
      .then(clear)
      .catch((error: unknown) => log.warn({ err: error }, 'tending tables'))
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
