import { sql } from 'kysely';
import type { Reader } from '../../../../kernel/database.ts';
import type { TicketRecord } from '../../../tickets/public.ts';

export const ticketsAtOnce = 500;

/** Open tickets in the order of their ids, some at a time. */
export async function openTickets(
  db: Reader,
  workspaceId: string,
  after: string,
): Promise<TicketRecord[]> {
  const { rows } = await sql<TicketRecord>`
    select ticket.* from ticket where workspace_id = ${workspaceId} and id > ${after}::uuid
      and status in ('new', 'open', 'pending', 'on_hold') and merged_into is null
    order by id limit ${ticketsAtOnce}`.execute(db);
  return rows;
}
