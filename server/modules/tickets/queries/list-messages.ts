import { z } from 'zod';
import { pageInput, pageOf } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { fileCard } from '../files.ts';
import { Message, ticketRef } from '../schema.ts';
import type { TicketTables } from '../tables.ts';
import { attachedFiles, toMessage } from './read-messages.ts';
import { ticketPage } from './ticket-page.ts';

export const listMessages = defineQuery({
  name: 'tickets.list-messages',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, ticketId: ticketRef }),
  output: pageOf(Message),
  run: ({ db, actor }, asked) =>
    ticketPage({ db, actor }, asked, {
      rows: (isOnPage, limit) =>
        db
          .withTables<TicketTables>()
          .selectFrom('message')
          .selectAll()
          .select(attachedFiles.as('attached'))
          .where(isOnPage)
          .orderBy('id')
          .limit(limit)
          .execute(),
      item: (row) => toMessage(row, row.attached.map(fileCard)),
    }),
});
