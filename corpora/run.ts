import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CorpusSet, Tally } from './corpus-set.ts';
import { corpusSets } from './sets.ts';

const MISSES_SHOWN = 8;
const projectRoot = resolve(import.meta.dirname, '..');

type Outcome = {
  readonly set: string;
  readonly reach: number;
  readonly tally: Tally;
  readonly seconds: number;
};

const { values: options } = parseArgs({
  options: {
    from: { type: 'string' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    misses: { type: 'string' },
  },
});
const corporaDir = resolve(options.from ?? join(projectRoot, '..', 'shared', 'corpora'));
const missesShown = Number(options.misses ?? MISSES_SHOWN);

const say = (line: string): void => {
  (options.json ? process.stderr : process.stdout).write(`${line}\n`);
};

const report = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const missingNeeds = (set: CorpusSet): readonly string[] => {
  const folder = set.name.split(':')[0] ?? set.name;
  return (set.needs ?? [folder]).filter((path) => !existsSync(join(corporaDir, path)));
};

/** A set that throws counts as one case tried and none agreed, so that it is seen and the others still run. */
const tallySet = async (set: CorpusSet): Promise<readonly Tally[]> => {
  try {
    const found = await set.run(corporaDir);
    return Array.isArray(found) ? found : [found as Tally];
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ tried: 1, agreed: 0, misses: [`the set itself failed: ${reason}`] }];
  }
};

const runSet = async (set: CorpusSet): Promise<readonly Outcome[]> => {
  const missing = missingNeeds(set);
  if (missing.length > 0) {
    say(`skipped ${set.name}: no ${missing.join(', ')} in ${corporaDir}`);
    return [];
  }
  const startedMs = performance.now();
  const tallies = await tallySet(set);
  const seconds = (performance.now() - startedMs) / 1000;
  const outcomes: Outcome[] = [];
  for (const tally of tallies) {
    const name = tally.check === undefined ? set.name : `${set.name}:${tally.check}`;
    if (tally.tried === 0) {
      say(`skipped ${name}: nothing to try in ${corporaDir}`);
    } else {
      outcomes.push({ set: name, reach: tally.reach ?? set.reach, tally, seconds });
    }
  }
  return outcomes;
};

const passes = ({ tally, reach }: Outcome): boolean => tally.agreed / tally.tried >= reach;

const printTable = (outcomes: readonly Outcome[]): void => {
  const width = Math.max(20, ...outcomes.map(({ set }) => set.length));
  report(
    `${'set'.padEnd(width)}  ${'tried'.padStart(6)}  ${'agreed'.padStart(6)}  ${'share'.padStart(7)}  ${'reach'.padStart(6)}`,
  );
  for (const outcome of outcomes) {
    const { set, tally, reach, seconds } = outcome;
    const share = `${((100 * tally.agreed) / tally.tried).toFixed(1)} %`;
    report(
      [
        set.padEnd(width),
        String(tally.tried).padStart(6),
        String(tally.agreed).padStart(6),
        share.padStart(7),
        `${(reach * 100).toFixed(0)} %`.padStart(6),
        passes(outcome) ? 'passed' : 'FAILED',
        `${seconds.toFixed(1)} s`,
      ].join('  '),
    );
  }
};

const printMisses = (outcomes: readonly Outcome[]): void => {
  for (const { set, tally } of outcomes.filter((outcome) => outcome.tally.misses.length > 0)) {
    say(`\n${set}: ${tally.misses.length} missed`);
    for (const miss of tally.misses.slice(0, missesShown)) {
      say(`  ${miss}`);
    }
    if (tally.misses.length > missesShown) {
      say(`  … and ${tally.misses.length - missesShown} more (--misses N shows them)`);
    }
  }
};

const wanted = (set: CorpusSet): boolean =>
  options.only === undefined ||
  set.name === options.only ||
  set.name.startsWith(`${options.only}:`) ||
  set.name.startsWith(`${options.only}/`) ||
  options.only.startsWith(`${set.name}:`);

const main = async (): Promise<void> => {
  const outcomes: Outcome[] = [];
  for (const set of corpusSets.filter(wanted)) {
    for (const outcome of await runSet(set)) {
      outcomes.push(outcome);
      if (options.json) {
        const { tried, agreed } = outcome.tally;
        report(JSON.stringify({ set: outcome.set, tried, agreed }));
      }
    }
  }
  const failed = outcomes.filter((outcome) => !passes(outcome)).length;
  if (!options.json) {
    printTable(outcomes);
  }
  printMisses(outcomes);
  if (!options.json) {
    report(`\n${outcomes.length - failed} passed, ${failed} failed`);
  }
  process.exitCode = failed > 0 ? 1 : 0;
};

await main();
