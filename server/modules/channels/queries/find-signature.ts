import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { SignatureTables } from '../signature-tables.ts';

type TeamNames = { team: { workspace_id: string; id: string; name: string } };

/** Of the team, else everybody's, as it was written; with the name of the ticket's team. */
export async function findSignature(
  db: Reader,
  workspaceId: string,
  teamId: string | null,
): Promise<{ body: string; html: string | null; team: string | null } | undefined> {
  return db
    .withTables<SignatureTables & TeamNames>()
    .selectFrom('signature')
    .select(['body', 'html'])
    .select(
      sql<
        string | null
      >`(select name from team where workspace_id = ${workspaceId} and id = ${teamId}::uuid)`.as(
        'team',
      ),
    )
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`(team_id = ${teamId}::uuid or team_id is null)`)
    .orderBy(sql`team_id nulls last`)
    .limit(1)
    .executeTakeFirst();
}
