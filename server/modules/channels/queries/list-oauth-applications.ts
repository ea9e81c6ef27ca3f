import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { Application, toApplication } from '../commands/oauth.ts';
import type { OAuthTables } from '../oauth-tables.ts';

export const listApplications = defineQuery({
  name: 'channels.list-oauth-applications',
  permission: 'channel.change',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Application), next: z.string().nullable() }),
  async run({ db, actor }) {
    const rows = await db
      .withTables<OAuthTables>()
      .selectFrom('oauth_application')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .orderBy('provider')
      .execute();
    return { items: rows.map(toApplication), next: null };
  },
});
