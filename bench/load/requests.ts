/**
 * Repeats one kind of request over HTTP:
 *   node bench/load/requests.ts --url http://127.0.0.1:3000 --kind post --clients 8 --seconds 10 --cookie …
 * Kinds: post, views, open, counts, search, each as the console asks. `--ids` names a file of ticket ids for `open`, of
 * paths for `search`.
 */
import { readFileSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { parseArgs } from 'node:util';
import { randomOf } from './letter.ts';
import { percentile } from './percentile.ts';
import { names, sentences, subjects } from './words.data.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    kind: { type: 'string', default: 'post' },
    clients: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '10' },
    warmup: { type: 'string', default: '2' },
    cookie: { type: 'string', default: '' },
    ids: { type: 'string' },
  },
});

const agent = new Agent({ keepAlive: true, maxSockets: Number(values.clients) * 3 });
const random = randomOf(5);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const ids = values.ids ? (JSON.parse(readFileSync(values.ids, 'utf8')) as string[]) : [];
let made = 0;

function call(method: string, path: string, body?: unknown): Promise<void> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = {
    cookie: values.cookie,
    ...(text !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    }),
  };
  const sent = request(`${values.url}/api/v1${path}`, { method, agent, headers }, (answer) =>
    finish(answer, { resolve, reject, what: `${method} ${path}` }),
  );
  sent.on('error', reject);
  sent.end(text);
  return promise;
}

type Ending = { resolve(): void; reject(error: Error): void; what: string };

function finish(answer: IncomingMessage, { resolve, reject, what }: Ending): void {
  const { statusCode = 0 } = answer;
  answer.resume();
  answer.on('end', () =>
    statusCode < 300 ? resolve() : reject(new Error(`${what} answered ${statusCode}`)),
  );
}

function newTicket() {
  made += 1;
  const locale = made % 2 === 0 ? 'ru' : 'en';
  const person = Math.floor(random() * 5_000);
  return {
    subject: pick(subjects[locale]).replace('{n}', String(made)),
    body: Array.from({ length: 4 }, () => pick(sentences[locale])).join('\n'),
    requester: {
      email: `person${person}@customer${person % 400}.example`,
      name: `${pick(names[locale].first)} ${pick(names[locale].last)}`,
    },
    priority: pick(['low', 'normal', 'normal', 'high']),
  };
}

const views = ['mine', 'unassigned', 'open', 'solved'];

const kinds: Record<string, () => Promise<unknown>> = {
  post: () => call('POST', '/tickets', newTicket()),
  search: () => call('GET', pick(ids)),
  views: () => call('GET', `/tickets?view=${pick(views)}&limit=50`),
  open: () => {
    const id = pick(ids);
    return Promise.all(
      ['', '/messages', '/events'].map((part) => call('GET', `/tickets/${id}${part}`)),
    );
  },
  counts: async () => {
    // Twenty counters: the four that everybody has, five times.
    for (let round = 0; round < 5; round += 1) {
      await call('GET', '/views/counts');
    }
  },
};

const one = kinds[values.kind];
if (!one) {
  throw new Error(`no such kind: ${values.kind}`);
}
const tookMs: number[] = [];
const start = performance.now();
const measureFrom = start + Number(values.warmup) * 1000;
const until = measureFrom + Number(values.seconds) * 1000;

async function repeat(): Promise<void> {
  for (let before = performance.now(); before < until; before = performance.now()) {
    await one?.();
    if (before >= measureFrom) {
      tookMs.push(performance.now() - before);
    }
  }
}

await Promise.all(Array.from({ length: Number(values.clients) }, repeat));
agent.destroy();
process.stdout.write(
  `${JSON.stringify({
    requests: tookMs.length,
    perSecond: tookMs.length / ((performance.now() - measureFrom) / 1000),
    medianMs: percentile(tookMs, 0.5),
    p95Ms: percentile(tookMs, 0.95),
  })}\n`,
);
