import { sql, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { addFollower, removeFollower, type TicketRecord } from '../store.ts';
import type { TicketTables } from '../tables.ts';
import type { WorkTables } from '../work-tables.ts';

export type MoveRecord = Selectable<WorkTables['ticket_move']>;
const tables = ({ tx }: CommandContext) => tx.withTables<TicketTables & WorkTables>();

type NewMove = Omit<
  MoveRecord,
  'workspace_id' | 'id' | 'done_by' | 'done_by_name' | 'done_at' | 'undone_at'
>;

export async function insertMove(ctx: CommandContext, move: NewMove): Promise<string> {
  const id = newId();
  await tables(ctx)
    .insertInto('ticket_move')
    .values({
      ...move,
      workspace_id: ctx.actor.workspaceId,
      id,
      done_by: ctx.actor.id,
      done_by_name: ctx.actor.name,
      done_at: ctx.now,
    })
    .execute();
  return id;
}

export async function findMove(ctx: CommandContext, moveId: string): Promise<MoveRecord> {
  const row = await tables(ctx)
    .selectFrom('ticket_move')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', moveId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'move.not_found');
  }
  return row;
}

/** False: somebody has taken it back already. The rows of both tickets are locked. */
export async function markUndone(ctx: CommandContext, moveId: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('ticket_move')
    .set({ undone_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', moveId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Those of `ids` that are in `from` (all of it when null) are in `to` afterwards; which they were. */
export async function moveMessages(
  ctx: CommandContext,
  { from, to, ids }: { from: string; to: string; ids: readonly string[] | null },
): Promise<string[]> {
  let update = tables(ctx)
    .updateTable('message')
    .set({ ticket_id: to })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', from);
  if (ids) {
    update = update.where('id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`);
  }
  const rows = await update.returning('id').execute();
  return rows.map(({ id }) => id);
}

/** How many messages a ticket has, and how many of these are among them. */
export async function countChosen(
  ctx: CommandContext,
  ticketId: string,
  messageIds: readonly string[],
): Promise<{ all: number; chosen: number }> {
  return tables(ctx)
    .selectFrom('message')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`count(*) filter (where id = any(${sql.val(messageIds)}::uuid[]))::int`.as(
        'chosen',
      ),
    ])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow();
}

export async function countMessagesSince(
  ctx: CommandContext,
  move: Pick<MoveRecord, 'id' | 'to_ticket_id' | 'message_ids' | 'done_at'>,
): Promise<number> {
  const { n } = await tables(ctx)
    .selectFrom('message')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', move.to_ticket_id)
    .where(sql<boolean>`(created_at, id) > (${move.done_at}::timestamptz, ${move.id}::uuid)`)
    .where(sql<boolean>`id <> all(${sql.val(move.message_ids)}::uuid[])`)
    .executeTakeFirstOrThrow();
  return n;
}

/** The customer of the merged ticket and those whom it had gathered itself stay in the conversation. */
export async function keepParticipants(
  ctx: CommandContext,
  moveId: string,
  { source, target }: { source: TicketRecord; target: TicketRecord },
): Promise<void> {
  const workspaceId = ctx.actor.workspaceId;
  await sql`insert into ticket_participant (workspace_id, ticket_id, person_id, move_id)
    select ${workspaceId}::uuid, ${target.id}::uuid, person_id, ${moveId}::uuid from (
      select ${source.requester_id}::uuid as person_id
      union select person_id from ticket_participant where workspace_id = ${workspaceId} and ticket_id = ${source.id}
    ) as known where person_id <> ${target.requester_id}`.execute(ctx.tx);
}

export async function dropParticipants(ctx: CommandContext, moveId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('ticket_participant')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('move_id', '=', moveId)
    .execute();
}

/** Whoever kept an eye on the merged ticket goes on doing so; who came new by that. */
export async function carryFollowers(
  ctx: CommandContext,
  from: string,
  to: string,
): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('ticket_follower')
    .select('user_id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', from)
    .execute();
  const added = [];
  for (const { user_id: userId } of rows) {
    if (await addFollower(ctx, to, userId)) {
      added.push(userId);
    }
  }
  return added;
}

export async function dropFollowers(
  ctx: CommandContext,
  ticketId: string,
  userIds: readonly string[],
): Promise<void> {
  for (const userId of userIds) {
    await removeFollower(ctx, ticketId, userId);
  }
}
