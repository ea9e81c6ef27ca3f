import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from '../generate.ts';
import { percentile } from '../load/percentile.ts';
import { signIn, type Client } from '../otklik/client.ts';
import { removeFolder, startInstance, temporaryFolder } from '../otklik/instance.ts';
import { addPolicies, addRoutingToTeams, addRules, policyOf, ruleOf } from '../otklik/settings.ts';
import type { Wanted } from './writing.ts';

const days = 30;
const tickets = 60_000;
const draft = {
  days,
  changes: [
    {
      setting: 'rule',
      id: null,
      version: null,
      definition: {
        ...ruleOf(0),
        name: 'Черновик',
        trigger: { on: ['opened'] },
        condition: { all: [] },
        actions: [{ kind: 'priority', value: 'urgent' }],
      },
    },
    { setting: 'sla_policy', id: null, version: null, definition: policyOf(100) },
  ],
};

async function setSettings(client: Client): Promise<void> {
  const { items } = await client.call<{ items: unknown[] }>('GET', '/rules');
  if (items.length > 0) {
    return;
  }
  await addRules(client);
  await addPolicies(client);
}

type Run = { id: string; state: string; result: { seconds: number; tickets: object } | null };

/** The whole way as a person goes it: asked over HTTP, done by a job, while somebody looks at the inbox. */
async function tried(client: Client) {
  const began = performance.now();
  const { id } = await client.call<Run>('POST', '/lab/runs', draft);
  const looks: number[] = [];
  let run: Run;
  do {
    const asked = performance.now();
    await client.call('GET', '/tickets?status=open&limit=50');
    looks.push(performance.now() - asked);
    await pause(50);
    run = await client.call<Run>('GET', `/lab/runs/${id}`);
  } while (run.state === 'waiting' || run.state === 'running');
  return { run, seconds: (performance.now() - began) / 1000, deskMs: percentile(looks, 0.95) };
}

/** Alone, then where routing decides anew on both sides: all tickets in the order of time. */
async function measureBoth(client: Client, wanted: Wanted): Promise<void> {
  const alone = await tried(client);
  wanted.note('lab-60k', alone.seconds, alone.run.result?.tickets);
  wanted.note('lab-desk', alone.deskMs);
  const ruleIds = await addRoutingToTeams(client);
  const routed = await tried(client);
  wanted.note('lab-routed', routed.seconds, routed.run.result?.tickets);
  wanted.note('lab-routed-desk', routed.deskMs);
  // The company may be kept for the next time.
  for (const ruleId of ruleIds) {
    await client.call('DELETE', `/routing-rules/${ruleId}`);
  }
}

export async function measureLab(wanted: Wanted, keep: string | undefined): Promise<void> {
  const dataDir = keep ? join(keep, 'lab') : await temporaryFolder();
  await mkdir(dataDir, { recursive: true });
  try {
    await generate(dataDir, { tickets, days }, (text) => process.stderr.write(`${text}\n`));
    const instance = await startInstance(dataDir);
    try {
      const client = await signIn(instance.url);
      await setSettings(client);
      await measureBoth(client, wanted);
    } finally {
      await instance.stop();
    }
  } finally {
    if (!keep) {
      await removeFolder(dataDir);
    }
  }
}
