/**
 * Measures Otklik against its goals:
 *   npm run bench -- [--quick] [--json] [--only letters] [--keep DIR]
 * Every measure has an Otklik of its own with the embedded database; the load comes from processes of its own on the same
 * machine. `--keep` keeps the generated companies (10k, 1m) in DIR for the next run; without it they are made anew.
 */
import { mkdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import { goals, type Goal } from './goals.data.ts';
import { measureClocks } from './measures/clocks.ts';
import { measureConsole } from './measures/console-size.ts';
import { measureDecisions } from './measures/decisions.ts';
import { measureLab } from './measures/lab.ts';
import { measureReading } from './measures/reading.ts';
import { measureSearching } from './measures/searching.ts';
import { measureWorkingTime } from './measures/working-time.ts';
import { measureWriting, type Wanted } from './measures/writing.ts';
import { removeFolder, startInstance, temporaryFolder, type Instance } from './otklik/instance.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    keep: { type: 'string' },
  },
});

type Noted = { result: number; detail?: unknown; load: number };
const results = new Map<string, Noted>();
const tell = (text: string) => process.stderr.write(`${text}\n`);
const asked = (measure: string) =>
  values.only.length === 0 || values.only.some((name) => measure.startsWith(name));

const wanted: Wanted = {
  has: asked,
  quick: values.quick,
  note(measure, result, detail) {
    results.set(measure, {
      result,
      load: loadavg()[0] ?? 0,
      ...(detail !== undefined && { detail }),
    });
    tell(`${measure}: ${rounded(result)}`);
  },
};

const rounded = (value: number): string =>
  Number.isFinite(value)
    ? String(Math.round(value * (value < 100 ? 100 : 1)) / (value < 100 ? 100 : 1))
    : '–';

const writing = ['start', 'memory', 'letters', 'post', 'live'];
const lists = ['views', 'open', 'counts', 'tally'];
const reading = [...lists, 'search'];
/** Of offices of their own; `--only letters` does not mean these. */
const deciding = ['decisions', 'letters-all-on'];
const belongsTo = (group: readonly string[], name: string): boolean =>
  group.some((each) => name.startsWith(each));
const isAsked = (group: readonly string[]) =>
  values.only.length === 0 ||
  values.only.some(
    (name) => belongsTo(group, name) && (group === deciding || !belongsTo(deciding, name)),
  );

/** `search-10k` asks for nothing of a million tickets. */
const isAskedOf = (size: '10k' | '1m') =>
  values.only.length === 0 ||
  values.only.some((name) => name.endsWith(`-${size}`) || !/-(10k|1m)$/.test(name));

async function read(name: '10k' | '1m', tickets: number): Promise<void> {
  const dataDir = values.keep ? join(values.keep, name) : await temporaryFolder();
  await mkdir(dataDir, { recursive: true });
  try {
    tell(`making ${tickets} tickets`);
    await generate(dataDir, { tickets }, tell);
    const instance = await startInstance(dataDir);
    try {
      await measureLarge(instance, name, tickets);
    } finally {
      await instance.stop();
    }
  } finally {
    if (!values.keep) {
      await removeFolder(dataDir);
    }
  }
}

async function measureLarge(instance: Instance, name: string, tickets: number): Promise<void> {
  const seconds = values.quick ? 3 : 10;
  if (isAsked(lists)) {
    const seen = await measureReading(instance, { seconds });
    for (const kind of ['views', 'open', 'counts'] as const) {
      wanted.note(`${kind}-${name}`, seen[kind].p95Ms, seen[kind]);
    }
    wanted.note(`tally-${name}`, seen.tallyP95Ms);
  }
  if (isAsked(['search'])) {
    const seen = await measureSearching(instance, { seconds, tickets });
    wanted.note(`search-${name}`, seen.p95Ms, seen);
  }
}

function compare(kind: 'views' | 'open'): void {
  const [few, many] = [results.get(`${kind}-10k`), results.get(`${kind}-1m`)];
  if (few && many) {
    wanted.note(`${kind}-ratio`, many.result / few.result);
  }
}

const isMet = ({ atMost, atLeast }: Goal, result: number): boolean | null =>
  atMost !== undefined ? result <= atMost : atLeast !== undefined ? result >= atLeast : null;

if (isAsked(writing)) {
  await measureWriting(wanted);
}
if (isAsked(reading)) {
  if (isAskedOf('10k')) {
    await read('10k', 10_000);
  }
  if (isAskedOf('1m') && (!values.quick || values.keep)) {
    await read('1m', 1_000_000);
  }
  compare('views');
  compare('open');
}
if (isAsked(['clocks']) && (!values.quick || values.keep)) {
  await measureClocks(wanted, values.keep);
}
if (isAsked(deciding)) {
  await measureDecisions(wanted);
}
if (isAsked(['lab']) && (!values.quick || values.keep)) {
  await measureLab(wanted, values.keep);
}
if (isAsked(['working-time'])) {
  wanted.note('working-time', measureWorkingTime(values.quick ? 300_000 : 3_000_000));
}
if (isAsked(['console'])) {
  const size = measureConsole();
  if (size) {
    wanted.note('console', size.brotli, size);
  }
}

const rows = goals.flatMap((goal) => {
  const noted = results.get(goal.measure);
  return noted && asked(goal.measure) ? [{ goal, ...noted, ok: isMet(goal, noted.result) }] : [];
});
const bound = ({ atMost, atLeast }: Goal) =>
  atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : '';

if (values.json) {
  const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };
  process.stdout.write(`${JSON.stringify({ at: new Date(), machine, rows }, null, 2)}\n`);
} else {
  const lines = rows.map(({ goal, result, ok }) => [
    goal.words,
    bound(goal),
    `${rounded(result)} ${goal.unit}`,
    ok === null ? '' : ok ? 'ok' : 'NOT MET',
  ]);
  for (const [words = '', limit = '', result = '', ok = ''] of [
    ['measure', 'goal', 'result', ''],
    ...lines,
  ]) {
    process.stdout.write(`${words.padEnd(46)}${limit.padEnd(9)}${result.padEnd(18)}${ok}\n`);
  }
}
process.exitCode = rows.some(({ ok }) => ok === false) ? 1 : 0;
