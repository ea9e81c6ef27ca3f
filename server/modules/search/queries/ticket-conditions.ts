import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { openStatuses, visibleTo } from '../../tickets/public.ts';
import { comparable } from '../rules/card-line.ts';
import { meansMe, meansNobody, type Filter, type Question } from '../rules/question.ts';

type Condition = RawBuilder<SqlBool>;

export type Conditions = readonly Condition[];

/** What the ticket's own row must say, for use on `ticket`. Rights are part of it. */
export async function conditionsOf(
  db: Reader,
  actor: Actor,
  { filters, spam }: Question,
): Promise<Conditions> {
  const all: Condition[] = [
    sql<SqlBool>`ticket.workspace_id = ${actor.workspaceId}`,
    visibleTo(actor),
    sql<SqlBool>`ticket.merged_into is null`,
    spam ? sql<SqlBool>`ticket.status = 'spam'` : sql<SqlBool>`ticket.status <> 'spam'`,
  ];
  for (const filter of filters) {
    const condition = await conditionOf(db, actor, filter);
    if (condition) {
      all.push(filter.negative ? sql<SqlBool>`not coalesce(${condition}, false)` : condition);
    }
  }
  return all;
}

const statusesOf = (values: readonly string[]): string[] =>
  values.flatMap((value) => (value === 'any_open' ? openStatuses : [value]));

async function conditionOf(db: Reader, actor: Actor, filter: Filter): Promise<Condition | null> {
  switch (filter.name) {
    case 'status': {
      // Written out, not bound: only so does PostgreSQL see that an index of open tickets is enough.
      const statuses = statusesOf(filter.values).map((status) => sql.lit(status));
      return sql`ticket.status in (${sql.join(statuses)})`;
    }
    case 'tag': {
      return sql`ticket.tags @> array[${filter.value.toLowerCase()}]::text[]`;
    }
    case 'before': {
      return sql`ticket.created_at < ${filter.at}`;
    }
    case 'after': {
      return sql`ticket.last_message_at >= ${filter.at}`;
    }
    case 'team': {
      return teamCondition(db, actor, filter.value);
    }
    case 'assignee': {
      return assigneeCondition(db, actor, filter.value);
    }
    default: {
      return null;
    }
  }
}

async function teamCondition(db: Reader, actor: Actor, value: string): Promise<Condition> {
  if (meansNobody(value)) {
    return sql`ticket.team_id is null`;
  }
  if (meansMe(value)) {
    return isOneOf('ticket.team_id', actor.teamIds);
  }
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from team where workspace_id = ${actor.workspaceId}`.execute(db);
  return isOneOf('ticket.team_id', called(rows, value));
}

async function assigneeCondition(db: Reader, actor: Actor, value: string): Promise<Condition> {
  if (meansNobody(value)) {
    return sql`ticket.assignee_id is null`;
  }
  if (meansMe(value)) {
    return sql`ticket.assignee_id = ${actor.id}::uuid`;
  }
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name || ' ' || email as name from user_account
    where workspace_id = ${actor.workspaceId}`.execute(db);
  return isOneOf('ticket.assignee_id', called(rows, value));
}

/** Of nobody nothing needs to be looked for: PostgreSQL sees that by the word itself. */
const isOneOf = (column: string, ids: readonly string[]): Condition =>
  ids.length === 0 ? sql`false` : sql`${sql.ref(column)} = any(${sql.val(ids)}::uuid[])`;

/** Whose name begins so, or has a word that does. */
function called(rows: readonly { id: string; name: string }[], value: string): string[] {
  const wanted = comparable(value);
  return rows.flatMap(({ id, name }) =>
    ` ${comparable(name)}`.includes(` ${wanted}`) ? [id] : [],
  );
}
