import { z } from 'zod';
import { id, line } from '../../kernel/text.ts';
import { timeZone } from '../identity/public.ts';
import { weekdays, type Span } from './rules/hours.ts';
import { countries, type Country, type OwnDays } from './rules/production-calendar.ts';
import { isDay } from './rules/year.ts';

const Ref = z.object({ id: z.string(), name: z.string() });

/** `24:00` ends a day; a span that does not end after it begins runs over midnight. */
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { message: 'not_clock_time' });
const span = z
  .tuple([clockTime, clockTime])
  .refine(([from, to]) => from !== to && from !== '24:00', { message: 'no_time' });
const spans = z.array(span).max(12).refine(areApart, { message: 'overlaps' });

/** Within one day: the second may run over midnight, but none begins before the one before it has ended. */
function areApart(list: readonly Span[]): boolean {
  const sorted = list.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.every(([from], index) => {
    const before = sorted[index - 1];
    return !before || (before[1] > before[0] && before[1] <= from);
  });
}

const week = z.strictObject(
  Object.fromEntries(weekdays.map((day) => [day, spans.optional()])) as Record<
    (typeof weekdays)[number],
    z.ZodOptional<typeof spans>
  >,
);

const dayName = line({ max: 200 }).optional();
export const DayRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off'), name: dayName }),
  z.strictObject({ kind: z.literal('hours'), spans, name: dayName }),
  z.strictObject({ kind: z.literal('short'), minutes: z.int().min(1).max(1439), name: dayName }),
  z.strictObject({ kind: z.literal('working'), name: dayName }),
]);

export const maxDays = 2_000;

export const calendarFields = {
  name: line({ min: 1, max: 120 }),
  zone: timeZone(),
  week,
  country: z.enum(countries).nullable(),
  /** Own days by `YYYY-MM-DD`, or `MM-DD` for every year; null takes one away, what is not named stays. */
  days: z
    .record(
      z
        .string()
        .max(10)
        .meta({ pattern: String.raw`^(\d{4}-)?\d\d-\d\d$` }),
      DayRule.nullable(),
    )
    .refine((days) => Object.keys(days).every(isDay), { message: 'not_day' })
    .refine((days) => Object.keys(days).length <= maxDays, { message: 'too_many' }),
  teamIds: z.array(id()).max(200),
};

const shownSpan = z.tuple([z.string(), z.string()]);
const ShownRule = z.object({
  kind: z.enum(['off', 'hours', 'short', 'working']),
  spans: z.array(shownSpan).optional(),
  minutes: z.int().optional(),
  name: z.string().optional(),
});

export const Calendar = z
  .object({
    id: z.string(),
    name: z.string(),
    zone: z.string(),
    week: z.record(z.string(), z.array(shownSpan)),
    country: z.enum(countries).nullable(),
    days: z.record(z.string(), ShownRule),
    isDefault: z.boolean(),
    /** The teams that work by it; all others work by the default one. */
    teams: z.array(Ref),
    version: z.int(),
  })
  .meta({ id: 'Calendar' });
export type Calendar = z.infer<typeof Calendar>;

export const CalendarDay = z
  .object({
    date: z.string(),
    spans: z.array(shownSpan),
    /** Why it is so: the ordinary week, the country's production calendar, or a day of the calendar's own. */
    source: z.enum(['week', 'country', 'own']),
    kind: z.enum(['ordinary', 'off', 'hours', 'short', 'working']),
    name: z.string().nullable(),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof CalendarDay>;

export type CalendarTables = {
  calendar: {
    workspace_id: string;
    id: string;
    name: string;
    zone: string;
    week: Record<string, Span[]>;
    days: OwnDays;
    country: Country | null;
    is_default: boolean;
    version: number;
    created_at: Date;
  };
  team_calendar: { workspace_id: string; team_id: string; calendar_id: string };
};
