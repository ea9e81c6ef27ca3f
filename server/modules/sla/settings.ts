import type { Database, Reader } from '../../kernel/database.ts';
import {
  calendarNotice,
  compileWorkingTime,
  readWorkspaceCalendars,
  type WorkspaceCalendars,
} from '../calendars/public.ts';
import { readWorkspace } from '../identity/public.ts';
import {
  compileCondition,
  joinNeeds,
  type CompiledCondition,
  type ConditionSubject,
  type FactNeeds,
  type TicketState,
} from '../tickets/public.ts';
import { readPolicies, type PolicyRow } from './queries/read-policies.ts';
import { aroundTheClock, type Terms, type Timekeeper } from './rules/clock.ts';
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
  pausedIn(id: string): readonly string[];
};

export type SlaMemory = {
  of(workspaceId: string): Promise<SlaSettings>;
  forget(workspaceId: string): void;
  close(): Promise<void>;
};

export function openSlaMemory(db: Database): SlaMemory {
  const known = new Map<string, Promise<SlaSettings>>();
  const forget = (workspaceId: string): void => void known.delete(workspaceId);
  const listeners = [slaNotice, calendarNotice].map((channel) =>
    db.listen(channel, forget, () => known.clear()),
  );
  return {
    of(workspaceId) {
      const found = known.get(workspaceId);
      if (found) {
        return found;
      }
      const reading = db.read(workspaceId, (reader) => readSettings(reader, workspaceId));
      known.set(workspaceId, reading);
      reading.catch(() => known.delete(workspaceId));
      return reading;
    },
    forget,
    async close() {
      await Promise.all(listeners.map((each) => each.close()));
    },
  };
}

/** `edit`: the policies as they would be, for whoever tries a change before it is made. */
export async function readSettings(
  db: Reader,
  workspaceId: string,
  edit: (rows: readonly PolicyRow[]) => readonly PolicyRow[] = (rows) => rows,
): Promise<SlaSettings> {
  const rows = edit(await readPolicies(db, workspaceId));
  if (rows.length === 0) {
    return compile([], { hours: new Map(), byTeam: new Map(), defaultId: '' }, 'UTC');
  }
  const calendars = await readWorkspaceCalendars(db, workspaceId);
  const { timeZone } = await readWorkspace(db, workspaceId);
  return compile(rows, calendars, timeZone);
}

type Ready = { readonly row: PolicyRow; readonly condition: CompiledCondition };

function compile(
  rows: readonly PolicyRow[],
  calendars: WorkspaceCalendars,
  timeZone: string,
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
    condition: compileCondition(row.condition, { timeZone }),
  }));
  const active = ready.filter(({ row }) => row.active);
  const apply = (row: PolicyRow, ticket: Counted) => appliedTo(row, ticket, keeperOf(row, ticket));
  return {
    empty: rows.length === 0,
    needs: joinNeeds(active.map(({ condition }) => condition.needs)),
    fitting(subject) {
      const found = active.find(({ condition }) => condition.test(subject));
      return found ? apply(found.row, subject.ticket) : null;
    },
    byId(id, ticket) {
      const found = ready.find(({ row }) => row.id === id);
      return found ? apply(found.row, ticket) : null;
    },
    pausedIn: (id) => ready.find(({ row }) => row.id === id)?.row.terms.pausedIn ?? [],
  };
}

function appliedTo(row: PolicyRow, { priority }: Counted, keeper: Timekeeper): Applied {
  const { targets, warnAt, onReopen, onChange } = row.terms;
  const terms = new Map<string, Terms>(
    Object.entries(targets).map(([target, { minutes, byPriority }]) => [
      target,
      {
        goalMs: (byPriority?.[priority] ?? minutes) * 60_000,
        warnAt: warnAt.toSorted((a, b) => a - b),
        keeper,
      },
    ]),
  );
  return { id: row.id, name: row.name, terms, onReopen, onChange, firstMessageIsExchange: false };
}
