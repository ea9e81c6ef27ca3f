import type pg from 'pg';
import type { FieldChange, Reason } from '../kernel/events.ts';

export type LoggedEvent = {
  readonly name: string;
  readonly ticketId: string | null;
  readonly personId: string | null;
  readonly actorKind: string;
  readonly actorName: string;
  readonly changes: readonly FieldChange[];
  readonly reason: Reason | null;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What has happened in a workspace, in order. */
export async function loggedEvents(
  admin: pg.Pool,
  workspaceId: string,
  { ticketId, name }: { ticketId?: string; name?: string },
): Promise<LoggedEvent[]> {
  const { rows } = await admin.query<LoggedEvent>(
    `select name, ticket_id as "ticketId", person_id as "personId", actor_kind as "actorKind",
       actor_name as "actorName", coalesce(changes, '[]') as changes, reason, payload
     from event where workspace_id = $1 and ($2::uuid is null or ticket_id = $2) and ($3::text is null or name = $3)
     order by tx, id`,
    [workspaceId, ticketId ?? null, name ?? null],
  );
  return rows;
}
