import type { Reader } from '../../../kernel/database.ts';
import type { AllTables } from '../tables.ts';

export type Account = {
  readonly workspaceId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly active: boolean;
  readonly totpSecret: string | null;
  readonly totpEnabled: boolean;
  readonly company: string;
};

/** What signing in and proving a password need to know. For this module only: it holds the hash. */
export async function findAccount(
  db: Reader,
  workspaceId: string,
  who: { emailKey: string } | { id: string },
): Promise<Account | null> {
  const query = db
    .withTables<AllTables>()
    .selectFrom('user_account as user')
    .innerJoin('workspace', 'workspace.id', 'user.workspace_id')
    .where('user.workspace_id', '=', workspaceId)
    .select([
      'user.id',
      'user.name',
      'user.email',
      'user.password_hash as passwordHash',
      'user.active',
      'user.totp_secret as totpSecret',
      'user.totp_enabled_at',
      'workspace.name as company',
    ]);
  const row = await (
    'id' in who
      ? query.where('user.id', '=', who.id)
      : query.where('user.email_key', '=', who.emailKey)
  ).executeTakeFirst();
  return row ? { ...row, workspaceId, totpEnabled: row.totp_enabled_at !== null } : null;
}
