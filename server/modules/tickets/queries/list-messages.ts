import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { fileCard } from '../files.ts';
import { Message, ticketRef } from '../schema.ts';
import type { TicketTables } from '../tables.ts';
import { readFiles, toMessage } from './read-messages.ts';
import { requireTicketId } from './require-ticket.ts';

const Cursor = z.tuple([z.uuid()]);

export const listMessages = defineQuery({
  name: 'tickets.list-messages',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, ticketId: ticketRef }),
  output: pageOf(Message),

  async run({ db, actor }, { ticketId: ref, limit, after }) {
    const ticketId = await requireTicketId(db, actor, ref);
    let query = db
      .withTables<TicketTables>()
      .selectFrom('message')
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
    const files = await readFiles(
      db,
      actor.workspaceId,
      rows.slice(0, limit).map(({ id }) => id),
    );
    return toPage(rows, limit, {
      item: (row) => toMessage(row, (files.get(row.id) ?? []).map(fileCard)),
      cursor: (row) => [row.id],
    });
  },
});
