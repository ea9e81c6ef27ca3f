import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { commaList } from '../../../kernel/query-list.ts';
import { id, line } from '../../../kernel/text.ts';
import { Priority, Status, Ticket, TicketType, openStatuses } from '../schema.ts';
import { viewByRef, type ViewFilter } from '../views.ts';
import { visibleTo } from '../visibility.ts';
import { selectTickets, toTicket } from './read-ticket.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

const personOrNone = z.union([z.literal('me'), z.literal('none'), id()]);

export const listTickets = defineQuery({
  name: 'tickets.list',
  permission: 'ticket.read',
  input: z.strictObject({
    ...pageInput,
    view: line({ max: 60 }).optional(),
    status: commaList(z.union([Status, z.literal('any_open')])).optional(),
    assignee: personOrNone.optional(),
    team: z.union([z.literal('none'), id()]).optional(),
    requester: id().optional(),
    organization: id().optional(),
    priority: commaList(Priority).optional(),
    type: commaList(TicketType).optional(),
    category: id().optional(),
    channel: id().optional(),
    tag: line({ min: 1, max: 60 }).optional(),
    sort: z.enum(['updated', 'created']).default('updated'),
  }),
  output: pageOf(Ticket),

  async run({ db, actor }, { limit, after, sort, ...asked }) {
    const filter = { ...(asked.view ? viewByRef(asked.view).filter : {}), ...asked };
    const column = sort === 'created' ? 'ticket.created_at' : 'ticket.updated_at';
    let query = selectTickets(db, actor).where(visibleTo(actor));
    for (const condition of conditionsOf(filter, actor.id)) {
      query = query.where(condition);
    }
    if (after) {
      const [at, lastId] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(${sql.ref(column)}, ticket.id) < (${at}::timestamptz, ${lastId}::uuid)`,
      );
    }
    const rows = await query
      .orderBy(column, 'desc')
      .orderBy('ticket.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, {
      item: (row) => toTicket(row),
      cursor: (row) => [
        (sort === 'created' ? row.created_at : row.updated_at).toISOString(),
        row.id,
      ],
    });
  },
});

type Filter = ViewFilter & {
  requester?: string | undefined;
  organization?: string | undefined;
  priority?: readonly string[] | undefined;
  type?: readonly string[] | undefined;
  category?: string | undefined;
  channel?: string | undefined;
  tag?: string | undefined;
};

/** Statuses are written out, not bound: only so does PostgreSQL see that an index of open tickets is enough. */
function statusCondition(statuses: readonly string[]) {
  const wanted = [...new Set(statuses.flatMap((s) => (s === 'any_open' ? openStatuses : [s])))];
  return sql<boolean>`ticket.status in (${sql.join(wanted.map((s) => sql.lit(s)))})`;
}

function conditionsOf(filter: Filter, me: string | null) {
  const conditions = [];
  if (filter.status) {
    conditions.push(statusCondition(filter.status));
  }
  for (const [column, value] of [
    ['ticket.assignee_id', filter.assignee === 'me' ? me : filter.assignee],
    ['ticket.team_id', filter.team],
    ['ticket.requester_id', filter.requester],
    ['ticket.organization_id', filter.organization],
    ['ticket.category_id', filter.category],
    ['ticket.channel_id', filter.channel],
  ] as const) {
    if (value === 'none') {
      conditions.push(sql<boolean>`${sql.ref(column)} is null`);
    } else if (value !== undefined) {
      conditions.push(sql<boolean>`${sql.ref(column)} = ${value}::uuid`);
    }
  }
  for (const [column, values] of [
    ['ticket.priority', filter.priority],
    ['ticket.type', filter.type],
  ] as const) {
    if (values) {
      conditions.push(sql<boolean>`${sql.ref(column)} = any(${sql.val(values)}::text[])`);
    }
  }
  if (filter.tag) {
    conditions.push(sql<boolean>`ticket.tags @> array[${filter.tag.toLowerCase()}]::text[]`);
  }
  return conditions;
}
