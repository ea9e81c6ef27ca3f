import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { KernelTables } from '../../../kernel/kernel-tables.ts';
import { newId } from '../../../kernel/ids.ts';
import { ticketOpened } from '../events.ts';
import type { TicketTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;

/** Whether anybody was ever told that it came. */
export async function wasOpened({ tx, actor }: Context, ticketId: string): Promise<boolean> {
  const row = await tx
    .withTables<KernelTables>()
    .selectFrom('event')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('ticket_id', '=', ticketId)
    .where('name', '=', ticketOpened.name)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type RemovedTicket = {
  readonly id: string;
  readonly number: number;
  readonly requesterId: string;
};

/** Deletes tickets that lie in spam untouched since `before`, with all that hangs on them, and takes them off the counters. */
export async function deleteSpam(
  { tx, actor: { workspaceId } }: Context,
  { before, limit }: { before: Date; limit: number },
): Promise<RemovedTicket[]> {
  const { rows } = await sql<RemovedTicket & { teamId: string | null; assigneeId: string | null }>`
    delete from ticket where workspace_id = ${workspaceId} and id in (
      select id from ticket where workspace_id = ${workspaceId} and status = 'spam' and updated_at < ${before}
      order by updated_at limit ${limit} for update skip locked)
    returning id, number, requester_id as "requesterId", team_id as "teamId", assignee_id as "assigneeId"`.execute(
    tx,
  );
  if (rows.length > 0) {
    const lost = rows.map(({ teamId, assigneeId }) => ({
      workspace_id: workspaceId,
      id: newId(),
      status: 'spam' as const,
      team_id: teamId,
      assignee_id: assigneeId,
      n: -1,
    }));
    await tx.withTables<TicketTables>().insertInto('ticket_tally').values(lost).execute();
  }
  return rows.map(({ id, number, requesterId }) => ({ id, number, requesterId }));
}
