import { sql, type Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import type { Around, ComposerTables } from './composer-tables.ts';
import type { TicketRecord } from './store.ts';
import type { TicketTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type HeldAnswer = Selectable<ComposerTables['held_answer']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ComposerTables & TicketTables>();

/** Remembers the ticket as it was before an answer that may be taken back. */
export async function holdAnswer(
  ctx: Context,
  messageId: string,
  { ticket, after, until }: { ticket: TicketRecord; after: TicketRecord; until: Date },
): Promise<void> {
  const before: Around = {
    status: { before: ticket.status, after: after.status },
    assigneeId: { before: ticket.assignee_id, after: after.assignee_id },
    firstRespondedAt: ticket.first_responded_at?.toISOString() ?? null,
    lastMessageAt: ticket.last_message_at.toISOString(),
    lastMessageBy: ticket.last_message_by,
    preview: ticket.preview,
  };
  // Those of the past can be taken back no longer; each new one takes a few of them away.
  await sql`delete from held_answer where (workspace_id, message_id) in (select workspace_id, message_id
    from held_answer where workspace_id = ${ctx.actor.workspaceId} and until < ${ctx.now} order by until limit 5
    for update skip locked)`.execute(ctx.tx);
  await tables(ctx)
    .insertInto('held_answer')
    .values({
      workspace_id: ctx.actor.workspaceId,
      message_id: messageId,
      ticket_id: ticket.id,
      author_id: ctx.actor.id as string,
      until,
      before: JSON.stringify(before),
    })
    .execute();
}

export async function findHeldAnswer(
  ctx: Context,
  messageId: string,
): Promise<HeldAnswer | undefined> {
  return tables(ctx)
    .selectFrom('held_answer')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
}

/** What the conversation looks like without a message: its last word, and when somebody answered first. */
export async function conversationWithout(
  ctx: Context,
  ticketId: string,
  messageId: string,
): Promise<{ lastPublicId: string | null; firstAnswerAt: Date | null }> {
  const { rows } = await sql<{ last: string | null; first: Date | null }>`
    select (select id from message where workspace_id = ${ctx.actor.workspaceId} and ticket_id = ${ticketId}
        and visibility = 'public' order by id desc limit 1) as last,
      (select min(created_at) from message where workspace_id = ${ctx.actor.workspaceId} and ticket_id = ${ticketId}
        and visibility = 'public' and author_kind = 'user' and direction = 'out' and id <> ${messageId}) as first`.execute(
    ctx.tx,
  );
  return { lastPublicId: rows[0]?.last ?? null, firstAnswerAt: rows[0]?.first ?? null };
}
