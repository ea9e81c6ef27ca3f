import { sql } from 'kysely';
import type { CommandContext } from '../../../../kernel/commands.ts';
import { preparedRead, preparedWrite } from '../../../../kernel/prepared.ts';
import type { ChannelTables } from '../../schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;

export type Known = { messageId: string; ticketId: string; ticketMessageId: string | null };

export async function findReferences(
  ctx: Context,
  messageIds: readonly string[],
): Promise<Known[]> {
  if (messageIds.length === 0) {
    return [];
  }
  return references.all(ctx.tx, { workspaceId: ctx.actor.workspaceId, messageIds });
}

const references = preparedRead<{ workspaceId: string; messageIds: readonly string[] }, Known>(
  (db, slot) =>
    db
      .withTables<ChannelTables>()
      .selectFrom('mail_reference')
      .select([
        'message_id as messageId',
        'ticket_id as ticketId',
        'ticket_message_id as ticketMessageId',
      ])
      .where('workspace_id', '=', slot.workspaceId)
      // As a sub-select: with a list at hand the server plans the statement anew for every length of it.
      .where(sql<boolean>`message_id = any(array(select unnest(${slot.messageIds}::text[])))`)
      .compile(),
  { workspaceId: 'uuid', messageIds: 'text[]' },
);

/** What letters claim: their own Message-ID, and those they name that nobody has seen yet. */
export type Claim = {
  readonly ticketId: string;
  readonly messageId: string;
  readonly own: string | null;
  readonly awaited: readonly string[];
};

/**
 * Makes Message-IDs lead to a ticket; the first claim stays. Ids without a message of ours are awaited: when that letter
 * comes late, it belongs here.
 */
export function insertReferences(ctx: Context, claims: readonly Claim[]): void {
  const byId = new Map<string, { ticketId: string; messageId: string | null }>();
  for (const { ticketId, messageId, own, awaited } of claims) {
    for (const id of awaited.filter((one) => one !== own && !byId.has(one))) {
      byId.set(id, { ticketId, messageId: null });
    }
    if (own !== null && !byId.get(own)?.messageId) {
      byId.set(own, { ticketId, messageId });
    }
  }
  // In the order of the ids: two who claim the same ones must not wait for each other.
  const ids = [...byId.keys()].toSorted();
  if (ids.length > 0) {
    claimedReferences.later(ctx.tx, {
      workspaceId: ctx.actor.workspaceId,
      ids,
      ticketIds: ids.map((id) => byId.get(id)?.ticketId ?? ''),
      messageIds: ids.map((id) => byId.get(id)?.messageId ?? null),
    });
  }
}

type ClaimRows = {
  workspaceId: string;
  ids: readonly string[];
  ticketIds: readonly string[];
  messageIds: readonly (string | null)[];
};

const claimedReferences = preparedWrite<ClaimRows, unknown>(
  { table: 'mail_reference', by: 'change' },
  (db, slot) =>
    sql`insert into mail_reference (workspace_id, message_id, ticket_id, ticket_message_id)
      select ${slot.workspaceId}::uuid, claim.id, claim.ticket_id, claim.ticket_message_id
      from unnest(${slot.ids}::text[], ${slot.ticketIds}::uuid[], ${slot.messageIds}::uuid[])
        as claim (id, ticket_id, ticket_message_id)
      on conflict (workspace_id, message_id) do update
      set ticket_message_id = excluded.ticket_message_id, ticket_id = excluded.ticket_id
      where mail_reference.ticket_message_id is null and excluded.ticket_message_id is not null`.compile(
      db,
    ),
);
