import { sql } from 'kysely';
import type { CommandContext } from '../../../../kernel/commands.ts';
import { previewOf } from '../../rules/text.ts';
import type { TicketRecord } from '../../store.ts';

type Counted = {
  n: number;
  body: string | null;
  kind: 'person' | 'user' | 'system' | null;
  at: Date | null;
  answered: Date | null;
};

const writers = { person: 'customer', user: 'agent', system: 'system' } as const;

/**
 * What the row of a ticket says of its messages, read from the messages themselves: after they went from one ticket to
 * another, counting on would add up every earlier mistake. A ticket that is left empty keeps its last words.
 */
export async function conversationColumns(ctx: CommandContext, ticket: TicketRecord) {
  const at = sql`workspace_id = ${ctx.actor.workspaceId} and ticket_id = ${ticket.id}`;
  const { rows } = await sql<Counted>`
    select (select count(*)::int from message where ${at}) as n, last.body, last.author_kind as kind, last.created_at as at,
      (select min(created_at) from message where ${at} and visibility = 'public' and direction = 'out'
        and author_kind = 'user') as answered
    from (select 1) as one left join lateral (select body, author_kind, created_at from message
      where ${at} and visibility = 'public' order by created_at desc, id desc limit 1) as last on true`.execute(
    ctx.tx,
  );
  const [{ n, body, kind, at: lastAt, answered }] = rows as [Counted];
  if (n === 0 || kind === null || lastAt === null) {
    return { message_count: n };
  }
  return {
    message_count: n,
    first_responded_at: answered,
    last_message_at: lastAt,
    last_message_by: writers[kind],
    preview: previewOf(body ?? '') || ticket.preview,
  };
}
