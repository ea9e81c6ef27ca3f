import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { visibleTo } from '../../tickets/public.ts';
import { AbsenceTicket } from '../schema.ts';
import type { AvailabilityTables, NameTables } from '../tables.ts';
import { readAbsence } from './read-absences.ts';

const Cursor = z.tuple([z.uuid()]);

/** What an absence has handed over, to whom, and what became of it; of the tickets that one may see. */
export const listAbsenceTickets = defineQuery({
  name: 'availability.list-absence-tickets',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, absenceId: id() }),
  output: pageOf(AbsenceTicket),

  async run({ db, actor }, { limit, after, absenceId }) {
    await readAbsence(db, actor, absenceId);
    let query = db
      .withTables<AvailabilityTables & NameTables>()
      .selectFrom('absence_ticket')
      .innerJoin('ticket', (join) =>
        join
          .onRef('ticket.workspace_id', '=', 'absence_ticket.workspace_id')
          .onRef('ticket.id', '=', 'absence_ticket.ticket_id'),
      )
      .leftJoin('user_account as substitute', (join) =>
        join
          .onRef('substitute.workspace_id', '=', 'absence_ticket.workspace_id')
          .onRef('substitute.id', '=', 'absence_ticket.to_user_id'),
      )
      .select(['ticket.id', 'ticket.number', 'ticket.subject', 'absence_ticket.state'])
      .select(['absence_ticket.to_user_id', 'substitute.name', 'absence_ticket.handed_at'])
      .where('absence_ticket.workspace_id', '=', actor.workspaceId)
      .where('absence_ticket.absence_id', '=', absenceId)
      .where(visibleTo(actor))
      .orderBy('absence_ticket.ticket_id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [last] = decodeCursor(after, Cursor);
      query = query.where('absence_ticket.ticket_id', '>', last);
    }
    return toPage(await query.execute(), limit, {
      item: (row) => ({
        ticket: { id: row.id, number: row.number, subject: row.subject },
        to: row.to_user_id === null ? null : { id: row.to_user_id, name: row.name ?? '' },
        state: row.state,
        handedAt: row.handed_at.toISOString(),
      }),
      cursor: (row) => [row.id],
    });
  },
});
