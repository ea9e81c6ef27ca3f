import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Ticket } from '../schema.ts';
import type { NameTables, TicketTables } from '../tables.ts';
import type { TicketRecord } from '../store.ts';
import { snoozeOf } from '../snooze/snooze-column.ts';
import { isNamed, visibleTo } from '../visibility.ts';

export type TicketLine = Omit<TicketRecord, 'workspace_id'> & {
  requester_name: string | null;
  organization_name: string | null;
  team_name: string | null;
  assignee_name: string | null;
  category_name: string | null;
  own_status_name: string | null;
  merged_into_number?: number | null;
};

/** Tickets with the names that they are shown with: each name is one look-up by primary key. */
export function selectTickets(db: Reader, actor: Pick<Actor, 'workspaceId'>) {
  return selectPage(db, actor).select([
    nameFrom('team', 'team_id').as('team_name'),
    nameFrom('user_account', 'assignee_id').as('assignee_name'),
    nameFrom('category', 'category_id').as('category_name'),
    nameFrom('own_status', 'own_status_id').as('own_status_name'),
  ]);
}

/** A page that still lacks the names that `withSharedNames` gives. */
export function selectPage(db: Reader, actor: Pick<Actor, 'workspaceId'>) {
  return db
    .withTables<TicketTables & NameTables>()
    .selectFrom('ticket')
    .selectAll('ticket')
    .select([
      nameFrom('person', 'requester_id').as('requester_name'),
      nameFrom('organization', 'organization_id').as('organization_name'),
      sql<
        number | null
      >`(select living.number from ticket living where living.workspace_id = ticket.workspace_id
        and living.id = ticket.merged_into)`.as('merged_into_number'),
    ])
    .where('ticket.workspace_id', '=', actor.workspaceId);
}

/**
 * The rows of a page share a few teams, colleagues and categories: they are joined once for the page, not looked up row by
 * row (docs/decisions/0106: a third of the statement's time). `page` has its limit; its order is asked for again, since a join has none.
 */
export function withSharedNames(
  db: Reader,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  page: ReturnType<typeof selectPage>,
) {
  return db
    .withTables<TicketTables & NameTables>()
    .with(
      (cte) => cte('page').materialized(),
      () => page,
    )
    .selectFrom('page as ticket')
    .leftJoin('team', (on) =>
      on.on('team.workspace_id', '=', workspaceId).onRef('team.id', '=', 'ticket.team_id'),
    )
    .leftJoin('own_status', (on) =>
      on
        .on('own_status.workspace_id', '=', workspaceId)
        .onRef('own_status.id', '=', 'ticket.own_status_id'),
    )
    .leftJoin('user_account', (on) =>
      on
        .on('user_account.workspace_id', '=', workspaceId)
        .onRef('user_account.id', '=', 'ticket.assignee_id'),
    )
    .leftJoin('category', (on) =>
      on
        .on('category.workspace_id', '=', workspaceId)
        .onRef('category.id', '=', 'ticket.category_id'),
    )
    .selectAll('ticket')
    .select([
      'own_status.name as own_status_name',
      'team.name as team_name',
      'user_account.name as assignee_name',
      'category.name as category_name',
    ]);
}

function nameFrom(table: string, column: string) {
  return sql<string | null>`(select ${sql.ref(`${table}.name`)} from ${sql.table(table)} where
    ${sql.ref(`${table}.workspace_id`)} = ticket.workspace_id and ${sql.ref(`${table}.id`)} = ${sql.ref(`ticket.${column}`)})`;
}

export async function readTicket(
  db: Reader,
  actor: Actor,
  ref: string,
  { evenIfHidden = false } = {},
): Promise<Ticket> {
  let query = selectTickets(db, actor)
    .select(
      sql<string | null>`(select value from contact where contact.workspace_id = ticket.workspace_id
        and contact.person_id = ticket.requester_id and contact.kind = 'email'
        order by contact.created_at limit 1)`.as('requester_email'),
    )
    .where(isNamed(ref));
  if (!evenIfHidden) {
    query = query.where(visibleTo(actor));
  }
  const row = await query.executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'ticket.not_found');
  }
  return toTicket(row, row.requester_email);
}

/** By id, as everybody sees them; who may is for the caller to say. */
export async function readTicketLines(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Ticket>> {
  const rows = await selectTickets(db, { workspaceId })
    .where('ticket.id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, toTicket(row)]));
}

const named = (id: string | null, name: string | null) =>
  id === null ? null : { id, name: name ?? '' };
const iso = (at: Date | null) => at?.toISOString() ?? null;

export function toTicket(row: TicketLine, email: string | null = null): Ticket {
  return {
    id: row.id,
    number: row.number,
    type: row.type,
    subject: row.subject,
    status: row.status,
    ownStatus: named(row.own_status_id, row.own_status_name),
    priority: row.priority,
    impact: row.impact,
    urgency: row.urgency,
    category: named(row.category_id, row.category_name),
    channel: { id: row.channel_id, kind: row.channel_kind },
    requester: { id: row.requester_id, name: row.requester_name ?? '', email },
    organization: named(row.organization_id, row.organization_name),
    team: named(row.team_id, row.team_name),
    assignee: named(row.assignee_id, row.assignee_name),
    tags: row.tags,
    region: row.region,
    fields: row.fields,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    lastMessageAt: row.last_message_at.toISOString(),
    lastMessageBy: row.last_message_by,
    preview: row.preview,
    messageCount: row.message_count,
    firstRespondedAt: iso(row.first_responded_at),
    solvedAt: iso(row.solved_at),
    clock: row.clock,
    firstResponseDueAt: iso(row.first_response_due_at),
    resolutionDueAt: iso(row.resolution_due_at),
    snoozedUntil: snoozeOf(row),
    mergedInto: row.merged_into
      ? { id: row.merged_into, number: row.merged_into_number ?? 0 }
      : null,
    version: row.version,
  };
}
