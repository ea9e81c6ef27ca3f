import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { notifyAfterCommit } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { preparedWrite } from '../../../kernel/prepared.ts';
import { isOpen, type TicketState } from '../rules/ticket.ts';
import type { Priority } from '../schema.ts';
import type { TicketTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;

type Cell = {
  workspace_id: string;
  id: string;
  user_id: string;
  priority: Priority;
  n: number;
  turn: string | null;
  ticket_id: string;
};

const insertCell = preparedWrite<Cell, unknown>(
  { table: 'ticket_load', by: 'insert' },
  (db, { workspace_id, id, user_id, priority, n, turn, ticket_id }) =>
    db
      .withTables<TicketTables>()
      .insertInto('ticket_load')
      .values({ workspace_id, id, user_id, priority, n, turn, ticket_id })
      .compile(),
);

/** Told when what somebody has in hand has changed, unless whoever handed it out counts it already. */
export const loadNotice = 'otklik_load';

export type Moved = {
  readonly before: TicketState | null;
  readonly after: TicketState;
  /** Those who were just given it by somebody who counts that at once. */
  readonly counted?: ReadonlySet<string>;
};

/** Appends what people gain and lose; see ticket_load. A ticket that nobody has costs nothing. */
export function appendLoad(ctx: Context, { before, after, counted }: Moved): void {
  const [had, has] = [before && holderOf(before), holderOf(after)];
  if (had === has && before?.priority === after.priority) {
    return;
  }
  const isGiven = before?.assigneeId !== after.assigneeId;
  const cell = (userId: string, { priority }: TicketState, n: number) => {
    const id = newId();
    insertCell.later(ctx.tx, {
      workspace_id: ctx.actor.workspaceId,
      id,
      user_id: userId,
      priority,
      n,
      turn: isGiven && n > 0 ? id : null,
      ticket_id: after.id,
    });
  };
  if (before && had !== null) {
    cell(had, before, -1);
  }
  if (has !== null) {
    cell(has, after, 1);
  }
  if (!isCounted({ had, has, counted })) {
    notifyAfterCommit(ctx.tx, loadNotice, ctx.actor.workspaceId);
  }
}

type Held = {
  readonly had: string | null;
  readonly has: string | null;
  readonly counted: ReadonlySet<string> | undefined;
};

const isCounted = ({ had, has, counted }: Held): boolean =>
  had === null && (has === null || counted?.has(has) === true);

const holderOf = ({ status, assigneeId, mergedInto }: TicketState): string | null =>
  isOpen(status) && mergedInto === null ? assigneeId : null;

/** Adds what came to the folded cells. Running readers see either all of it or nothing. */
export async function foldLoads({ tx, actor }: Context): Promise<void> {
  const { workspaceId } = actor;
  await sql`
    with fresh as (
      delete from ticket_load where workspace_id = ${workspaceId} and ticket_id is not null
        and id in (select id from ticket_load where workspace_id = ${workspaceId} and ticket_id is not null limit 20000)
      returning user_id, priority, n, turn
    ), sums as (
      select user_id, priority, sum(n)::int as n, max(turn::text)::uuid as turn from fresh group by user_id, priority
    )
    insert into ticket_load (workspace_id, id, user_id, priority, n, turn)
    select ${workspaceId}::uuid, gen_random_uuid(), user_id, priority, n, turn from sums order by user_id, priority
    on conflict (workspace_id, user_id, priority) where ticket_id is null
    do update set n = ticket_load.n + excluded.n, turn = coalesce(excluded.turn, ticket_load.turn)`.execute(
    tx,
  );
}
