import type { Database } from '../../../../kernel/database.ts';
import type { ApprovalTables } from '../schema.ts';

const atOnce = 100;

/** Undecided approvals in order of their deadlines; up to `until`, or the next one of all. */
export const listByDeadline = (
  db: Database,
  workspaceId: string,
  until: Date | null,
): Promise<{ id: string; deadline: Date }[]> =>
  db.read(workspaceId, async (reader) => {
    const rows = await reader
      .withTables<ApprovalTables>()
      .selectFrom('approval')
      .select(['id', 'deadline'])
      .where('workspace_id', '=', workspaceId)
      .where('state', '=', 'pending')
      .where('deadline', 'is not', null)
      .$if(until !== null, (query) => query.where('deadline', '<=', until))
      .orderBy('deadline')
      .limit(until === null ? 1 : atOnce)
      .execute();
    return rows.flatMap(({ id, deadline }) => (deadline ? [{ id, deadline }] : []));
  });
