import type { CommandContext } from '../../kernel/commands.ts';
import { sql } from 'kysely';
import { preparedWrite } from '../../kernel/prepared.ts';
import type { RoutingTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

type Row = {
  workspace_id: string;
  ticket_id: string;
  rule_id: string;
  team_id: string;
  user_id: string | null;
  waiting_since: Date | null;
  urgency: number;
  team_chosen: boolean;
};

const columns = (slot: Row) => ({
  workspace_id: slot.workspace_id,
  ticket_id: slot.ticket_id,
  rule_id: slot.rule_id,
  team_id: slot.team_id,
  user_id: slot.user_id,
  waiting_since: slot.waiting_since,
  urgency: slot.urgency,
  team_chosen: slot.team_chosen,
});

const insertedPlace = preparedWrite<Row, unknown>(
  { table: 'routing_place', by: 'insert' },
  (db, slot) =>
    db
      .withTables<RoutingTables>()
      .insertInto('routing_place')
      .values(columns(slot as Row))
      .compile(),
);

const movedPlace = preparedWrite<Row, unknown>(
  { table: 'routing_place', by: 'change' },
  (db, slot) => {
    const { workspace_id: workspaceId, ticket_id: ticketId, ...row } = columns(slot as Row);
    return db
      .withTables<RoutingTables>()
      .updateTable('routing_place')
      .set({
        ...row,
        by_hand: false,
        // Whoever waits goes on waiting, whatever rule it is now.
        waiting_since: sql<Date | null>`case when ${slot.waiting_since}::timestamptz is not null
          then coalesce(waiting_since, ${slot.waiting_since}::timestamptz) end`,
      })
      .where('workspace_id', '=', workspaceId)
      .where('ticket_id', '=', ticketId)
      .compile();
  },
);

/** @param first there is no row of the ticket yet */
export function savePlace(
  ctx: Context,
  row: Omit<Row, 'workspace_id'>,
  { first }: { readonly first: boolean },
): void {
  const write = first ? insertedPlace : movedPlace;
  write.later(ctx.tx, { ...row, workspace_id: ctx.actor.workspaceId });
}

type Left = { workspace_id: string; ticket_id: string };

const leftQueue = preparedWrite<Left, unknown>(
  { table: 'routing_place', by: 'change' },
  (db, slot) =>
    db
      .withTables<RoutingTables>()
      .updateTable('routing_place')
      .set({ waiting_since: null, by_hand: true })
      .where('workspace_id', '=', slot.workspace_id)
      .where('ticket_id', '=', slot.ticket_id)
      .compile(),
);

/** Nobody has to be found for it any more. */
export function leaveQueue(ctx: Context, ticketId: string): void {
  leftQueue.later(ctx.tx, { workspace_id: ctx.actor.workspaceId, ticket_id: ticketId });
}

type Ranked = Left & { urgency: number };

const ranked = preparedWrite<Ranked, unknown>(
  { table: 'routing_place', by: 'change' },
  (db, slot) =>
    db
      .withTables<RoutingTables>()
      .updateTable('routing_place')
      .set({ urgency: slot.urgency })
      .where('workspace_id', '=', slot.workspace_id)
      .where('ticket_id', '=', slot.ticket_id)
      .compile(),
);

/** The more urgent are handed out first. */
export function rankInQueue(ctx: Context, ticketId: string, urgency: number): void {
  ranked.later(ctx.tx, { workspace_id: ctx.actor.workspaceId, ticket_id: ticketId, urgency });
}
