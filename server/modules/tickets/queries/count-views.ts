import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { isOpen } from '../rules/ticket.ts';
import { builtInViews, type View } from '../views.ts';
import { readTally, type Cell, type Tally } from './tally.ts';

export function countView({ filter }: View, cells: readonly Cell[], actor: Actor): number {
  const statuses = filter.status ?? [];
  let count = 0;
  for (const cell of cells) {
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
const isSeen = (cell: Cell, actor: Actor): boolean =>
  actor.scope === 'all' ||
  cell.teamId === null ||
  cell.assigneeId === actor.id ||
  actor.teamIds.includes(cell.teamId);

/** What the folded cells come to for somebody, for as long as these cells are current: 500 screens ask at once. */
const countedFolded = new WeakMap<readonly Cell[], Map<string, readonly number[]>>();

function countFolded(folded: readonly Cell[], actor: Actor): readonly number[] {
  const counted = countedFolded.get(folded) ?? new Map<string, readonly number[]>();
  countedFolded.set(folded, counted);
  const who = [actor.id, actor.scope, ...actor.teamIds].join(' ');
  const counts = counted.get(who) ?? builtInViews.map((view) => countView(view, folded, actor));
  counted.set(who, counts);
  return counts;
}

export function countViews({ folded, fresh }: Tally, actor: Actor): Record<string, number> {
  const counts = countFolded(folded, actor);
  return Object.fromEntries(
    builtInViews.map((view, at) => [view.id, (counts[at] ?? 0) + countView(view, fresh, actor)]),
  );
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
