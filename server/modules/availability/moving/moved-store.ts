import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { Handed } from '../rules/moving.ts';
import type { AvailabilityTables, NameTables } from '../tables.ts';
import type { AbsenceRecord } from '../absences/absence-store.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
type Tables = AvailabilityTables & NameTables;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<Tables>();

/** Open tickets of whoever is absent that this absence has not met yet, with their locks, in the order of their ids. */
export async function lockUntouched(
  ctx: Context,
  absence: AbsenceRecord,
  atMost: number,
): Promise<string[]> {
  const { workspaceId } = ctx.actor;
  let query = tables(ctx)
    .selectFrom('ticket')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('assignee_id', '=', absence.user_id)
    .where('status', 'in', ['new', 'open', 'pending', 'on_hold'])
    .where('merged_into', 'is', null)
    .where(
      sql<boolean>`not exists (select 1 from absence_ticket met where met.workspace_id = ticket.workspace_id
        and met.absence_id = ${absence.id} and met.ticket_id = ticket.id)`,
    )
    .orderBy('id')
    .limit(atMost)
    .forUpdate();
  if (absence.hands_over === 'due') {
    query = query.where('due_at', '<', absence.ends_at ?? new Date(8.64e15));
  }
  return (await query.execute()).map(({ id }) => id);
}

/** What was handed over before the absence got another substitute. */
export async function listOutdated(ctx: Context, absence: AbsenceRecord, atMost: number) {
  return handedOf(ctx, absence.id, atMost).where('handed_at', '<=', absence.revised_at).execute();
}

export const listHanded = (ctx: Context, absenceId: string, atMost: number) =>
  handedOf(ctx, absenceId, atMost).execute();

const handedOf = (ctx: Context, absenceId: string, atMost: number) =>
  tables(ctx)
    .selectFrom('absence_ticket')
    .select(['ticket_id', 'to_user_id'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('absence_id', '=', absenceId)
    .where('state', '=', 'handed')
    .orderBy('ticket_id')
    .limit(atMost);

/** What all absences have handed over of a ticket and not settled, oldest first. */
export async function handedOfTicket(ctx: Context, ticketId: string): Promise<Handed[]> {
  const rows = await tables(ctx)
    .selectFrom('absence_ticket')
    .innerJoin('absence', (join) =>
      join
        .onRef('absence.workspace_id', '=', 'absence_ticket.workspace_id')
        .onRef('absence.id', '=', 'absence_ticket.absence_id'),
    )
    .select(['absence.id', 'absence.user_id', 'absence_ticket.to_user_id'])
    .where('absence_ticket.workspace_id', '=', ctx.actor.workspaceId)
    .where('absence_ticket.ticket_id', '=', ticketId)
    .where('absence_ticket.state', '=', 'handed')
    .orderBy('absence_ticket.handed_at')
    .execute();
  return rows.map((row) => ({
    absenceId: row.id,
    fromUserId: row.user_id,
    toUserId: row.to_user_id,
  }));
}

export type NewlyHanded = {
  readonly absenceId: string;
  readonly ticketId: string;
  readonly toUserId: string | null;
};

/**
 * That the ticket was handed over, once more if it was met before. Later than the absence was last revised, whatever the clock says;
 * nothing, when somebody has cancelled the absence a moment ago.
 */
export async function recordHanded(
  ctx: Context,
  { absenceId, ticketId, toUserId }: NewlyHanded,
): Promise<void> {
  await sql`
    insert into absence_ticket (workspace_id, absence_id, ticket_id, to_user_id, state, handed_at)
    select workspace_id, id, ${ticketId}, ${toUserId}::uuid, 'handed',
      greatest(${ctx.now}::timestamptz, revised_at + interval '1 millisecond')
    from absence where workspace_id = ${ctx.actor.workspaceId} and id = ${absenceId}
    on conflict (workspace_id, absence_id, ticket_id) do update set
      to_user_id = excluded.to_user_id, state = 'handed', handed_at = excluded.handed_at, settled_at = null`.execute(
    ctx.tx,
  );
}

export async function settleHanded(
  ctx: Context,
  ticketId: string,
  { absenceIds, state }: { absenceIds: readonly string[]; state: 'returned' | 'kept' },
): Promise<void> {
  if (absenceIds.length > 0) {
    await tables(ctx)
      .updateTable('absence_ticket')
      .set({ state, settled_at: ctx.now })
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('ticket_id', '=', ticketId)
      .where('absence_id', 'in', [...absenceIds])
      .execute();
  }
}

/** Everything at once, where nothing is to be given back. */
export async function keepAll(ctx: Context, absenceId: string): Promise<void> {
  await tables(ctx)
    .updateTable('absence_ticket')
    .set({ state: 'kept', settled_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('absence_id', '=', absenceId)
    .where('state', '=', 'handed')
    .execute();
}

/** Who is absent again has nothing given back: the next absence of theirs will do it. */
export async function passOn(ctx: Context, from: string, to: string): Promise<void> {
  const { workspaceId } = ctx.actor;
  await sql`
    with gone as (
      delete from absence_ticket where workspace_id = ${workspaceId} and absence_id = ${from} and state = 'handed'
      returning ticket_id, to_user_id, handed_at
    )
    insert into absence_ticket (workspace_id, absence_id, ticket_id, to_user_id, state, handed_at)
    select ${workspaceId}, ${to}, ticket_id, to_user_id, 'handed', handed_at from gone
    on conflict (workspace_id, absence_id, ticket_id) do nothing`.execute(ctx.tx);
}

export async function countMoved(ctx: Context, absenceId: string) {
  const rows = await tables(ctx)
    .selectFrom('absence_ticket')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('absence_id', '=', absenceId)
    .groupBy('state')
    .execute();
  const counted = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
  return { handed: counted('handed'), returned: counted('returned'), kept: counted('kept') };
}
