/**
 * Sends letters by SMTP to any server:
 *   node bench/load/letters.ts --host 127.0.0.1 --port 2525 --to support@localhost --count 10000 --connections 16
 * Prints one line of JSON when all are acknowledged.
 */
import { parseArgs } from 'node:util';
import { LetterMaker, randomOf, type SentLetter } from './letter.ts';
import { SmtpSender } from './smtp-sender.ts';
import { percentile } from './percentile.ts';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '2525' },
    to: { type: 'string', default: 'support@localhost' },
    count: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
    replies: { type: 'string', default: '0.4' },
    attachments: { type: 'string', default: '0.1' },
  },
});
const count = Number(values.count);
const random = randomOf(Number(values.seed) + 77);
const run = `${Date.now().toString(36)}-${values.seed}`;
const maker = new LetterMaker({
  seed: Number(values.seed),
  run,
  to: values.to,
  people: Math.max(50, Math.floor(count / 3)),
});

/** Acknowledged letters that can be answered. An address writes at most a few times, as people do. */
const answerable: SentLetter[] = [];
const keep = 2_000;
let begun = 0;
let opened = 0;
let answers = 0;
const acknowledgedMs: number[] = [];

function pickAnswered(): SentLetter | null {
  // The last few are left out: people do not answer within the same instant, and other products may still sort them in.
  const oldEnough = answerable.length - 50;
  if (oldEnough <= 0 || random() >= Number(values.replies)) {
    return null;
  }
  return answerable[Math.floor(random() * oldEnough)] ?? null;
}

async function sendAll(): Promise<void> {
  const { host, to } = values;
  const sender = await SmtpSender.open({ host, port: Number(values.port), helo: 'bench.example' });
  while (begun < count) {
    begun += 1;
    const answered = pickAnswered();
    const { sent, raw } = maker.make({
      answers: answered,
      attach: random() < Number(values.attachments),
    });
    const before = performance.now();
    await sender.send({ from: sent.from, to, raw });
    acknowledgedMs.push(performance.now() - before);
    if (answered) {
      answers += 1;
    } else {
      opened += 1;
    }
    answerable.push(sent);
    if (answerable.length > keep) {
      answerable.splice(0, keep / 4);
    }
  }
  await sender.quit();
}

const before = performance.now();
await Promise.all(Array.from({ length: Number(values.connections) }, sendAll));
const seconds = (performance.now() - before) / 1000;
process.stdout.write(
  `${JSON.stringify({
    run,
    sent: opened + answers,
    opened,
    answers,
    seconds,
    perSecond: (opened + answers) / seconds,
    acknowledgedP95Ms: percentile(acknowledgedMs, 0.95),
    processorMs: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
  })}\n`,
);
