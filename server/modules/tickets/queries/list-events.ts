import { z } from 'zod';
import { EventLine, toEventLine } from '../../../kernel/event-line.ts';
import type { KernelTables } from '../../../kernel/kernel-tables.ts';
import { pageInput, pageOf } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { ticketRef } from '../schema.ts';
import { ticketPage } from './ticket-page.ts';

export const listEvents = defineQuery({
  name: 'tickets.list-events',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, ticketId: ticketRef }),
  output: pageOf(EventLine),
  run: ({ db, actor }, asked) =>
    ticketPage({ db, actor }, asked, {
      rows: (isOnPage, limit) =>
        db
          .withTables<KernelTables>()
          .selectFrom('event')
          .selectAll()
          .where(isOnPage)
          .orderBy('id')
          .limit(limit)
          .execute(),
      item: toEventLine,
    }),
});
