import { z } from 'zod';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import type { TicketFilter } from '../../filter.ts';
import { isOpen } from '../../rules/ticket.ts';
import { View, type UncountedView } from '../views.ts';
import { isOfNobody, isOfOpenWork, snoozeOf } from '../../queries/filter-conditions.ts';
import { readOpenCells, type OpenCell } from '../../queries/open-cells.ts';
import { isViewOf, readViews } from './read-views.ts';
import { readTally, type Cell, type Tally } from '../../tally/queries/tally.ts';

type Place = Pick<Cell, 'teamId' | 'assigneeId'>;

const tallied = new Set<string>(['status', 'assignee', 'team', 'snoozed']);
/** By status, team and assignee alone the kept counters answer, however many tickets there are. */
export const isTallied = (filter: TicketFilter): boolean =>
  Object.keys(filter).every((name) => tallied.has(name));

const fitsStatus = ({ status }: TicketFilter, cell: Pick<Cell, 'status'>): boolean =>
  status === undefined
    ? cell.status !== 'spam'
    : status.includes(cell.status) || (status.includes('any_open') && isOpen(cell.status));

function fitsSnooze(filter: TicketFilter, { snoozed }: Pick<Cell, 'snoozed'>): boolean {
  const wanted = snoozeOf(filter);
  return wanted === 'with' || (wanted === 'only') === snoozed;
}

function fitsPlace({ assignee, team }: TicketFilter, place: Place, actor: Actor): boolean {
  const isWanted = (value: string, me: string | null) => value === 'me' && me === place.assigneeId;
  const fitsAssignee =
    !assignee ||
    assignee.some((value) => isWanted(value, actor.id) || value === (place.assigneeId ?? 'none'));
  const fitsTeam =
    !team ||
    team.includes(place.teamId ?? 'none') ||
    (team.includes('mine') && place.teamId !== null && actor.teamIds.includes(place.teamId));
  return fitsAssignee && fitsTeam && isSeen(place, actor);
}

/** The same rule as `visibleTo`, over a cell of the tally. */
const isSeen = (place: Place, actor: Actor): boolean =>
  actor.scope === 'all' ||
  place.teamId === null ||
  place.assigneeId === actor.id ||
  actor.teamIds.includes(place.teamId);

export function countByTally(filter: TicketFilter, cells: readonly Cell[], actor: Actor): number {
  let count = 0;
  for (const cell of cells) {
    const fits = fitsStatus(filter, cell) && fitsSnooze(filter, cell);
    count += fits && fitsPlace(filter, cell, actor) ? cell.n : 0;
  }
  return count;
}

/** What the folded cells come to for somebody, for as long as these cells are current: 500 screens ask at once. */
const countedFolded = new WeakMap<readonly Cell[], Map<string, number>>();

function countFolded(filter: TicketFilter, folded: readonly Cell[], actor: Actor): number {
  const counted = countedFolded.get(folded) ?? new Map<string, number>();
  countedFolded.set(folded, counted);
  const question = [JSON.stringify(filter), actor.id, actor.scope, ...actor.teamIds].join(' ');
  const count = counted.get(question) ?? countByTally(filter, folded, actor);
  counted.set(question, count);
  return count;
}

export type CountedView = Pick<UncountedView, 'id' | 'filter' | 'sharing' | 'owner' | 'team'>;

/** Views whose numbers the tally has, for one of those who look. */
export const countByTallies = (
  views: readonly CountedView[],
  { folded, fresh }: Tally,
  actor: Actor,
): Record<string, number> =>
  Object.fromEntries(
    views
      .filter((view) => isTallied(view.filter) && isViewOf(view, actor))
      .map(({ id, filter }) => [
        id,
        countFolded(filter, folded, actor) + countByTally(filter, fresh, actor),
      ]),
  );

/** Counters of the views that need more than the tally, kept for as long as they are current. */
export type OpenCounts = { readonly views: readonly CountedView[]; readonly cells: OpenCell[] };

export async function readOpenCounts(
  db: Reader,
  workspaceId: string,
  { views, now }: { views: readonly CountedView[]; now: Date },
): Promise<OpenCounts> {
  const counted = views.filter(
    ({ filter }) => !isTallied(filter) && isOfOpenWork(filter) && isOfNobody(filter),
  );
  const filters = counted.map(({ filter }) => filter);
  return { views: counted, cells: await readOpenCells(db, workspaceId, { filters, now }) };
}

export function countOpen({ views, cells }: OpenCounts, actor: Actor): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [at, view] of views.entries()) {
    if (isViewOf(view, actor)) {
      let count = 0;
      for (const cell of cells) {
        count += fitsPlace(view.filter, cell, actor) ? (cell.counts[at] ?? 0) : 0;
      }
      counts[view.id] = count;
    }
  }
  return counts;
}

async function countFor(
  db: Reader,
  actor: Actor,
  { views, now }: { views: readonly CountedView[]; now: Date },
): Promise<Record<string, number>> {
  const { workspaceId } = actor;
  return {
    ...countByTallies(views, await readTally(db, workspaceId), actor),
    ...countOpen(await readOpenCounts(db, workspaceId, { views, now }), actor),
  };
}

export const countAllViews = defineQuery({
  name: 'tickets.count-views',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({ counts: z.record(z.string(), z.int()) }),
  async run({ db, actor, now }) {
    return { counts: await countFor(db, actor, { views: await readViews(db, actor), now }) };
  },
});

export const listViews = defineQuery({
  name: 'tickets.list-views',
  permission: 'ticket.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(View), next: z.string().nullable() }),
  async run({ db, actor, now }) {
    const views = await readViews(db, actor);
    const counts = await countFor(db, actor, { views, now });
    return {
      items: views.map((view) => ({ ...view, count: counts[view.id] ?? null })),
      next: null,
    };
  },
});
