import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id, text, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { mustHaveHours, noteChange, withDays } from '../changes.ts';
import { readCalendar } from '../queries/read-calendars.ts';
import { readDays } from '../reading/read-days.ts';
import { Calendar } from '../schema.ts';
import { lockCalendar, saveCalendar } from '../store.ts';

type Shown = [string, string];

/**
 * Days off and short days of a file: iCalendar, or a production calendar of xmlcalendar.ru as XML or JSON. Without `apply` it is only
 * read, to be looked at.
 */
export const importDays = defineCommand({
  name: 'calendars.import-days',
  permission: 'calendar.change',
  input: z.strictObject({
    calendarId: id(),
    version: version().optional(),
    content: text({ min: 1, max: 2_000_000 }),
    apply: z.boolean().default(false),
  }),
  output: z.object({
    format: z.enum(['ics', 'xml', 'json']),
    days: z.array(
      z.object({
        day: z.string(),
        kind: z.string(),
        name: z.string(),
        /** By so much a short day is shorter. */
        minutes: z.int().optional(),
        /** The hours of a day that has other ones. */
        spans: z.array(z.tuple([z.string(), z.string()])).optional(),
      }),
    ),
    /** Events that say nothing of whole days. */
    passedOver: z.int(),
    calendar: Calendar,
  }),

  async run(ctx, { calendarId, version: seen, content, apply }) {
    const row = await lockCalendar(ctx, calendarId);
    mustBeCurrent(row, seen);
    const { format, days, passedOver } = readDays(content, ctx.now);
    const before = await readCalendar(ctx.tx, ctx.actor.workspaceId, calendarId);
    const next = { ...row, days: withDays(row.days, days), version: row.version + 1 };
    mustHaveHours(next, ctx.now, 'content');
    if (apply) {
      await saveCalendar(ctx, next);
    }
    const calendar = await readCalendar(ctx.tx, ctx.actor.workspaceId, calendarId);
    if (apply) {
      noteChange(ctx, 'calendar.changed', before, calendar);
    }
    const listed = Object.entries(days).map(([day, rule]) => ({
      day,
      kind: rule.kind,
      name: rule.name,
      ...(rule.kind === 'short' && { minutes: rule.minutes }),
      ...(rule.kind === 'hours' && { spans: rule.spans.map(([from, to]): Shown => [from, to]) }),
    }));
    return {
      format,
      days: listed.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      passedOver,
      calendar,
    };
  },
});
