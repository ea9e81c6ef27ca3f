import { sql, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import type { WorkTables } from '../work-tables.ts';

export type LinkRecord = Selectable<WorkTables['ticket_link']>;
const tables = ({ tx }: CommandContext) => tx.withTables<WorkTables>();

type NewLink = Pick<LinkRecord, 'kind' | 'from_ticket_id' | 'to_ticket_id'>;

/** Null: the two are linked so already. */
export async function insertLink(ctx: CommandContext, link: NewLink): Promise<string | null> {
  const row = await tables(ctx)
    .insertInto('ticket_link')
    .values({
      ...link,
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      made_by_name: ctx.actor.name,
      made_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'from_ticket_id', 'to_ticket_id', 'kind']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findLink(
  ctx: CommandContext,
  linkId: string,
): Promise<LinkRecord | undefined> {
  return tables(ctx)
    .selectFrom('ticket_link')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', linkId)
    .executeTakeFirst();
}

/** False: somebody else has taken it away meanwhile. */
export async function deleteLink(ctx: CommandContext, linkId: string): Promise<boolean> {
  const { numDeletedRows } = await tables(ctx)
    .deleteFrom('ticket_link')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', linkId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * One change of the tree at a time in a workspace: two who each hang their own branch somewhere could else close a circle
 * between them, and neither would see it. Held to the end of the transaction.
 */
export async function lockTree(ctx: CommandContext): Promise<void> {
  const key = `ticket tree ${ctx.actor.workspaceId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.tx);
}

/** The wholes that a ticket is a part of, itself first. */
export async function ancestorsOf(ctx: CommandContext, ticketId: string): Promise<string[]> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select ${ticketId}::uuid as id
      union
      select link.to_ticket_id from up join ticket_link link on link.workspace_id = ${workspaceId}
        and link.from_ticket_id = up.id and link.kind = 'parent'
    ) select id from up`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}
