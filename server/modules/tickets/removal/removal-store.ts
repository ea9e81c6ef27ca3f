import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { forgetEvents } from '../../../kernel/forget-events.ts';
import { newId } from '../../../kernel/ids.ts';
import { tellCategories } from '../category-store.ts';
import type { Status } from '../schema.ts';
import type { TicketRecord } from '../store.ts';
import type { TicketTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;

type Gone = {
  readonly id: string;
  readonly status: Status;
  readonly team_id: string | null;
  readonly assignee_id: string | null;
  readonly snoozed: boolean;
  readonly merged: boolean;
};

/**
 * Deletes tickets as if they had never been: with their messages, their past and their place in the counters. For what was
 * never real; whatever people have worked on goes by acts that leave a trace.
 */
export async function removeTickets(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<Gone>`delete from ticket where workspace_id = ${workspaceId}
    and id = any(${sql.val(ids)}::uuid[])
    returning id, status, team_id, assignee_id, snoozed_until is not null as snoozed,
      merged_into is not null as merged`.execute(ctx.tx);
  const lost = rows
    .filter(({ merged }) => !merged)
    .map(({ status, team_id, assignee_id, snoozed }) => ({
      workspace_id: workspaceId,
      id: newId(),
      status,
      team_id,
      assignee_id,
      snoozed,
      n: -1,
    }));
  if (lost.length > 0) {
    await ctx.tx.withTables<TicketTables>().insertInto('ticket_tally').values(lost).execute();
  }
  const gone = rows.map(({ id }) => id);
  await forgetEvents(ctx.tx, workspaceId, { ticketIds: gone });
  return gone;
}

/** @throws by the database while a ticket, a form or a category below names one of them */
export async function removeCategories(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`delete from category where workspace_id = ${ctx.actor.workspaceId}
    and id = any(${sql.val(ids)}::uuid[])`.execute(ctx.tx);
  tellCategories(ctx);
}

export async function removeViews(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`delete from saved_view where workspace_id = ${ctx.actor.workspaceId}
    and id = any(${sql.val(ids)}::uuid[])`.execute(ctx.tx);
}

export type Holders = {
  readonly userIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly categoryIds: readonly string[];
};

/** Some tickets that name any of these, locked. */
export async function lockTicketsNaming(
  ctx: Context,
  { userIds, teamIds, categoryIds }: Holders,
  limit: number,
): Promise<TicketRecord[]> {
  return ctx.tx
    .withTables<TicketTables>()
    .selectFrom('ticket')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where(
      sql<boolean>`(assignee_id = any(${sql.val(userIds)}::uuid[]) or team_id = any(${sql.val(teamIds)}::uuid[])
        or category_id = any(${sql.val(categoryIds)}::uuid[]))`,
    )
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();
}
