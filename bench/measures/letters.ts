import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Instance } from '../otklik/instance.ts';
import { difference, processorOf } from '../otklik/memory.ts';
import { runLoad } from '../load/run-load.ts';

type Sent = {
  run: string;
  sent: number;
  opened: number;
  answers: number;
  seconds: number;
  acknowledgedP95Ms: number;
  processorMs: number;
};

type Kept = {
  tickets: number;
  messages: number;
  letters: number;
  waiting: number;
  quarantined: number;
};

export type LettersResult = {
  readonly perSecond: number;
  readonly acknowledgedPerSecond: number;
  readonly acknowledgedP95Ms: number;
  /** Of one core, for one letter. */
  readonly processorMs: { server: number; database: number; load: number };
  readonly lost: number;
  readonly doubled: number;
  readonly wrong: string[];
};

async function look(client: Client): Promise<Kept> {
  const { rows } = await client.query<Kept>(`
    select (select count(*)::int from ticket) as tickets,
      (select count(*)::int from message) as messages,
      (select count(*)::int from inbound) as letters,
      (select count(*)::int from inbound where state = 'received') as waiting,
      (select count(*)::int from inbound where state = 'quarantined') as quarantined`);
  return rows[0] as Kept;
}

async function allProcessed(client: Client, goal: number): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from inbound where state = 'received'`,
    );
    if (rows[0]?.n === 0 && (await look(client)).letters >= goal) {
      return;
    }
    await sleep(50);
  }
}

/** Letters to tickets and replies; afterwards every one is looked for. */
export async function measureLetters(instance: Instance, count: number): Promise<LettersResult> {
  const client = new Client({ connectionString: instance.adminUrl });
  await client.connect();
  try {
    const before = await look(client);
    const used = processorOf(instance.pid);
    const start = performance.now();
    const sent = await runLoad<Sent>('letters', { port: instance.smtpPort, count });
    await allProcessed(client, before.letters + sent.sent);
    const seconds = (performance.now() - start) / 1000;
    const processor = difference(processorOf(instance.pid), used);
    const after = await look(client);
    const { lost, doubled } = await compare(client, sent);
    return {
      perSecond: sent.sent / seconds,
      acknowledgedPerSecond: sent.sent / sent.seconds,
      acknowledgedP95Ms: sent.acknowledgedP95Ms,
      processorMs: {
        server: processor.server / sent.sent,
        database: processor.database / sent.sent,
        load: sent.processorMs / sent.sent,
      },
      lost,
      doubled,
      wrong: differences(before, after, sent),
    };
  } finally {
    await client.end();
  }
}

function differences(before: Kept, after: Kept, sent: Sent): string[] {
  const expected: Partial<Kept> = {
    tickets: before.tickets + sent.opened,
    messages: before.messages + sent.sent,
    letters: before.letters + sent.sent,
    waiting: 0,
    quarantined: before.quarantined,
  };
  return Object.entries(expected).flatMap(([name, value]) =>
    after[name as keyof Kept] === value
      ? []
      : [`${name}: ${after[name as keyof Kept]} instead of ${value}`],
  );
}

/** By Message-ID: a lost and a doubled letter would cancel each other out in a count. */
async function compare(client: Client, { run, sent }: Sent) {
  const { rows } = await client.query<{ kept: number; different: number }>(
    `select count(*)::int as kept, count(distinct mail ->> 'messageId')::int as different
     from message where mail ->> 'messageId' like '%' || $1 || '.%'`,
    [run],
  );
  const { kept = 0, different = 0 } = rows[0] ?? {};
  return { lost: sent - different, doubled: kept - different };
}
