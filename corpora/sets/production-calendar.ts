import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  compileWorkingTime,
  dayMs,
  effectiveHours,
  readDays,
  weekdays,
  type Span,
  type WorkingTime,
} from '../../server/modules/calendars/public.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';

type Year = {
  readonly working_days: number;
  readonly working_hours_40h_week: number;
  readonly months: Readonly<Record<string, { readonly days: number; readonly hours: number }>>;
};

const hourMs = 3_600_000;
const fortyHours: readonly Span[] = [
  ['09:00', '13:00'],
  ['14:00', '18:00'],
];
const week = Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, fortyHours]));
const shape = { zone: 'UTC', week };

const countIn = (time: WorkingTime, from: number, to: number): string => {
  let days = 0;
  for (let at = from; at < to; at += dayMs) {
    days += time.isWorkingDay(new Date(at).toISOString().slice(0, 10)) ? 1 : 0;
  }
  return `${days} days, ${time.between(from, to) / hourMs} hours`;
};

const tryYear = (
  time: WorkingTime,
  name: string,
  expected: Year,
  tally: ReturnType<typeof newTally>,
): void => {
  for (const [month, { days, hours }] of Object.entries(expected.months)) {
    const [year = 0, number = 1] = month.split('-').map(Number);
    const found = countIn(time, Date.UTC(year, number - 1, 1), Date.UTC(year, number, 1));
    tally.agree(
      found === `${days} days, ${hours} hours`,
      () => `${name} ${month}: found ${found}, not ${days} days, ${hours} hours`,
    );
  }
};

/** A file that is refused agrees with nothing, and the next one is tried all the same. */
const tryImport = (
  content: string,
  name: string,
  expected: Year,
  tally: ReturnType<typeof newTally>,
): void => {
  let days;
  try {
    ({ days } = readDays(content, new Date()));
  } catch (error) {
    tally.agree(false, () => `${name} is refused: ${String(error)}`);
    return;
  }
  const time = compileWorkingTime(effectiveHours({ ...shape, country: null, days }));
  tryYear(time, name, expected, tally);
};

/** Working days and hours of every month of the 40-hour week: by what is built in, and by importing each file of the year. */
export const productionCalendar: CorpusSet = {
  name: 'sla/xmlcalendar-ru',
  reach: 1,
  needs: ['sla/xmlcalendar-ru', 'sla/russia-production-calendar.json'],
  async run(dir) {
    const root = join(dir, 'sla');
    const years = JSON.parse(
      await readFile(join(root, 'russia-production-calendar.json'), 'utf8'),
    ) as Readonly<Record<string, Year>>;
    const builtIn = newTally('built-in');
    const imported = newTally('import', 0.97);
    const own = compileWorkingTime(effectiveHours({ ...shape, country: 'ru', days: {} }));
    for (const [year, expected] of Object.entries(years)) {
      tryYear(own, 'built in', expected, builtIn);
      const folder = join(root, 'xmlcalendar-ru', year);
      const files = existsSync(folder) ? await readdir(folder) : [];
      for (const file of files.filter((name) => name.endsWith('.xml'))) {
        tryImport(await readFile(join(folder, file), 'utf8'), file, expected, imported);
      }
    }
    return [builtIn.tally(), imported.tally()];
  },
};
