import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { mustHaveHours, noteChange, withDays } from '../changes.ts';
import { readCalendar } from '../queries/read-calendars.ts';
import type { OwnDays } from '../rules/production-calendar.ts';
import { Calendar, calendarFields } from '../schema.ts';
import {
  lockCalendar,
  saveCalendar,
  setTeams,
  takeDefaultAway,
  type CalendarRecord,
} from '../store.ts';

const input = z.strictObject({
  calendarId: id(),
  version: version().optional(),
  name: calendarFields.name.optional(),
  zone: calendarFields.zone.optional(),
  /** All of it: a weekday that is not named is a day off. */
  week: calendarFields.week.optional(),
  country: calendarFields.country.optional(),
  days: calendarFields.days.optional(),
  teamIds: calendarFields.teamIds.optional(),
  /** The one that was the default ceases to be. */
  isDefault: z.literal(true).optional(),
});

export const changeCalendar = defineCommand({
  name: 'calendars.change',
  permission: 'calendar.change',
  input,
  output: Calendar,

  async run(ctx, asked) {
    const row = await lockCalendar(ctx, asked.calendarId);
    mustBeCurrent(row, asked.version);
    const before = await readCalendar(ctx.tx, ctx.actor.workspaceId, row.id);
    const next = changed(row, asked);
    mustHaveHours(next, ctx.now);
    if (asked.isDefault && !row.is_default) {
      await takeDefaultAway(ctx);
    }
    await saveCalendar(ctx, next);
    if (asked.teamIds) {
      await setTeams(ctx, row.id, asked.teamIds);
    }
    const after = await readCalendar(ctx.tx, ctx.actor.workspaceId, row.id);
    noteChange(ctx, 'calendar.changed', before, after);
    return after;
  },
});

const changed = (row: CalendarRecord, asked: z.output<typeof input>): CalendarRecord => ({
  ...row,
  name: asked.name ?? row.name,
  zone: asked.zone ?? row.zone,
  week: (asked.week as CalendarRecord['week'] | undefined) ?? row.week,
  country: asked.country === undefined ? row.country : asked.country,
  days: asked.days ? withDays(row.days, asked.days as OwnDays) : row.days,
  is_default: asked.isDefault ?? row.is_default,
  version: row.version + 1,
});
