import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { TicketTables } from '../tables.ts';
import { isNamed, visibleTo } from '../visibility.ts';

/** The id behind an id or number; null for an actor who may not see the ticket: for them it does not exist. */
export async function findTicketId(db: Reader, actor: Actor, ref: string): Promise<string | null> {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('ticket')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where(isNamed(ref))
    .where(visibleTo(actor))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** As `findTicketId`. @throws Refusal */
export async function requireTicketId(db: Reader, actor: Actor, ref: string): Promise<string> {
  const id = await findTicketId(db, actor, ref);
  if (id === null) {
    throw ticketNotFound();
  }
  return id;
}

export const ticketNotFound = () => new Refusal('not_found', 'ticket.not_found');

/**
 * The same id inside of a statement, whoever asks: so that what belongs to a ticket can be read in the same turn as the
 * question whether it may be.
 */
export function ticketIdBehind({ workspaceId }: Pick<Actor, 'workspaceId'>, ref: string) {
  return /^\d+$/.test(ref)
    ? sql<string>`(select id from ticket where workspace_id = ${workspaceId} and number = ${ref}::bigint)`
    : sql<string>`${ref}::uuid`;
}
