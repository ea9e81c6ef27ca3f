import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { id } from '../../../kernel/text.ts';
import { readCalendar } from '../queries/read-calendars.ts';
import type { OwnDays } from '../rules/production-calendar.ts';
import { writeDays } from './write-days.ts';

export type ExportParts = { readonly db: Database; readonly clock: Clock };

export const exportDaysRoute = ({ db, clock }: ExportParts): Route =>
  specialRoute('GET /calendars/:calendarId/export', {
    name: 'calendars.export-days',
    summary: 'Days off, short days and other own days, as iCalendar',
    permission: 'ticket.read',
    input: z.strictObject({ calendarId: id() }),
    contentType: 'text/calendar',
    async handle({ actor, input, locale }) {
      const { workspaceId } = actor as Actor;
      const calendar = await db.read(workspaceId, (reader) =>
        readCalendar(reader, workspaceId, input.calendarId),
      );
      const { name, zone, week, country, days } = calendar;
      const own = { zone, week, country, days: days as OwnDays };
      return {
        content: writeDays({ id: calendar.id, name, calendar: own }, { now: clock(), locale }),
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': `attachment; filename="calendar.ics"; filename*=UTF-8''${encoded(name)}.ics`,
          'cache-control': 'no-store',
        },
      };
    },
  });

/** RFC 8187: what a URL may hold unescaped and this may not is escaped too. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
