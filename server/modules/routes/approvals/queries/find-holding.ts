import type { Reader } from '../../../../kernel/database.ts';
import type { ApprovalTables } from '../schema.ts';

/** The status that a ticket had before an undecided approval put it on hold; null: none holds it. */
export async function findHolding(
  db: Reader,
  { workspace_id, id }: { workspace_id: string; id: string },
): Promise<string | null> {
  const row = await db
    .withTables<ApprovalTables>()
    .selectFrom('approval')
    .select('status_before')
    .where('workspace_id', '=', workspace_id)
    .where('ticket_id', '=', id)
    .where('state', '=', 'pending')
    .where('status_before', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row?.status_before ?? null;
}
