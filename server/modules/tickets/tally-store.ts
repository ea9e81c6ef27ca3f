import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { later } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { TicketState } from './rules/ticket.ts';
import type { TicketTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

/** Appends what the counters gain and lose; see ticket_tally. */
export function appendTally(ctx: Context, before: TicketState | null, after: TicketState): void {
  const place = ({ status, teamId, assigneeId }: TicketState, n: number) => ({
    workspace_id: ctx.actor.workspaceId,
    id: newId(),
    status,
    team_id: teamId,
    assignee_id: assigneeId,
    n,
  });
  const gained = place(after, 1);
  const lost = before && place(before, -1);
  const moved =
    !lost ||
    lost.status !== gained.status ||
    lost.team_id !== gained.team_id ||
    lost.assignee_id !== gained.assignee_id;
  if (moved) {
    later(
      ctx.tx,
      ctx.tx
        .withTables<TicketTables>()
        .insertInto('ticket_tally')
        .values(lost ? [lost, gained] : [gained]),
    );
  }
}

/** Adds what came to the folded cells. Running readers see either all of it or nothing. */
export async function foldTally(ctx: Context): Promise<number> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<{ folded: number }>`
    with fresh as (
      delete from ticket_tally where workspace_id = ${workspaceId} and not folded
        and id in (select id from ticket_tally where workspace_id = ${workspaceId} and not folded limit 20000)
      returning status, team_id, assignee_id, n
    ), sums as (
      select status, team_id, assignee_id, sum(n)::int as n from fresh group by status, team_id, assignee_id
    ), kept as (
      insert into ticket_tally (workspace_id, id, status, team_id, assignee_id, n, folded)
      select ${workspaceId}::uuid, gen_random_uuid(), status, team_id, assignee_id, n, true from sums where n <> 0
      order by status, team_id, assignee_id
      on conflict (workspace_id, status, team_id, assignee_id) where folded
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
