import { z } from 'zod';
import { pageInput, pageOf } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { apiToken, signedIn } from '../schema.ts';
import type { AllTables } from '../tables.ts';

/** Where the asker is signed in, the latest first; bounded by the number of sessions a person can have. */
export const listSessions = defineQuery({
  name: 'list-sessions',
  permission: 'session',
  input: z.strictObject(pageInput),
  output: pageOf(signedIn),
  async run({ db, actor, now }) {
    const rows = await db
      .withTables<AllTables>()
      .selectFrom('user_session')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('user_id', '=', actor.id)
      .where('expires_at', '>', now)
      .orderBy('last_seen_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    const items = rows.map((row) => ({
      id: row.id,
      current: row.id === actor.sessionId,
      userAgent: row.user_agent,
      ip: row.ip,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    }));
    return { items, next: null };
  },
});

export const listTokens = defineQuery({
  name: 'list-tokens',
  permission: 'token.own',
  input: z.strictObject(pageInput),
  output: pageOf(apiToken),
  async run({ db, actor }) {
    const rows = await db
      .withTables<AllTables>()
      .selectFrom('api_token')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('user_id', '=', actor.id)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      expiresAt: row.expires_at?.toISOString() ?? null,
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
      prefix: row.prefix,
    }));
    return { items, next: null };
  },
});
