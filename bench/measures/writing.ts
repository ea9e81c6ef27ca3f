import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../load/percentile.ts';
import { runLoad } from '../load/run-load.ts';
import { setUp, signIn, type Client } from '../otklik/client.ts';
import { removeFolder, startInstance, temporaryFolder, type Instance } from '../otklik/instance.ts';
import { memoryOf } from '../otklik/memory.ts';
import { measureLetters } from './letters.ts';

export type Wanted = {
  has(measure: string): boolean;
  note(measure: string, result: number, detail?: unknown): void;
  readonly quick: boolean;
};

/** Everything that begins with an empty installation. */
export async function measureWriting(wanted: Wanted): Promise<void> {
  const dataDir = await temporaryFolder();
  let instance = await startInstance(dataDir);
  try {
    wanted.note('start-empty', instance.startMs / 1000);
    const client = await setUp(instance.url);
    if (wanted.has('memory-rest')) {
      await sleep(wanted.quick ? 3_000 : 15_000);
      const memory = memoryOf(instance.pid);
      wanted.note('memory-rest', memory.total, memory);
    }
    if (wanted.has('letters') || wanted.has('memory-after')) {
      await letters(instance, wanted);
    }
    if (wanted.has('post')) {
      await post(instance, client, wanted);
    }
    if (wanted.has('live')) {
      await live(instance, client, wanted);
    }
    if (wanted.has('start-later')) {
      await instance.stop();
      instance = await startInstance(dataDir);
      wanted.note('start-later', instance.startMs / 1000);
    }
  } finally {
    await instance.stop();
    await removeFolder(dataDir);
  }
}

async function letters(instance: Instance, wanted: Wanted): Promise<void> {
  // One short run first: what is measured is a server at work, not one that compiles itself.
  await measureLetters(instance, wanted.quick ? 500 : 3_000);
  const rounds = [];
  for (let round = 0; round < (wanted.quick ? 1 : 3); round += 1) {
    rounds.push(await measureLetters(instance, wanted.quick ? 1_500 : 8_000));
  }
  const processor = rounds.map(
    ({ processorMs }) => processorMs.server + processorMs.database + processorMs.load,
  );
  wanted.note('letters', median(rounds.map(({ perSecond }) => perSecond)), rounds);
  wanted.note('letters-processor', median(processor));
  wanted.note(
    'letters-wrong',
    rounds.reduce((sum, { lost, doubled, wrong }) => sum + lost + doubled + wrong.length, 0),
  );
  const memory = memoryOf(instance.pid);
  wanted.note('memory-after', memory.total, memory);
}

async function post(instance: Instance, { cookie }: Client, wanted: Wanted): Promise<void> {
  const rates = [];
  for (let round = 0; round < (wanted.quick ? 1 : 3); round += 1) {
    const seconds = wanted.quick ? 3 : 8;
    const options = { url: instance.url, kind: 'post', clients: 16, seconds, cookie };
    rates.push(await runLoad<{ perSecond: number }>('requests', options));
  }
  wanted.note('post', median(rates.map(({ perSecond }) => perSecond)), rates);
}

async function live(instance: Instance, client: Client, wanted: Wanted): Promise<void> {
  const watcher = await agentOf(client);
  const ids = [];
  for (let made = 0; made < 10; made += 1) {
    const requester = { email: `live${made}@customer.example` };
    const body = { subject: 'live', body: 'live', requester };
    ids.push((await client.call<{ id: string }>('POST', '/tickets', body)).id);
  }
  const changes = wanted.quick ? 20 : 80;
  const options = {
    url: instance.url,
    cookie: client.cookie,
    watcher,
    changes,
    ids: ids.join(','),
  };
  const seen = await runLoad<{ p95Ms: number; missing: number }>('streams', options);
  wanted.note('live', seen.missing > 0 ? Number.POSITIVE_INFINITY : seen.p95Ms, seen);
}

/** Another person than the one who changes. */
async function agentOf(client: Client): Promise<string> {
  const roles = await client.call<{ items: { id: string; key: string | null }[] }>('GET', '/roles');
  const role = roles.items.find(({ key }) => key === 'agent');
  const person = { email: 'watcher@bench.example', password: 'a-long-bench-password-2' };
  await client.call('POST', '/users', {
    ...person,
    name: 'Watcher',
    roleId: role?.id,
    teamIds: [],
  });
  return (await signIn(client.url, person)).cookie;
}
