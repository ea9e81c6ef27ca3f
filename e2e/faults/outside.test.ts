import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { setUp, type Desk, type Page } from '../otklik/desk.ts';
import { connectMailbox, startMailbox } from '../otklik/mailbox.ts';
import { startReceiver, type Manner } from '../otklik/receiver.ts';
import { endEverything, startOtklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';

afterAll(() => endEverything());

type Effect = { id: string; rule: { name: string }; state: string; problem: string | null };

const manners: Record<string, Manner> = {
  hangs: 'hangs',
  drips: 'drips',
  redirects: 'redirects',
  refuses: 500,
};
const tickets = 8;

const effects = async (desk: Desk): Promise<Effect[]> =>
  (await desk.call<Page<Effect>>('GET /rules/effects?limit=100')).items;
const told = async (desk: Desk): Promise<string[]> =>
  (await desk.call<Page<{ kind: string; actor: { name: string } }>>('GET /notices')).items.map(
    ({ kind, actor }) => `${kind} ${actor.name}`,
  );

/** Each with an answer. @returns how long each took, in milliseconds */
async function openTickets(desk: Desk): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < tickets; n += 1) {
    const begun = performance.now();
    const { id } = await desk.call<{ id: string }>('POST /tickets', {
      subject: `Ticket ${n}`,
      body: 'Help',
      requester: { email: 'rita@there.test', name: 'Rita' },
    });
    await desk.call(`POST /tickets/${id}/messages`, { body: 'We are on it' });
    took.push(performance.now() - begun);
    await sleep(50);
  }
  return took.toSorted((a, b) => a - b);
}

test('receivers that hang, drip, redirect, refuse or may not be reached, and a mail server that is gone, delay no ticket; what failed is listed, told and tried again', async () => {
  const receiver = await startReceiver();
  const mailbox = await startMailbox();
  const otklik = await startOtklik({ env: { OTKLIK_PRIVATE_WEBHOOKS: '1' } });
  const desk = await setUp(otklik, 'en');
  await connectMailbox(desk, mailbox);
  await mailbox.close();
  const urls: Record<string, string> = {
    ...Object.fromEntries(Object.keys(manners).map((name) => [name, `${receiver.url}/${name}`])),
    quick: `${receiver.url}/quick`,
    // Where machines keep their credentials: closed, whatever else is open.
    forbidden: 'http://169.254.169.254/latest/meta-data/',
    nobody: 'http://127.0.0.1:9/',
  };
  for (const [name, url] of Object.entries(urls)) {
    receiver.behave(`/${name}`, manners[name] ?? 200);
    await desk.call('POST /rules', {
      name,
      enabled: true,
      trigger: { on: ['opened'] },
      condition: { all: [] },
      actions: [{ kind: 'webhook', url }],
    });
  }

  const took = await openTickets(desk);
  // One call that hangs takes ten seconds.
  expect(took.at(-1)).toBeLessThan(2_000);

  const settled = await waitUntil(
    'every call has been tried',
    async () => {
      const all = await effects(desk);
      const done = all.filter(({ state, problem }) => state !== 'queued' || problem !== null);
      return all.length === tickets * Object.keys(urls).length && done.length === all.length && all;
    },
    { withinMs: 60_000, everyMs: 250 },
  );
  const outcomes = Object.fromEntries(
    [...Map.groupBy(settled, ({ rule }) => rule.name)].map(([name, list]) => [
      name,
      [...new Set(list.map(({ state, problem }) => `${state} ${problem ?? ''}`.trim()))],
    ]),
  );
  expect(outcomes).toEqual({
    quick: ['done'],
    // It said 200; what it goes on saying is its own affair.
    drips: ['done'],
    hangs: ['queued outside.timeout'],
    refuses: ['queued http.500'],
    nobody: ['queued outside.unreachable'],
    redirects: ['failed outside.too_many_redirects'],
    forbidden: ['failed outside.address_refused'],
  });
  expect(receiver.heard.get('/drips')).toHaveLength(tickets);
  expect(receiver.heard.get('/quick')).toHaveLength(tickets);
  expect(receiver.heard.has('/elsewhere')).toBe(false);

  const alarms = await waitUntil('who looks after rules is told', async () => {
    const list = await told(desk);
    return list.length >= 2 && list;
  });
  expect(alarms.filter((one) => one.startsWith('rule-failed')).toSorted()).toEqual([
    'rule-failed forbidden',
    'rule-failed redirects',
  ]);

  receiver.behave('/redirects', 200);
  const failed = settled.filter(({ rule }) => rule.name === 'redirects');
  for (const { id } of failed) {
    await desk.call(`POST /rules/effects/${id}/replay`, {});
  }
  await waitUntil('what was tried again is done', async () => {
    const again = (await effects(desk)).filter(({ rule }) => rule.name === 'redirects');
    return again.every(({ state }) => state === 'done');
  });
  expect(await otklik.stop()).toBe(0);
  await receiver.close();
});
