import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { line } from '../../../kernel/text.ts';
import { Category } from '../commands/categories.ts';
import { openStatuses } from '../schema.ts';
import type { TicketTables } from '../tables.ts';

export const listCategories = defineQuery({
  name: 'tickets.list-categories',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Category), next: z.string().nullable() }),
  async run({ db, actor }) {
    const items = await db
      .withTables<TicketTables>()
      .selectFrom('category')
      .select(['id', 'parent_id as parentId', 'name', 'archived', 'version'])
      .where('workspace_id', '=', actor.workspaceId)
      .orderBy(sql`lower(name)`)
      .execute();
    return { items, next: null };
  },
});

/** Tags in use on open tickets, the most used first: suggestions, so the work of years does not slow them down. */
export const listTags = defineQuery({
  name: 'tickets.list-tags',
  permission: 'ticket.read',
  input: z.strictObject({ q: line({ max: 60 }).optional() }),
  output: z.object({
    items: z.array(z.object({ name: z.string(), uses: z.int() })),
    next: z.string().nullable(),
  }),
  async run({ db, actor }, { q = '' }) {
    const like = `${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await sql<{ name: string; uses: number }>`
      select tag as name, count(*)::int as uses from ticket, unnest(tags) as tag
      where workspace_id = ${actor.workspaceId} and tags <> '{}' and tag like ${like}
        and status in (${sql.join(openStatuses.map((status) => sql.lit(status)))})
      group by tag order by uses desc, tag limit 50`.execute(db);
    return { items: rows, next: null };
  },
});
