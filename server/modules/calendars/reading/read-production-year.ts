import { Parser } from 'htmlparser2';
import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { dateOf, dayMs, dayNumber } from '../rules/hours.ts';
import type { NamedRule } from '../rules/production-calendar.ts';
import type { ReadDays } from './found-days.ts';

const shorterByMinutes = 60;

/** xmlcalendar.ru: `t` 1 a day off, 2 a working day that is shorter, 3 a weekend that is worked; `h` names the holiday. */
export function readProductionXml(content: string): ReadDays {
  let year: string | null = null;
  const titles = new Map<string, string>();
  const found: { date: string; type: string; holiday: string }[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'calendar') {
          year = attributes['year'] ?? '';
        } else if (name === 'holiday') {
          titles.set(attributes['id'] ?? '', attributes['title'] ?? '');
        } else if (name === 'day') {
          const { d = '', t = '', h = '' } = attributes;
          found.push({ date: `${year}-${d.replace('.', '-')}`, type: t, holiday: h });
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(content);
  const known = found.filter(
    ({ date, type }) => dayNumber(date) !== null && Object.hasOwn(rules, type),
  );
  if (year === null || (found.length > 0 && known.length === 0)) {
    throw invalid('content', 'not_calendar');
  }
  return {
    days: Object.fromEntries(
      known.map(({ date, type, holiday }) => [
        date,
        { ...rules[type as keyof typeof rules], name: titles.get(holiday) ?? '' },
      ]),
    ),
    passedOver: found.length - known.length,
  };
}

const rules = {
  '1': { kind: 'off' },
  '2': { kind: 'short', minutes: shorterByMinutes },
  '3': { kind: 'working' },
} as const satisfies Record<string, NamedRule>;

const year = z.object({
  year: z.int().min(1900).max(2200),
  months: z.array(z.object({ month: z.int().min(1).max(12), days: z.string().max(500) })).max(12),
});

/** The same as JSON: every day off of each month, `*` a shorter working day, `+` a day off that was moved here. */
export function readProductionJson(content: string): ReadDays {
  const parsed = year.safeParse(parse(content));
  if (!parsed.success) {
    throw invalid('content', 'not_calendar');
  }
  const days: Record<string, NamedRule> = {};
  for (const { month, days: listed } of parsed.data.months) {
    Object.assign(days, daysOfMonth(parsed.data.year, month, listed));
  }
  return { days, passedOver: 0 };
}

function daysOfMonth(inYear: number, month: number, listed: string): Record<string, NamedRule> {
  const marks = new Map(
    Array.from(listed.matchAll(/(\d+)([*+]?)/g), ([, day, mark]) => [Number(day), mark ?? '']),
  );
  const found: Record<string, NamedRule> = {};
  const first = Date.UTC(inYear, month - 1, 1) / dayMs;
  const end = Date.UTC(inYear, month, 1) / dayMs;
  for (let day = first; day < end; day += 1) {
    const mark = marks.get(day - first + 1);
    const rule = ruleOf(mark, [0, 6].includes(new Date(day * dayMs).getUTCDay()));
    if (rule) {
      found[dateOf(day)] = rule;
    }
  }
  return found;
}

function ruleOf(mark: string | undefined, isWeekend: boolean): NamedRule | null {
  if (mark === '*') {
    return rules[2];
  }
  const isOff = mark !== undefined;
  return isOff === isWeekend ? null : isOff ? rules[1] : rules[3];
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
