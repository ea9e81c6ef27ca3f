import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { preparedWrite } from '../../../kernel/prepared.ts';
import { appendLoad, type Moved } from '../loads/load-store.ts';
import type { TicketState } from '../rules/ticket.ts';
import type { Status } from '../schema.ts';
import type { TicketTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

type Place = {
  workspace_id: string;
  id: string;
  status: Status;
  team_id: string | null;
  assignee_id: string | null;
  snoozed: boolean;
  n: number;
};

const insertPlace = preparedWrite<Place, unknown>(
  { table: 'ticket_tally', by: 'insert' },
  (db, { workspace_id, id, status, team_id, assignee_id, snoozed, n }) =>
    db
      .withTables<TicketTables>()
      .insertInto('ticket_tally')
      .values({ workspace_id, id, status, team_id, assignee_id, snoozed, n })
      .compile(),
);

/** Appends what the counters gain and lose; see ticket_tally. */
export function appendTally(ctx: Context, moved: Moved): void {
  appendLoad(ctx, moved);
  const { before, after } = moved;
  const place = ({ status, teamId, assigneeId, snooze }: TicketState, n: number) => ({
    workspace_id: ctx.actor.workspaceId,
    id: newId(),
    status,
    team_id: teamId,
    assignee_id: assigneeId,
    snoozed: snooze !== null,
    n,
  });
  // A merged ticket is counted where it lives on.
  const gained = after.mergedInto === null ? place(after, 1) : null;
  const lost = before?.mergedInto === null ? place(before, -1) : null;
  if (!isSamePlace(lost, gained)) {
    [lost, gained]
      .filter((cell) => cell !== null)
      .forEach((cell) => insertPlace.later(ctx.tx, cell));
  }
}

const counted = ['status', 'team_id', 'assignee_id', 'snoozed'] as const;

const isSamePlace = (a: Place | null, b: Place | null): boolean =>
  counted.every((column) => a?.[column] === b?.[column]);

/** Adds what came to the folded cells. Running readers see either all of it or nothing. */
export async function foldTally(ctx: Context): Promise<number> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<{ folded: number }>`
    with fresh as (
      delete from ticket_tally where workspace_id = ${workspaceId} and not folded
        and id in (select id from ticket_tally where workspace_id = ${workspaceId} and not folded limit 20000)
      returning status, team_id, assignee_id, snoozed, n
    ), sums as (
      select status, team_id, assignee_id, snoozed, sum(n)::int as n from fresh
      group by status, team_id, assignee_id, snoozed
    ), kept as (
      insert into ticket_tally (workspace_id, id, status, team_id, assignee_id, snoozed, n, folded)
      select ${workspaceId}::uuid, gen_random_uuid(), status, team_id, assignee_id, snoozed, n, true from sums where n <> 0
      order by status, team_id, assignee_id, snoozed
      on conflict (workspace_id, status, team_id, assignee_id, snoozed) where folded
      do update set n = ticket_tally.n + excluded.n
      returning 1
    ), turned as (
      insert into ticket_tally_fold (workspace_id, edition) values (${workspaceId}, gen_random_uuid())
      on conflict (workspace_id) do update set edition = excluded.edition
      returning 1
    )
    select count(*)::int as folded from fresh`.execute(ctx.tx);
  return rows[0]?.folded ?? 0;
}
