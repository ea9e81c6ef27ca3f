import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

export type OAuthTables = {
  oauth_application: {
    workspace_id: string;
    provider: 'google' | 'microsoft' | 'yandex';
    client_id: string;
    client_secret: string | null;
    authorize_url: string | null;
    token_url: string | null;
    user_url: string | null;
    version: number;
  };
  oauth_attempt: {
    workspace_id: string;
    state: string;
    user_id: string;
    provider: 'google' | 'microsoft' | 'yandex';
    verifier: string;
    tokens: string | null;
    address: string | null;
    created_at: Date;
  };
};

export type ApplicationRow = OAuthTables['oauth_application'];
export type AttemptRow = OAuthTables['oauth_attempt'];

/** A person needs minutes at the provider's page, not hours. */
export const attemptLivesMs = 30 * 60_000;

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
