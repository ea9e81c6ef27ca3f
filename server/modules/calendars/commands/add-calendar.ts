import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { mustHaveHours, noteChange, withDays } from '../changes.ts';
import { readCalendar } from '../queries/read-calendars.ts';
import type { OwnDays } from '../rules/production-calendar.ts';
import { Calendar, calendarFields } from '../schema.ts';
import { insertCalendar, setTeams, type CalendarRecord } from '../store.ts';

export const addCalendar = defineCommand({
  name: 'calendars.add',
  permission: 'calendar.change',
  input: z.strictObject({
    name: calendarFields.name,
    zone: calendarFields.zone,
    week: calendarFields.week,
    country: calendarFields.country.default(null),
    days: calendarFields.days.default({}),
    teamIds: calendarFields.teamIds.default([]),
  }),
  output: Calendar,

  async run(ctx, { name, zone, week, country, days, teamIds }) {
    const row: CalendarRecord = {
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      name,
      zone,
      week: week as CalendarRecord['week'],
      days: withDays({}, days as OwnDays),
      country,
      is_default: false,
      version: 1,
      created_at: ctx.now,
    };
    mustHaveHours(row, ctx.now);
    await insertCalendar(ctx, row);
    await setTeams(ctx, row.id, teamIds);
    const after = await readCalendar(ctx.tx, ctx.actor.workspaceId, row.id);
    noteChange(ctx, 'calendar.added', null, after);
    return after;
  },
});
