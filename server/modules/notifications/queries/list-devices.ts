import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { time } from '../../../kernel/text.ts';
import type { IdentityTables } from '../../identity/public.ts';
import type { NoticeTables } from '../tables.ts';

/** Browsers of people that may be called now: whoever has signed out there is not called there. */
function reachable(db: Reader, workspaceId: string) {
  return db
    .withTables<NoticeTables & Pick<IdentityTables, 'user_session'>>()
    .selectFrom('push_device')
    .innerJoin('user_session', (join) =>
      join
        .onRef('user_session.workspace_id', '=', 'push_device.workspace_id')
        .onRef('user_session.id', '=', 'push_device.session_id')
        .onRef('user_session.user_id', '=', 'push_device.user_id'),
    )
    .where('push_device.workspace_id', '=', workspaceId)
    .where('user_session.expires_at', '>', sql<Date>`now()`);
}

export async function usersWithDevices(
  db: Reader,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  const rows = await reachable(db, workspaceId)
    .where('push_device.user_id', '=', sql<string>`any(${sql.val(userIds)}::uuid[])`)
    .select('push_device.user_id')
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

export type Device = { readonly id: string; readonly sealed: string };

export async function devicesOf(
  db: Reader,
  workspaceId: string,
  userId: string,
): Promise<Device[]> {
  return reachable(db, workspaceId)
    .where('push_device.user_id', '=', userId)
    .select(['push_device.id', 'push_device.sealed'])
    .execute();
}

export const PushDevice = z
  .object({
    id: z.string(),
    /** What the browser says of itself. */
    name: z.string(),
    /** Of the session that asks. */
    current: z.boolean(),
    createdAt: time(),
    usedAt: time().nullable(),
  })
  .meta({ id: 'PushDevice' });

/** One's own browsers that may be called. */
export const listDevices = defineQuery({
  name: 'notifications.list-devices',
  permission: 'self',
  input: z.strictObject({}),
  output: z.object({ items: z.array(PushDevice) }),
  async run({ db, actor }) {
    const rows = await reachable(db, actor.workspaceId)
      .where('push_device.user_id', '=', actor.id)
      .select(['push_device.id', 'push_device.name', 'push_device.session_id'])
      .select(['push_device.created_at', 'push_device.used_at'])
      .orderBy('push_device.created_at')
      .execute();
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        current: row.session_id === actor.sessionId,
        createdAt: row.created_at.toISOString(),
        usedAt: row.used_at?.toISOString() ?? null,
      })),
    };
  },
});
