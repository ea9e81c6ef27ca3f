import { sql, type SqlBool } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { preparedRead } from '../../../kernel/prepared.ts';
import type { TicketRecord } from '../store.ts';
import type { TicketTables } from '../tables.ts';
import { seenFrom } from '../visibility.ts';

type Place = { readonly ticketId: string; readonly messageId: string | null };

/** One statement, since every answer that comes in asks it; a merged ticket is rare and costs another. */
export async function lockPlace(
  ctx: CommandContext,
  { ticketId, messageId }: Place,
): Promise<TicketRecord | undefined> {
  const { workspaceId, scope, id, teamIds } = ctx.actor;
  const seesAll = scope === 'all';
  const rows = await place.all(ctx.tx, { workspaceId, ticketId, messageId, seesAll, id, teamIds });
  return rows[0];
}

type Asked = Place & {
  readonly workspaceId: string;
  readonly seesAll: boolean;
  readonly id: string | null;
  readonly teamIds: readonly string[];
};

const place = preparedRead<Asked, TicketRecord>(
  (db, slot) =>
    db
      .withTables<TicketTables>()
      .selectFrom('ticket')
      .selectAll()
      .where('workspace_id', '=', slot.workspaceId)
      // A sub-select as a whole: under row-level security a condition that holds a function besides one is no condition of an
      // index, and every ticket of the workspace would be looked at.
      .where(
        sql<SqlBool>`id = (select coalesce((select ticket_id from message
        where workspace_id = ${slot.workspaceId} and id = ${slot.messageId}), ${slot.ticketId}::uuid))`,
      )
      .where(sql<SqlBool>`(${slot.seesAll}::boolean or ${seenFrom(slot)})`)
      .forUpdate()
      .compile(),
  {
    workspaceId: 'uuid',
    ticketId: 'uuid',
    messageId: 'uuid',
    seesAll: 'boolean',
    id: 'uuid',
    teamIds: 'uuid[]',
  },
);

/** The end of a ticket's merges: the one that takes messages now. */
export async function livingTicketId(
  ctx: Pick<CommandContext, 'tx' | 'actor'>,
  ticketId: string,
): Promise<string> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<{ id: string }>`
    with recursive home as (
      select id, merged_into from ticket where workspace_id = ${workspaceId} and id = ${ticketId}
      union all
      select next.id, next.merged_into from home
        join ticket next on next.workspace_id = ${workspaceId} and next.id = home.merged_into
    ) select id from home where merged_into is null`.execute(ctx.tx);
  return rows[0]?.id ?? ticketId;
}
