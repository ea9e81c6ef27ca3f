import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import {
  attemptLivesMs,
  type OAuthTables,
  type ApplicationRow,
  type AttemptRow,
} from './oauth-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

export async function saveApplication(ctx: Context, row: ApplicationRow): Promise<void> {
  await ctx.tx
    .withTables<OAuthTables>()
    .insertInto('oauth_application')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'provider']).doUpdateSet(row))
    .execute();
}

export async function insertAttempt(ctx: Context, row: AttemptRow): Promise<void> {
  const tables = ctx.tx.withTables<OAuthTables>();
  await tables
    .deleteFrom('oauth_attempt')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('created_at', '<', new Date(ctx.now.getTime() - attemptLivesMs))
    .execute();
  await tables.insertInto('oauth_attempt').values(row).execute();
}

/** The attempt of this very person; anybody else's does not exist. */
export async function lockAttempt(ctx: Context, state: string): Promise<AttemptRow> {
  const row = await ctx.tx
    .withTables<OAuthTables>()
    .selectFrom('oauth_attempt')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('state', '=', state)
    .where('user_id', '=', ctx.actor.id)
    .where('created_at', '>=', new Date(ctx.now.getTime() - attemptLivesMs))
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_allowed', 'oauth.attempt_unknown');
  }
  return row;
}

export async function saveAttempt(
  ctx: Context,
  state: string,
  columns: Pick<AttemptRow, 'tokens' | 'address'>,
): Promise<void> {
  await ctx.tx
    .withTables<OAuthTables>()
    .updateTable('oauth_attempt')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('state', '=', state)
    .execute();
}

export async function deleteAttempt(ctx: Context, state: string): Promise<void> {
  await ctx.tx
    .withTables<OAuthTables>()
    .deleteFrom('oauth_attempt')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('state', '=', state)
    .execute();
}
