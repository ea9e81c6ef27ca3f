import type { Database, Reader } from '../../kernel/database.ts';
import { openKnown, type Known } from '../../kernel/known.ts';
import {
  calendarNotice,
  compileWorkingTime,
  readWorkspaceCalendars,
  type WorkspaceCalendars,
} from '../calendars/public.ts';
import {
  categoryNotice,
  compileCondition,
  joinNeeds,
  noCategories,
  readCompileOptions,
  type CompiledCondition,
  type CompileOptions,
  type ConditionSubject,
  type FactNeeds,
  type Priority,
  type TicketState,
} from '../tickets/public.ts';
import { readPolicies, type PolicyRow } from './queries/read-policies.ts';
import { aroundTheClock, type Terms, type Timekeeper } from './rules/clock.ts';
import { readOpenCalendars, type OpenCalendars } from './queries/open-calendars.ts';
import type { EscalationStep } from './escalation/schema.ts';
import type { Step } from './escalation/steps.ts';
import type { Applied } from './rules/decide.ts';
import { slaNotice } from './store.ts';

/** What of a ticket its times depend on. */
type Counted = Pick<TicketState, 'priority' | 'teamId'>;

/** The policies of a workspace, compiled; asked for with every ticket, made once for each of their versions. */
export type SlaSettings = {
  readonly empty: boolean;
  readonly needs: FactNeeds;
  /** The first policy that fits, as it is for this ticket. */
  fitting(subject: ConditionSubject): Applied | null;
  /** A policy by its id, switched off or not. */
  byId(id: string, ticket: Counted): Applied | null;
};

export type SlaMemory = {
  readonly settings: Known<SlaSettings>;
  readonly calendars: Known<OpenCalendars>;
  close(): Promise<void>;
};

const channels = [slaNotice, calendarNotice];

export function openSlaMemory(db: Database): SlaMemory {
  const settings = openKnownSettings(db);
  const calendars = openKnown(db, { channels, read: readOpenCalendars });
  return {
    settings,
    calendars,
    async close() {
      await Promise.all([settings.close(), calendars.close()]);
    },
  };
}

export const openKnownSettings = (db: Database): Known<SlaSettings> =>
  openKnown(db, {
    channels: [...channels, categoryNotice],
    read: (reader, workspaceId) => readSettings(reader, workspaceId),
  });

/** `edit`: the policies as they would be, for whoever tries a change before it is made. */
export async function readSettings(
  db: Reader,
  workspaceId: string,
  edit: (rows: readonly PolicyRow[]) => readonly PolicyRow[] = (rows) => rows,
): Promise<SlaSettings> {
  const rows = edit(await readPolicies(db, workspaceId));
  if (rows.length === 0) {
    const none = { timeZone: 'UTC', categories: noCategories };
    return compileSla([], { hours: new Map(), byTeam: new Map(), defaultId: '' }, none);
  }
  const calendars = await readWorkspaceCalendars(db, workspaceId);
  const conditions = rows.map(({ condition }) => condition);
  return compileSla(rows, calendars, await readCompileOptions(db, workspaceId, conditions));
}

type Ready = {
  readonly row: PolicyRow;
  readonly condition: CompiledCondition;
  apply(ticket: Counted): Applied;
};

/** Pure: what rows and calendars come to, also of a draft that nobody has saved. */
export function compileSla(
  rows: readonly PolicyRow[],
  calendars: WorkspaceCalendars,
  options: CompileOptions,
): SlaSettings {
  const keepers = new Map<string, Timekeeper>(
    [...calendars.hours].map(([id, hours]) => [id, compileWorkingTime(hours)]),
  );
  const keeperOf = (row: PolicyRow, { teamId }: Counted): Timekeeper => {
    const ofTeam = row.by_team && teamId !== null ? calendars.byTeam.get(teamId) : undefined;
    const own = row.by_team ? (row.calendar_id ?? calendars.defaultId) : row.calendar_id;
    const id = ofTeam ?? own;
    return (id === null ? undefined : keepers.get(id)) ?? aroundTheClock;
  };
  const ready: Ready[] = rows.map((row) => ({
    row,
    condition: compileCondition(row.condition, options),
    apply: applying(row, (ticket) => keeperOf(row, ticket)),
  }));
  const active = ready.filter(({ row }) => row.active);
  const byId = new Map(ready.map((each) => [each.row.id, each]));
  return {
    empty: rows.length === 0,
    needs: joinNeeds(active.map(({ condition }) => condition.needs)),
    fitting(subject) {
      const found = active.find(({ condition }) => condition.test(subject));
      return found ? found.apply(subject.ticket) : null;
    },
    byId(id, ticket) {
      return byId.get(id)?.apply(ticket) ?? null;
    },
  };
}

/** A policy promises the same to all tickets of one priority and calendar; every decision asks for it, mostly twice. */
function applying(
  row: PolicyRow,
  keeperOf: (ticket: Counted) => Timekeeper,
): (ticket: Counted) => Applied {
  const known = new Map<Timekeeper, Map<Priority, Applied>>();
  return (ticket) => {
    const keeper = keeperOf(ticket);
    const byPriority = known.get(keeper) ?? new Map<Priority, Applied>();
    known.set(keeper, byPriority);
    const applied = byPriority.get(ticket.priority) ?? appliedTo(row, ticket, keeper);
    byPriority.set(ticket.priority, applied);
    return applied;
  };
}

function appliedTo(row: PolicyRow, { priority }: Counted, keeper: Timekeeper): Applied {
  const { targets, onReopen, onChange, onPriority, onMerge, pausedIn, steps } = row.terms;
  const warnAt = row.terms.warnAt.toSorted((a, b) => a - b);
  const goalMs = (target: string, by: Priority): number | null => {
    const goal = Object.hasOwn(targets, target) ? targets[target] : undefined;
    return goal ? (goal.byPriority?.[by] ?? goal.minutes) * 60_000 : null;
  };
  const terms = new Map<string, Terms>(
    Object.keys(targets).map((target) => [
      target,
      { goalMs: goalMs(target, priority) ?? 0, warnAt, keeper },
    ]),
  );
  return {
    id: row.id,
    name: row.name,
    active: row.active,
    pausedIn,
    terms,
    onReopen,
    onChange,
    onPriority,
    onMerge,
    firstMessageIsExchange: false,
    steps: stepsByTarget(steps),
    goalMs,
  };
}

/** Stored steps have ids; one that has none was never saved, and cannot be told from another. */
const stepsByTarget = (steps: readonly EscalationStep[]): ReadonlyMap<string, readonly Step[]> =>
  Map.groupBy(
    steps.flatMap((step, at) =>
      step.id === undefined ? [] : [{ ...step, id: step.id, number: at + 1 }],
    ),
    ({ target }) => target,
  );
