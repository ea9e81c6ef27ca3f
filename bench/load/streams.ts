/**
 * Opens many live streams and measures how long a change takes to another agent's screen:
 *   node bench/load/streams.ts --url … --cookie (who changes) --watcher (whose screens) --streams 500 --changes 60
 * The time goes from sending the change to its event on the last of the streams that are timed, every tenth.
 */
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from './percentile.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    cookie: { type: 'string', default: '' },
    watcher: { type: 'string', default: '' },
    streams: { type: 'string', default: '500' },
    changes: { type: 'string', default: '60' },
    pause: { type: 'string', default: '150' },
    ids: { type: 'string', default: '' },
  },
});

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const arrived = new Map<string, number[]>();

function watch(isTimed: boolean): Promise<() => void> {
  const { promise, resolve, reject } = Promise.withResolvers<() => void>();
  const sent = request(
    `${values.url}/api/v1/stream`,
    { agent, headers: { cookie: values.watcher } },
    (answer) => {
      if (answer.statusCode !== 200) {
        reject(new Error(`the stream answered ${answer.statusCode}`));
        return;
      }
      answer.setEncoding('utf8');
      let text = '';
      answer.on('data', (chunk: string) => {
        if (isTimed) {
          text = hear(text + chunk);
        }
      });
      answer.once('data', () => resolve(() => sent.destroy()));
    },
  );
  sent.on('error', reject).end();
  return promise;
}

function hear(text: string): string {
  for (const [, mark] of text.matchAll(/"subject":"change (\d+)"/g)) {
    const times = arrived.get(mark ?? '');
    times?.push(performance.now());
  }
  return text.slice(text.lastIndexOf('\n\n') + 1);
}

async function change(mark: string, id: string): Promise<void> {
  const text = JSON.stringify({ subject: `change ${mark}` });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = {
    cookie: values.cookie,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  const url = `${values.url}/api/v1/tickets/${id}`;
  request(url, { method: 'PATCH', agent, headers }, (answer) => {
    answer.resume();
    answer.on('end', () =>
      answer.statusCode === 200
        ? resolve()
        : reject(new Error(`PATCH answered ${answer.statusCode}`)),
    );
  })
    .on('error', reject)
    .end(text);
  await promise;
}

const ids = values.ids.split(',');
const timed = Math.ceil(Number(values.streams) / 10);
const close: (() => void)[] = [];
for (let opened = 0; opened < Number(values.streams); opened += 50) {
  const some = Array.from({ length: Math.min(50, Number(values.streams) - opened) }, (_, index) =>
    watch((opened + index) % 10 === 0),
  );
  close.push(...(await Promise.all(some)));
}
const tookMs: number[] = [];
let missing = 0;
for (let made = 0; made < Number(values.changes); made += 1) {
  const mark = String(1_000_000 + made);
  const times: number[] = [];
  arrived.set(mark, times);
  const before = performance.now();
  await change(mark, ids[made % ids.length] as string);
  while (times.length < timed && performance.now() - before < 5_000) {
    await sleep(2);
  }
  missing += Math.max(0, timed - times.length);
  tookMs.push((times.at(-1) ?? before + 5_000) - before);
  await sleep(Number(values.pause));
}
close.forEach((end) => end());
agent.destroy();
process.stdout.write(
  `${JSON.stringify({
    streams: close.length,
    changes: tookMs.length,
    missing,
    medianMs: percentile(tookMs, 0.5),
    p95Ms: percentile(tookMs, 0.95),
  })}\n`,
);
