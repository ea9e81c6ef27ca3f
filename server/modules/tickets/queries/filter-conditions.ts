import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { momentOf, type TicketFilter } from '../filter.ts';
import { openStatuses } from '../schema.ts';

type Condition = RawBuilder<boolean>;
export type Asking = { readonly actor: Pick<Actor, 'id' | 'teamIds'>; readonly now: Date };

/** Statuses are written out, not bound: only so does PostgreSQL see that an index of open tickets is enough. */
function statusCondition(statuses: readonly string[]): Condition {
  const wanted = [...new Set(statuses.flatMap((s) => (s === 'any_open' ? openStatuses : [s])))];
  return sql`ticket.status in (${sql.join(wanted.map((s) => sql.lit(s)))})`;
}

/** One value stays an equation: a list in the order of an index cannot be read for several. */
export function idCondition(column: string, values: readonly (string | null)[]): Condition {
  const ids = values.filter((value) => value !== 'none');
  const at = sql.ref(`ticket.${column}`);
  const parts: Condition[] = values.includes('none') ? [sql`${at} is null`] : [];
  if (ids.length === 1) {
    parts.push(sql`${at} = ${ids[0]}::uuid`);
  } else if (ids.length > 1 || parts.length === 0) {
    parts.push(sql`${at} = any(${sql.val(ids)}::uuid[])`);
  }
  return parts.length === 1 ? (parts[0] as Condition) : sql`(${sql.join(parts, sql` or `)})`;
}

export const wordCondition = (column: string, values: readonly string[]): Condition =>
  sql`${sql.ref(`ticket.${column}`)} = any(${sql.val(values)}::text[])`;

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function fieldCondition(condition: string): Condition {
  const at = condition.indexOf(':');
  const [name, text] = [condition.slice(0, at), condition.slice(at + 1)];
  return sql`ticket.fields ->> ${name} ilike ${`%${escaped(text)}%`}`;
}

const idColumns = {
  requester: 'requester_id',
  organization: 'organization_id',
  channel: 'channel_id',
  ownStatus: 'own_status_id',
} as const;
const wordColumns = {
  priority: 'priority',
  type: 'type',
  region: 'region',
  lastMessageBy: 'last_message_by',
} as const;
const ranges = [
  ['createdAfter', 'created_at', sql`>=`],
  ['createdBefore', 'created_at', sql`<`],
  ['updatedAfter', 'updated_at', sql`>=`],
  ['updatedBefore', 'updated_at', sql`<`],
] as const;

/** With everything below them: who asks for a topic means its parts too. Asked once, not for each ticket. */
export const ofCategories = (ids: readonly string[]): Condition =>
  sql`ticket.category_id = any(array(with recursive below(id) as (
    select unnest(${sql.val(ids)}::uuid[])
    union select category.id from category join below on category.parent_id = below.id) select id from below))`;

function categoryCondition(values: readonly string[]): Condition {
  const ids = values.filter((value) => value !== 'none');
  const parts: Condition[] = values.includes('none') ? [sql`ticket.category_id is null`] : [];
  if (ids.length > 0) {
    parts.push(ofCategories(ids));
  }
  return sql`(${sql.join(parts, sql` or `)})`;
}

const withFile = sql<boolean>`exists (select from message join message_file as file_of
  on file_of.workspace_id = message.workspace_id and file_of.message_id = message.id
  where message.workspace_id = ticket.workspace_id and message.ticket_id = ticket.id and not file_of.inline)`;

const unansweredConditions = {
  first: sql<boolean>`ticket.first_responded_at is null`,
  last: sql<boolean>`ticket.last_message_by = 'customer'`,
} as const;

const dueMs = { late: 0, hour: 3_600_000, day: 86_400_000 } as const;

/** What it is about, what it holds and whether it waits. */
function contentConditions(
  { category, unanswered, due, attachment, tag }: TicketFilter,
  now: Date,
): Condition[] {
  const conditions = category ? [categoryCondition(category)] : [];
  if (unanswered) {
    conditions.push(unansweredConditions[unanswered]);
  }
  if (due) {
    conditions.push(sql`ticket.due_at <= ${new Date(now.getTime() + dueMs[due])}`);
  }
  if (attachment) {
    conditions.push(attachment === 'yes' ? withFile : sql<boolean>`not ${withFile}`);
  }
  if (tag) {
    const tags = tag.map((each) => each.toLowerCase());
    // An empty array has no tag of these; said aloud, the index of tags may be used.
    conditions.push(sql`ticket.tags <> '{}' and ticket.tags && ${sql.val(tags)}::text[]`);
  }
  return conditions;
}

/** Of people of the company: who keeps an eye on it, and who has opened it. */
function peopleConditions({ follower, createdBy }: TicketFilter, me: string | null): Condition[] {
  const of = (values: readonly string[]) =>
    sql.val(values.map((value) => (value === 'me' ? me : value)));
  const conditions: Condition[] = [];
  if (follower) {
    conditions.push(sql`exists (select from ticket_follower where ticket_follower.workspace_id = ticket.workspace_id
      and ticket_follower.ticket_id = ticket.id and ticket_follower.user_id = any(${of(follower)}::uuid[]))`);
  }
  if (createdBy) {
    conditions.push(sql`exists (select from event where event.workspace_id = ticket.workspace_id
      and event.ticket_id = ticket.id and event.name = 'ticket.opened' and event.actor_id = any(${of(createdBy)}::uuid[]))`);
  }
  return conditions;
}

/** Whether its number is the same for everybody who may see the same tickets. */
export const isOfNobody = ({ follower, createdBy }: TicketFilter): boolean =>
  !follower && !createdBy;

/** What does not depend on who asks: counters ask it once for everybody. */
export function sharedConditions(filter: TicketFilter, now: Date): Condition[] {
  // What is in spam shows only to whoever asks for it by name.
  const conditions = [
    filter.status ? statusCondition(filter.status) : sql<boolean>`ticket.status <> 'spam'`,
    // A merged ticket is a sign that points elsewhere, no work and no history of its own.
    sql<boolean>`ticket.merged_into is null`,
    ...snoozeConditions[snoozeOf(filter)],
  ];
  for (const [name, column] of Object.entries(idColumns)) {
    const values = filter[name as keyof typeof idColumns];
    conditions.push(...(values ? [idCondition(column, values)] : []));
  }
  for (const [name, column] of Object.entries(wordColumns)) {
    const values = filter[name as keyof typeof wordColumns];
    conditions.push(...(values ? [wordCondition(column, values)] : []));
  }
  for (const [name, column, sign] of ranges) {
    const said = filter[name];
    if (said) {
      conditions.push(sql`${sql.ref(`ticket.${column}`)} ${sign} ${momentOf(said, now)}`);
    }
  }
  return [
    ...conditions,
    ...contentConditions(filter, now),
    ...(filter.field ?? []).map(fieldCondition),
  ];
}

export function conditionsOf(filter: TicketFilter, { actor, now }: Asking): Condition[] {
  const conditions = sharedConditions(filter, now);
  if (filter.assignee) {
    const ids = filter.assignee.map((value) => (value === 'me' ? actor.id : value));
    conditions.push(idCondition('assignee_id', ids));
  }
  if (filter.team) {
    const ids = filter.team.flatMap((value) => (value === 'mine' ? actor.teamIds : [value]));
    conditions.push(idCondition('team_id', ids));
  }
  return [...conditions, ...peopleConditions(filter, actor.id)];
}

const snoozeConditions = {
  with: [],
  without: [sql<boolean>`ticket.snoozed_until is null`],
  only: [sql<boolean>`ticket.snoozed_until is not null`],
} as const;

/** What is put aside has left every list of open work that does not ask for it. */
export const snoozeOf = (
  filter: Pick<TicketFilter, 'status' | 'snoozed'>,
): 'with' | 'without' | 'only' => filter.snoozed ?? (isOfOpenWork(filter) ? 'without' : 'with');

/** Whether only open tickets can fit, so that whatever is asked costs no more than there is open work. */
export const isOfOpenWork = ({ status }: Pick<TicketFilter, 'status'>): boolean =>
  status !== undefined &&
  status.every((each) => each === 'any_open' || (openStatuses as readonly string[]).includes(each));
