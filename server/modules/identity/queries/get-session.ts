import { z } from 'zod';
import { Refusal } from '../../../kernel/errors.ts';
import type { Permission } from '../../../kernel/modules.ts';
import { defineQuery, type QueryContext } from '../../../kernel/queries.ts';
import { permissionsOf } from '../rules.ts';
import { session, workspaceSettings, type Session } from '../schema.ts';
import type { AllTables } from '../tables.ts';

/** Who is signed in, where, and what they may do. */
export const getSession = (catalogue: readonly Permission[]) =>
  defineQuery({
    name: 'get-session',
    permission: 'session',
    input: z.strictObject({}),
    output: session,
    async run({ db, actor, now }: QueryContext): Promise<Session> {
      const row = await db
        .withTables<AllTables>()
        .selectFrom('user_account as user')
        .innerJoin('role', (join) =>
          join
            .onRef('role.workspace_id', '=', 'user.workspace_id')
            .onRef('role.id', '=', 'user.role_id'),
        )
        .innerJoin('workspace', 'workspace.id', 'user.workspace_id')
        .where('user.workspace_id', '=', actor.workspaceId)
        .where('user.id', '=', actor.id)
        .select(['user.id', 'user.name', 'user.email', 'user.locale', 'user.theme'])
        .select(['user.totp_enabled_at', 'role.id as role_id', 'role.name as role_name'])
        .select(['role.key', 'role.permissions', 'workspace.id as workspace_id'])
        .select(['workspace.name as workspace_name', 'workspace.locale as workspace_locale'])
        .select(['workspace.time_zone', 'workspace.settings'])
        .executeTakeFirst();
      if (!row) {
        throw new Refusal('unauthenticated', 'session.missing');
      }
      const { requireTotp } = workspaceSettings(row.settings);
      const held = permissionsOf(row, catalogue);
      return {
        user: {
          id: row.id,
          name: row.name,
          email: row.email,
          locale: row.locale,
          theme: row.theme,
        },
        workspace: {
          id: row.workspace_id,
          name: row.workspace_name,
          locale: row.workspace_locale as 'ru' | 'en',
          timeZone: row.time_zone,
          requireTotp,
        },
        role: { id: row.role_id, name: row.role_name },
        permissions:
          actor.kind === 'token' ? held.filter((key) => actor.permissions.has(key)) : held,
        totp: { enabled: row.totp_enabled_at !== null, required: requireTotp },
        expiresAt: await expiryOf({ db, actor, now }),
      };
    },
  });

async function expiryOf({ db, actor }: QueryContext): Promise<string | null> {
  const row = await db
    .withTables<AllTables>()
    .selectFrom(actor.kind === 'token' ? 'api_token' : 'user_session')
    .select('expires_at')
    .where('workspace_id', '=', actor.workspaceId)
    .where('id', '=', actor.sessionId)
    .executeTakeFirst();
  return row?.expires_at?.toISOString() ?? null;
}
