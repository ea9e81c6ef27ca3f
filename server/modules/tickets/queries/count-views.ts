import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { isOpen } from '../rules/ticket.ts';
import type { Status, TicketTables } from '../schema.ts';
import { builtInViews, type View } from '../views.ts';

/** How many tickets there are with each status, team and assignee: all that a built-in view counts by. */
export type Tally = readonly {
  readonly status: Status;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly n: number;
}[];

export async function readTally(db: Reader, workspaceId: string): Promise<Tally> {
  return db
    .withTables<TicketTables>()
    .selectFrom('ticket_tally')
    .select(['status', 'team_id as teamId', 'assignee_id as assigneeId'])
    .select(sql<number>`sum(n)::int`.as('n'))
    .where('workspace_id', '=', workspaceId)
    .groupBy(['status', 'team_id', 'assignee_id'])
    .execute();
}

/** Whether it has `length` rows or more; looks at no more of them than that. */
export async function isTallyLong(
  db: Reader,
  workspaceId: string,
  length: number,
): Promise<boolean> {
  const row = await db
    .withTables<TicketTables>()
    .selectFrom('ticket_tally')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .limit(1)
    .offset(length - 1)
    .executeTakeFirst();
  return row !== undefined;
}

export function countView({ filter }: View, tally: Tally, actor: Actor): number {
  const statuses = filter.status ?? [];
  let count = 0;
  for (const cell of tally) {
    const matches =
      (statuses.includes(cell.status) || (statuses.includes('any_open') && isOpen(cell.status))) &&
      (filter.assignee === undefined || cell.assigneeId === assigneeOf(filter.assignee, actor)) &&
      isSeen(cell, actor);
    count += matches ? cell.n : 0;
  }
  return count;
}

const assigneeOf = (assignee: string, actor: Actor) =>
  assignee === 'me' ? actor.id : assignee === 'none' ? null : assignee;

/** The same rule as `visibleTo`, over a cell of the tally. */
const isSeen = (cell: Tally[number], actor: Actor): boolean =>
  actor.scope === 'all' ||
  cell.teamId === null ||
  cell.assigneeId === actor.id ||
  actor.teamIds.includes(cell.teamId);

export function countViews(tally: Tally, actor: Actor): Record<string, number> {
  return Object.fromEntries(builtInViews.map((view) => [view.id, countView(view, tally, actor)]));
}

export const countAllViews = defineQuery({
  name: 'tickets.count-views',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({ counts: z.record(z.string(), z.int()) }),
  async run({ db, actor }) {
    return { counts: countViews(await readTally(db, actor.workspaceId), actor) };
  },
});

export const listViews = defineQuery({
  name: 'tickets.list-views',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z
        .object({
          id: z.string(),
          key: z.string().nullable(),
          name: z.string().nullable(),
          count: z.int().nullable(),
          position: z.int(),
        })
        .meta({ id: 'View' }),
    ),
    next: z.string().nullable(),
  }),
  async run({ db, actor }) {
    const counts = countViews(await readTally(db, actor.workspaceId), actor);
    return {
      items: builtInViews.map(({ id, key }, position) => ({
        id,
        key,
        name: null,
        count: counts[id] ?? 0,
        position,
      })),
      next: null,
    };
  },
});
