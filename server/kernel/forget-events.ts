import { sql } from 'kysely';
import type { Tx } from './database.ts';

/**
 * Takes facts out of the log: the only ones that ever go are those about what never was, e.g. a company for trying things
 * out. Everything else only grows; see docs/decisions/0117.
 */
export async function forgetEvents(
  tx: Tx,
  workspaceId: string,
  about: { readonly ticketIds?: readonly string[]; readonly personIds?: readonly string[] },
): Promise<void> {
  const { ticketIds = [], personIds = [] } = about;
  await sql`delete from event where workspace_id = ${workspaceId}
    and ticket_id = any(${sql.val(ticketIds)}::uuid[])`.execute(tx);
  if (personIds.length > 0) {
    await sql`delete from event where workspace_id = ${workspaceId} and ticket_id is null
      and person_id = any(${sql.val(personIds)}::uuid[])`.execute(tx);
  }
}
