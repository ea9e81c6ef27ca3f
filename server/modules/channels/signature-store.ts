import { sql, type Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { isForeignKeyViolation } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { SignatureTables } from './signature-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type SignatureRecord = Selectable<SignatureTables['signature']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<SignatureTables>();

const ofTeam = (teamId: string | null) =>
  sql<boolean>`team_id is not distinct from ${teamId}::uuid`;

/** Takes the row lock. */
export async function lockSignature(
  ctx: Context,
  teamId: string | null,
): Promise<SignatureRecord | undefined> {
  return tables(ctx)
    .selectFrom('signature')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where(ofTeam(teamId))
    .forUpdate()
    .executeTakeFirst();
}

export async function putSignature(
  ctx: Context,
  teamId: string | null,
  { body, html }: { body: string; html: string | null },
): Promise<void> {
  try {
    await sql`insert into signature (workspace_id, id, team_id, body, html)
      values (${ctx.actor.workspaceId}, ${newId()}, ${teamId}, ${body}, ${html})
      on conflict (workspace_id, team_id) do update
        set body = excluded.body, html = excluded.html, version = signature.version + 1`.execute(
      ctx.tx,
    );
  } catch (error) {
    throw isForeignKeyViolation(error) ? new Refusal('not_found', 'team.not_found') : error;
  }
}

export async function deleteSignature(ctx: Context, teamId: string | null): Promise<void> {
  await tables(ctx)
    .deleteFrom('signature')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where(ofTeam(teamId))
    .execute();
}
