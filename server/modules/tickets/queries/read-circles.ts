import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { NameTables, TicketTables } from '../tables.ts';

/** A ticket as it is now, for whoever tells people of it. */
export type Circle = {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly status: string;
  readonly priority: string;
  readonly mergedInto: string | null;
  readonly createdAt: Date;
  readonly channelId: string | null;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly requesterId: string;
  readonly requesterName: string;
  readonly dueAt: Date | null;
  readonly firstResponseDueAt: Date | null;
  readonly followerIds: readonly string[];
  /** Whoever had it until it was first given to somebody else; null: nobody. */
  readonly firstAssigneeId: string | null;
};

/** Tickets by id, whoever asks. */
export async function readCircles(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Circle>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows = await db
    .withTables<TicketTables & NameTables>()
    .selectFrom('ticket')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'ticket.workspace_id')
        .onRef('person.id', '=', 'ticket.requester_id'),
    )
    .where('ticket.workspace_id', '=', workspaceId)
    .where('ticket.id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
    .select(['ticket.id', 'number', 'subject', 'status', 'priority', 'merged_into as mergedInto'])
    .select(['ticket.created_at as createdAt', 'channel_id as channelId', 'team_id as teamId'])
    .select(['assignee_id as assigneeId', 'requester_id as requesterId', 'due_at as dueAt'])
    .select(['first_response_due_at as firstResponseDueAt', 'person.name as requesterName'])
    .select(followers.as('followerIds'))
    .select(firstAssignment.as('firstChange'))
    .execute();
  return new Map(
    rows.map(({ firstChange, requesterName, ...row }) => [
      row.id,
      {
        ...row,
        requesterName: requesterName ?? '',
        firstAssigneeId: firstChange === null ? row.assigneeId : (firstChange.from?.id ?? null),
      },
    ]),
  );
}

const followers = sql<string[]>`array(select f.user_id from ticket_follower f
  where f.workspace_id = ticket.workspace_id and f.ticket_id = ticket.id)`;

/** Its history is short while anybody has still to be told that it was opened. */
const firstAssignment = sql<{
  from: { id: string } | null;
} | null>`(select e.changes -> 0 from event e
  where e.workspace_id = ticket.workspace_id and e.ticket_id = ticket.id and e.name = 'ticket.assigned'
  order by e.id limit 1)`;
