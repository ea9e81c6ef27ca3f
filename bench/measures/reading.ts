import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client as Connection } from 'pg';
import { runLoad } from '../load/run-load.ts';
import { percentile } from '../load/percentile.ts';
import type { Instance } from '../otklik/instance.ts';
import { signIn } from '../otklik/client.ts';

type Answered = { requests: number; perSecond: number; medianMs: number; p95Ms: number };
type Options = { seconds: number };

/** First pages of views, tickets with their messages and events, counters; 8 clients as the issue asks. */
export async function measureReading(instance: Instance, { seconds }: Options) {
  const { cookie } = await signIn(instance.url);
  const ids = await sampleOfTickets(instance);
  const load = (kind: string, clients = 8) =>
    runLoad<Answered>('requests', { url: instance.url, kind, clients, seconds, cookie, ids });
  try {
    return {
      views: await load('views'),
      open: await load('open'),
      counts: await load('counts', 1),
      tallyP95Ms: await measureTally(instance),
    };
  } finally {
    await rm(ids, { force: true });
  }
}

/** Half open ones, half any: agents open what is new, but also what search has found. */
async function sampleOfTickets({ adminUrl, dataDir }: Instance): Promise<string> {
  const path = join(dataDir, 'bench-ids.json');
  const connection = new Connection({ connectionString: adminUrl });
  await connection.connect();
  try {
    const { rows } = await connection.query<{ id: string }>(`
      (select id from ticket where status in ('new', 'open') order by updated_at desc limit 1000)
      union all (select id from ticket tablesample system (1) limit 1000)`);
    await writeFile(path, JSON.stringify(rows.map(({ id }) => id)));
    return path;
  } finally {
    await connection.end();
  }
}

async function measureTally({ adminUrl }: Instance): Promise<number> {
  const connection = new Connection({ connectionString: adminUrl });
  await connection.connect();
  try {
    const tookMs = [];
    for (let round = 0; round < 60; round += 1) {
      const before = performance.now();
      // As server/modules/tickets/queries/tally.ts asks: what came since the last fold, and which edition that was.
      await connection.query(`select fold.edition, cell.status, cell.team_id, cell.assignee_id, cell.n
        from (select id as workspace_id from workspace) as own
        left join ticket_tally_fold as fold on fold.workspace_id = own.workspace_id
        left join ticket_tally as cell on cell.workspace_id = own.workspace_id and not cell.folded`);
      tookMs.push(performance.now() - before);
    }
    return percentile(tookMs.slice(10), 0.95);
  } finally {
    await connection.end();
  }
}
