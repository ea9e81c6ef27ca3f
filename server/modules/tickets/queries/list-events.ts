import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { EventLine, toEventLine } from '../../../kernel/event-line.ts';
import type { KernelTables } from '../../../kernel/kernel-tables.ts';
import { ticketRef } from '../schema.ts';
import { requireTicketId } from './require-ticket.ts';

const Cursor = z.tuple([z.uuid()]);

export const listEvents = defineQuery({
  name: 'tickets.list-events',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, ticketId: ticketRef }),
  output: pageOf(EventLine),

  async run({ db, actor }, { ticketId: ref, limit, after }) {
    const ticketId = await requireTicketId(db, actor, ref);
    let query = db
      .withTables<KernelTables>()
      .selectFrom('event')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('ticket_id', '=', ticketId);
    if (after) {
      const [lastId] = decodeCursor(after, Cursor);
      query = query.where('id', '>', lastId);
    }
    const rows = await query
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, { item: toEventLine, cursor: (row) => [row.id] });
  },
});
