import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Log } from './log.ts';

const everyMs = 1_000;
/** From here on PostgreSQL's own autovacuum is soon enough. */
const grownRows = 100_000;
/** Rows changed since the last look, in addition to half of the table. */
const changedRows = 300;

/**
 * Gathers statistics of tables that grow from nothing, as they grow. Statements are planned once and kept; planned on an
 * empty table they walk a wrong index, and autovacuum corrects that only after half a minute: measured, the first letters
 * of a new installation cost the database twice as much (docs/decisions/0102).
 */
export function startAnalysing({ db, log }: { db: Database; log: Log }) {
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

  const timer = setInterval(() => {
    running ??= analyse()
      .catch((error: unknown) => log.warn({ err: error }, 'gathering statistics'))
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
