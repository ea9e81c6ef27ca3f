import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CorpusSet, newTally, type Tally } from '../corpus-set.ts';
import { trySlaTimers, type SlaCase } from './sla-timers.ts';
import { tryWorkingTime, type WorkingTimeCase } from './working-time.ts';

type Try = (one: unknown, tally: ReturnType<typeof newTally>) => void;

const tryWorking: Try = (one, tally) => tryWorkingTime(one as WorkingTimeCase, tally);
const tryTimers: Try = (one, tally) => trySlaTimers(one as SlaCase, tally);

/** By the format that a file names itself; its number says how cases are written. */
const formats: Readonly<Record<string, Try>> = {
  'helpdesk-business-hours-cases/1': tryWorking,
  'helpdesk-opening-hours-cases/1': tryWorking,
  'helpdesk-sla-cases/1': tryTimers,
};

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** What cannot be read is a case that does not agree, with the reason; the others are tried all the same. */
const tryFile = (content: string, check: string): Tally => {
  const tally = newTally(check);
  try {
    const { format, cases } = JSON.parse(content) as { format?: string; cases?: unknown };
    const tryCase = formats[format ?? ''];
    if (!tryCase || !Array.isArray(cases)) {
      throw new TypeError(`no list of cases in a known format, but ${JSON.stringify(format)}`);
    }
    cases.forEach((one: { id?: string } | null, index) => {
      try {
        tryCase(one, tally);
      } catch (error) {
        const name = one?.id ?? `case ${index + 1}`;
        tally.agree(false, () => `${name} cannot be tried: ${reasonOf(error)}`);
      }
    });
  } catch (error) {
    tally.agree(false, () => `${check}.json cannot be read: ${reasonOf(error)}`);
  }
  return tally.tally();
};

/** A line for every file of the folder, whatever it is called. */
export const slaCases: CorpusSet = {
  name: 'sla/cases',
  reach: 1,
  async run(dir) {
    const folder = join(dir, 'sla', 'cases');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
    return Promise.all(
      names.map(async (name) =>
        tryFile(await readFile(join(folder, name), 'utf8'), name.slice(0, -'.json'.length)),
      ),
    );
  },
};
