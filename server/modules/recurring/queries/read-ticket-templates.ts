import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { text } from '../../../kernel/text.ts';
import { TicketTemplate, type RecurringTables } from '../schema.ts';

const Cursor = z.tuple([text({ max: 500 }), z.uuid()]);

type NameTables = Record<
  'team' | 'category' | 'person' | 'user_account',
  { workspace_id: string; id: string; name: string }
>;

function selectTicketTemplates(db: Reader, workspaceId: string) {
  const names = {
    team: 'team',
    category: 'category',
    requester: 'person',
    assignee: 'user_account',
  };
  const named = (field: keyof typeof names) =>
    sql<string | null>`(select name from ${sql.table(names[field])} named where
      named.workspace_id = ticket_template.workspace_id
      and named.id = ${sql.ref(`ticket_template.${field}_id`)})`.as(`${field}_name`);
  return db
    .withTables<RecurringTables & NameTables>()
    .selectFrom('ticket_template')
    .selectAll('ticket_template')
    .select([named('team'), named('category'), named('requester'), named('assignee')])
    .select(sql<string>`lower(ticket_template.name)`.as('name_key'))
    .where('ticket_template.workspace_id', '=', workspaceId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectTicketTemplates>['execute']>>[number] & {
  [K in 'team_name' | 'category_name' | 'requester_name' | 'assignee_name']?: string | null;
};

const ref = (id: string | null, name: string | null | undefined) =>
  id === null ? null : { id, name: name ?? '' };

const toTicketTemplate = (row: Row): TicketTemplate => ({
  id: row.id,
  name: row.name,
  subject: row.subject,
  body: row.body,
  html: row.html,
  type: row.type,
  priority: row.priority,
  category: ref(row.category_id, row.category_name),
  team: ref(row.team_id, row.team_name),
  assignee: ref(row.assignee_id, row.assignee_name),
  tags: row.tags,
  fields: row.fields,
  requester: ref(row.requester_id, row.requester_name),
  uses: row.uses,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  version: row.version,
});

export async function readTicketTemplate(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<TicketTemplate> {
  const row = await selectTicketTemplates(db, workspaceId)
    .where('ticket_template.id', '=', id)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'ticket_template.not_found');
  }
  return toTicketTemplate(row);
}

export const listTicketTemplates = defineQuery({
  name: 'ticket-templates.list',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput }),
  output: pageOf(TicketTemplate),

  async run({ db, actor }, { limit, after }) {
    let query = selectTicketTemplates(db, actor.workspaceId)
      .orderBy(sql`lower(ticket_template.name)`)
      .orderBy('ticket_template.id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [name, id] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(lower(ticket_template.name), ticket_template.id) > (${name}, ${id}::uuid)`,
      );
    }
    return toPage(await query.execute(), limit, {
      item: toTicketTemplate,
      cursor: (row) => [row.name_key, row.id],
    });
  },
});
