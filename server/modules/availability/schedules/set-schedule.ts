import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { calendarFields, type Span } from '../../calendars/public.ts';
import { tellAvailability } from '../notice.ts';
import { readSchedule } from '../queries/list-schedules.ts';
import { Schedule } from '../schema.ts';
import { saveSchedule } from './schedule-store.ts';

/** By a calendar, by hours of their own, or, with neither, round the clock. */
export const setSchedule = defineCommand({
  name: 'availability.set-schedule',
  permission: 'availability.change',
  input: z.strictObject({
    userId: id(),
    calendarId: id().nullable().default(null),
    hours: z
      .strictObject({ zone: calendarFields.zone, week: calendarFields.week })
      .nullable()
      .default(null),
  }),
  output: Schedule,

  async run(ctx, { userId, calendarId, hours }) {
    const { workspaceId } = ctx.actor;
    if (calendarId !== null && hours !== null) {
      throw invalid('hours', 'calendar_or_hours');
    }
    const before = await readSchedule(ctx.tx, workspaceId, userId);
    const week = hours && withHours(hours.week);
    const zone = hours?.zone ?? null;
    await saveSchedule(ctx, userId, { calendar_id: calendarId, zone, week });
    const after = await readSchedule(ctx.tx, workspaceId, userId);
    tellAvailability(ctx, userId);
    ctx.audit({
      action: 'schedule.changed',
      subject: { kind: 'user', id: userId, name: after.user.name },
      before: saidOf(before),
      after: saidOf(after),
    });
    return after;
  },
});

/** Hours in which nobody ever works would be an absence without end. */
export function withHours(
  week: Readonly<Record<string, Span[] | undefined>>,
): Record<string, Span[]> {
  const days = Object.entries(week).flatMap(([day, spans]) =>
    spans && spans.length > 0 ? [[day, spans] as const] : [],
  );
  if (days.length === 0) {
    throw invalid('week', 'no_hours');
  }
  return Object.fromEntries(days);
}

const saidOf = ({ calendar, zone, week }: Schedule) => ({
  calendar: calendar?.name ?? null,
  ...(week && {
    zone,
    week: Object.entries(week).map(
      ([day, spans]) => `${day} ${spans.map(([from, to]) => `${from}–${to}`).join(', ')}`,
    ),
  }),
});
