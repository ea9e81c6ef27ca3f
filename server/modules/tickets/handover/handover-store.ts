import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { NameTables } from '../tables.ts';
import type { HandoverTables } from './handover-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
type People = { readonly mergeId: string; readonly mergedId: string; readonly keptId: string };

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<HandoverTables>();

/** Where both took part by one and the same move of a conversation, nothing goes over. */
const inNoPlaceOf = (keptId: string) =>
  sql<boolean>`not exists (select 1 from ticket_participant other where other.workspace_id = place.workspace_id
    and other.ticket_id = place.ticket_id and other.move_id = place.move_id and other.person_id = ${keptId})`;

/** Tickets that a person asked for, wrote into or takes part in, with their row locks, by id. */
export async function lockTicketsOf(
  ctx: Context,
  { mergedId: personId, keptId }: Pick<People, 'mergedId' | 'keptId'>,
  atMost: number,
) {
  const { workspaceId } = ctx.actor;
  return tables(ctx)
    .selectFrom('ticket')
    .select(['id', 'requester_id', 'organization_id'])
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`id in (
        select id from ticket where workspace_id = ${workspaceId} and requester_id = ${personId}
        union select ticket_id from message where workspace_id = ${workspaceId} and author_id = ${personId}
          and is_new_participant
        union select ticket_id from ticket_participant place where workspace_id = ${workspaceId} and person_id = ${personId}
          and ${inNoPlaceOf(keptId)})`,
    )
    .orderBy('id')
    .limit(atMost)
    .forUpdate()
    .execute();
}

export async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .withTables<NameTables>()
    .selectFrom('person')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The messages and the place in the conversation go over; what went is remembered, once more if the ticket was met before. */
export async function recordHandover(
  ctx: Context,
  { mergeId, mergedId, keptId }: People,
  ticketId: string,
): Promise<void> {
  const { workspaceId } = ctx.actor;
  await sql`
    with written as (
      update message set author_id = ${keptId} where workspace_id = ${workspaceId} and ticket_id = ${ticketId}
        and author_kind = 'person' and author_id = ${mergedId}
      returning id
    ), placed as (
      update ticket_participant place set person_id = ${keptId} where workspace_id = ${workspaceId}
        and ticket_id = ${ticketId} and person_id = ${mergedId}
        and ${inNoPlaceOf(keptId)}
      returning move_id
    )
    insert into ticket_handover (workspace_id, merge_id, ticket_id, requester, message_ids, move_ids)
    select ${workspaceId}, ${mergeId}, ticket.id, ticket.requester_id = ${mergedId},
      coalesce((select array_agg(id) from written), '{}'), coalesce((select array_agg(move_id) from placed), '{}')
    from ticket where workspace_id = ${workspaceId} and id = ${ticketId}
    on conflict (workspace_id, merge_id, ticket_id) do update set
      requester = ticket_handover.requester or excluded.requester,
      message_ids = ticket_handover.message_ids || excluded.message_ids,
      move_ids = ticket_handover.move_ids || excluded.move_ids`.execute(ctx.tx);
}

/** Where the person belongs now; null: nowhere. */
export async function organizationOf(ctx: Context, personId: string): Promise<string | null> {
  const row = await ctx.tx
    .withTables<{
      person: { workspace_id: string; id: string; organization_id: string | null };
    }>()
    .selectFrom('person')
    .select('organization_id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.organization_id ?? null;
}

/** The row lock is held; a handover remembers it, so that an undo knows what was empty. */
export async function saveOrganization(
  ctx: Context,
  ticketId: string,
  { organizationId, mergeId }: { organizationId: string | null; mergeId: string | null },
): Promise<void> {
  await tables(ctx)
    .updateTable('ticket')
    .set({ organization_id: organizationId })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', ticketId)
    .execute();
  if (mergeId) {
    await tables(ctx)
      .updateTable('ticket_handover')
      .set({ took_organization_id: organizationId })
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('merge_id', '=', mergeId)
      .where('ticket_id', '=', ticketId)
      .execute();
  }
}

/** The row lock is held. Lists are ordered by what happened to a ticket; this did not happen to it. */
export async function saveRequester(ctx: Context, ticketId: string, personId: string) {
  await tables(ctx)
    .updateTable('ticket')
    .set({ requester_id: personId, version: sql<number>`version + 1` })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', ticketId)
    .execute();
}

export async function lockHandovers(ctx: Context, mergeId: string, atMost: number) {
  return tables(ctx)
    .selectFrom('ticket_handover')
    .innerJoin('ticket', (join) =>
      join
        .onRef('ticket.workspace_id', '=', 'ticket_handover.workspace_id')
        .onRef('ticket.id', '=', 'ticket_handover.ticket_id'),
    )
    .select([
      'ticket_id',
      'requester',
      'move_ids',
      'message_ids',
      'took_organization_id',
      'ticket.requester_id',
      'ticket.organization_id',
    ])
    .where('ticket_handover.workspace_id', '=', ctx.actor.workspaceId)
    .where('merge_id', '=', mergeId)
    .orderBy('ticket_id')
    .limit(atMost)
    .forUpdate()
    .execute();
}

type Handover = Awaited<ReturnType<typeof lockHandovers>>[number];

/** Messages have their author and conversations their participant again; the remembrance has served. */
export async function revertHandover(
  ctx: Context,
  { mergeId, mergedId, keptId }: People,
  { ticket_id: ticketId, move_ids: moveIds, message_ids: messageIds }: Handover,
): Promise<void> {
  const { workspaceId } = ctx.actor;
  await sql`
    with written as (
      update message set author_id = ${mergedId} where workspace_id = ${workspaceId}
        and id = any(${sql.val(messageIds)}::uuid[]) and author_id = ${keptId}
    ), placed as (
      update ticket_participant set person_id = ${mergedId} where workspace_id = ${workspaceId}
        and ticket_id = ${ticketId} and person_id = ${keptId} and move_id = any(${sql.val(moveIds)}::uuid[])
    )
    delete from ticket_handover where workspace_id = ${workspaceId} and merge_id = ${mergeId}
      and ticket_id = ${ticketId}`.execute(ctx.tx);
}
