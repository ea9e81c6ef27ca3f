import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client as Connection } from 'pg';
import { openDatabase } from '../../server/kernel/database.ts';
import { findRunning } from '../../server/kernel/embedded-database/embedded-database.ts';
import { findNextAlarm, listRinging } from '../../server/modules/sla/queries/read-clocks.ts';
import { generate } from '../generate.ts';
import { percentile } from '../load/percentile.ts';
import { setUp, signIn, isSetUp } from '../otklik/client.ts';
import { removeFolder, startInstance, temporaryFolder, type Instance } from '../otklik/instance.ts';
import * as statements from './clocks.data.ts';
import type { Wanted } from './writing.ts';

const tickets = 100_000;
const lookMs = 50;
/** From the plan to its first alarm: the instance must know of it by then. */
const leadMs = 5_000;

const policy = {
  name: 'Все заявки',
  condition: { all: [] },
  terms: {
    targets: { resolution: { minutes: 60 } },
    warnAt: [0.8],
    pausedIn: ['pending', 'on_hold'],
    onReopen: 'continue',
    onChange: 'keep',
  },
  calendarId: null,
  byTeam: false,
  active: true,
};

/** Before there are tickets: a new policy goes over all that are open. */
async function promise(dataDir: string): Promise<void> {
  const instance = await startInstance(dataDir);
  try {
    if (!(await isSetUp(instance.url))) {
      const client = await setUp(instance.url);
      await client.call('POST', '/sla-policies', policy);
      await pause(2_000);
    }
  } finally {
    await instance.stop();
  }
}

/** 100,000 open tickets, each with its clock; then a million open clocks. */
export async function measureClocks(wanted: Wanted, keep: string | undefined): Promise<void> {
  const dataDir = keep ? join(keep, 'clocks') : await temporaryFolder();
  await mkdir(dataDir, { recursive: true });
  try {
    await promise(dataDir);
    await generate(dataDir, { tickets, days: 30 }, (text) => process.stderr.write(`${text}\n`));
    const instance = await startInstance(dataDir);
    const connection = new Connection({ connectionString: instance.adminUrl });
    try {
      await connection.connect();
      await connection.query(statements.openAll);
      await connection.query(statements.clocks);
      await measureFiring(wanted, instance, connection);
      await measureDue(wanted, instance, connection);
    } finally {
      await connection.end();
      await instance.stop();
    }
  } finally {
    if (!keep) {
      await removeFolder(dataDir);
    }
  }
}

type Planned = { ticket_id: string; name: string; at: Date; burst: boolean };

/** Twenty a second for half a minute, then three hundred at one instant, as when a night's letters are due together. */
async function measureFiring(
  wanted: Wanted,
  { url }: Instance,
  connection: Connection,
): Promise<void> {
  const client = await signIn(url);
  const { rows: plan } = await connection.query<Planned>(statements.plan, [
    new Date(Date.now() + leadMs),
  ]);
  // Whatever happens in a company makes its clocks be asked anew; alarms moved behind its back do not.
  await client.call('POST', '/tickets', {
    subject: 'Касса',
    body: 'Не включается',
    requester: { email: 'one@customer.example' },
  });
  const last = Math.max(...plan.map(({ at }) => at.getTime()));
  const seenAt = await watch(connection, { plan, untilMs: last + 30_000 });
  const lateOf = (burst: boolean) =>
    plan
      .filter((each) => each.burst === burst)
      .map((each) => ((seenAt.get(each.ticket_id)?.[0] ?? Infinity) - each.at.getTime()) / 1000);
  const [spread, together] = [lateOf(false), lateOf(true)];
  wanted.note('clocks-fire', Math.max(...spread), {
    fired: spread.length,
    p50: percentile(spread, 0.5),
  });
  wanted.note('clocks-fire-300', Math.max(...together), { p50: percentile(together, 0.5) });
  const wrong = plan.filter(({ ticket_id: id }) => seenAt.get(id)?.length !== 1);
  wanted.note('clocks-wrong', wrong.length);
}

type Watched = { plan: readonly Planned[]; untilMs: number };

/** By ticket, when each of its facts could be read by others; ends a moment after the last one is seen. */
async function watch(connection: Connection, { plan, untilMs }: Watched) {
  const seen = new Set<string>();
  const seenAt = new Map<string, number[]>();
  const names = new Map(plan.map(({ ticket_id: id, name }) => [id, name]));
  let endMs = untilMs;
  while (Date.now() < endMs) {
    const { rows } = await connection.query<{ id: string; ticket_id: string; name: string }>(
      statements.told,
      [plan[0]?.at],
    );
    const at = Date.now();
    for (const { id, ticket_id: ticketId, name } of rows) {
      if (!seen.has(id) && names.get(ticketId) === name) {
        seen.add(id);
        seenAt.set(ticketId, [...(seenAt.get(ticketId) ?? []), at]);
      }
    }
    if (seenAt.size === plan.length) {
      endMs = Math.min(endMs, at + 2_000);
    }
    await pause(lookMs);
  }
  return seenAt;
}

/** What a worker asks: which clocks ring now, and when to look next. */
async function measureDue(
  wanted: Wanted,
  { dataDir }: Instance,
  connection: Connection,
): Promise<void> {
  await connection.query(statements.million);
  for (const statement of statements.settled) {
    await connection.query(statement);
  }
  const { rows } = await connection.query<{ id: string; clocks: string; soon: Date }>(
    statements.extent,
  );
  const { id, clocks, soon } = rows[0] ?? { id: '', clocks: '0', soon: new Date() };
  // As the product connects, with row-level security.
  const url = (await findRunning(dataDir))?.url ?? '';
  const db = openDatabase({ url, onError: () => undefined });
  try {
    const tookMs: number[] = [];
    for (let round = 0; round < 520; round += 1) {
      const before = performance.now();
      await listRinging(db, id, soon);
      await findNextAlarm(db, id);
      tookMs.push(performance.now() - before);
    }
    const ringing = (await listRinging(db, id, soon)).length;
    wanted.note('clocks-due-1m', percentile(tookMs.slice(20), 0.95), {
      clocks: Number(clocks),
      ringing,
      p50: percentile(tookMs.slice(20), 0.5),
    });
  } finally {
    await db.close();
  }
}
