import { median } from '../load/percentile.ts';
import { runLoad } from '../load/run-load.ts';
import { setUp, type Client } from '../otklik/client.ts';
import { removeFolder, startInstance, temporaryFolder, type Instance } from '../otklik/instance.ts';
import { difference, processorOf } from '../otklik/memory.ts';
import { addPolicies, addRouting, addRules } from '../otklik/settings.ts';
import { measureLetters } from './letters.ts';
import type { Wanted } from './writing.ts';

type Office = { readonly instance: Instance; readonly client: Client };
type Posted = { readonly p95Ms: number; readonly medianMs: number; readonly processorMs: number };

/**
 * What deciding costs: the same tickets are posted into two offices that differ by their settings alone, by turns, so that
 * whatever else the machine does falls upon both. One client: nobody waits for anybody, and the time is that of one request.
 */
export async function measureDecisions(wanted: Wanted): Promise<void> {
  const folders = [await temporaryFolder(), await temporaryFolder()] as const;
  const offices: Office[] = [];
  try {
    for (const folder of folders) {
      const instance = await startInstance(folder);
      offices.push({ instance, client: await setUp(instance.url) });
    }
    const [bare, full] = offices as [Office, Office];
    await addRules(full.client);
    await addPolicies(full.client);
    await addRouting(full.client);
    if (wanted.has('decisions')) {
      await compare({ bare, full }, wanted);
    }
    if (wanted.has('letters-all-on')) {
      await letters(full, wanted);
    }
  } finally {
    for (const [at, folder] of folders.entries()) {
      await offices[at]?.instance.stop();
      await removeFolder(folder);
    }
  }
}

async function compare(
  { bare, full }: { readonly bare: Office; readonly full: Office },
  wanted: Wanted,
): Promise<void> {
  const seconds = wanted.quick ? 2 : 5;
  // What is compared is two servers at work, not two that compile themselves.
  await post(bare, seconds);
  await post(full, seconds);
  const rounds: { bare: Posted; full: Posted }[] = [];
  for (let round = 0; round < (wanted.quick ? 2 : 7); round += 1) {
    rounds.push({ bare: await post(bare, seconds), full: await post(full, seconds) });
  }
  const more = (of: keyof Posted) => median(rounds.map((each) => each.full[of] - each.bare[of]));
  wanted.note('decisions', more('p95Ms'), rounds);
  wanted.note('decisions-median', more('medianMs'));
  wanted.note('decisions-processor', more('processorMs'));
}

async function post({ instance, client }: Office, seconds: number): Promise<Posted> {
  const options = { url: instance.url, kind: 'post', clients: 1, seconds, warmup: 0 };
  const before = processorOf(instance.pid);
  const posted = await runLoad<{ p95Ms: number; medianMs: number; requests: number }>('requests', {
    ...options,
    cookie: client.cookie,
  });
  const { total } = difference(processorOf(instance.pid), before);
  return {
    p95Ms: posted.p95Ms,
    medianMs: posted.medianMs,
    processorMs: total / posted.requests,
  };
}

async function letters({ instance }: Office, wanted: Wanted): Promise<void> {
  await measureLetters(instance, wanted.quick ? 500 : 2_000);
  const rounds = [];
  for (let round = 0; round < (wanted.quick ? 1 : 3); round += 1) {
    rounds.push(await measureLetters(instance, wanted.quick ? 1_500 : 6_000));
  }
  wanted.note('letters-all-on', median(rounds.map(({ perSecond }) => perSecond)), rounds);
  const processor = rounds.map(
    ({ processorMs }) => processorMs.server + processorMs.database + processorMs.load,
  );
  wanted.note('letters-all-on-processor', median(processor));
  const wrong = rounds.reduce((sum, each) => sum + each.lost + each.doubled + each.wrong.length, 0);
  wanted.note('letters-all-on-wrong', wrong);
}
