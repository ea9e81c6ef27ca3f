import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/**
 * What a dead process had begun is taken up again when its last sign of life is 10 s old, at one of the looks every 10 s,
 * and after the delay of a second try.
 */
const patienceMs = 70_000;

/** Nothing is due any more: no letter waits, no job waits or runs. What is put off to later does not count. */
export async function waitUntilIdle(admin: pg.Pool, now: () => Date): Promise<void> {
  const deadline = performance.now() + patienceMs;
  await wakeIngest(admin, now());
  for (;;) {
    const { rows } = await admin.query<{ what: string; n: number }>(
      `select 'letters' as what, count(*)::int as n from inbound where state = 'received' and due_at <= $1
       union all
       select 'jobs ' || name, count(*)::int from job_queue.job
         where state in ('created', 'retry', 'active') and start_after <= now() and name not like '\\_\\_%' group by name`,
      [now()],
    );
    const waiting = rows.filter(({ n }) => n > 0);
    await refuseFailures(admin);
    if (waiting.length === 0) {
      return;
    }
    if (performance.now() > deadline) {
      throw new Error(
        `does not come to rest: ${waiting.map(({ what, n }) => `${n} ${what}`).join(', ')}`,
      );
    }
    await pause(10);
  }
}

/** A reaction that fails is tried again much later; a test wants to know now, and why. A process that died has no stack. */
async function refuseFailures(admin: pg.Pool): Promise<void> {
  const { rows } = await admin.query<{ message: string }>(
    `select output->>'stack' as message from job_queue.job
     where name = 'reaction' and state in ('retry', 'failed') and output->>'stack' is not null limit 1`,
  );
  if (rows[0]) {
    throw new Error(`a reaction failed: ${rows[0].message}`);
  }
}

/** Letters put off are looked for every few seconds; a test that has moved the clock does not wait for that. */
async function wakeIngest(admin: pg.Pool, now: Date): Promise<void> {
  await admin.query(
    `select pg_notify('otklik_inbound', workspace_id::text) from
       (select distinct workspace_id from inbound where state = 'received' and due_at <= $1) as due`,
    [now],
  );
}
