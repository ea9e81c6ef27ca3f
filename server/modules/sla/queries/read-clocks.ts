import { sql, type Selectable } from 'kysely';
import type { Database, Reader } from '../../../kernel/database.ts';
import { preparedRead } from '../../../kernel/prepared.ts';
import type { SlaTables } from '../schema.ts';
import type { Clock } from '../rules/clock.ts';
import type { Clocks } from '../rules/promises.ts';
import type { StepState } from '../escalation/steps.ts';
import type { TicketClocks } from '../ticket-clocks.ts';

export type ClockRow = Selectable<SlaTables['ticket_clock']>;

const clocksOfTicket = preparedRead<{ workspaceId: string; ticketId: string }, ClockRow>(
  (db, slot) =>
    db
      .withTables<SlaTables>()
      .selectFrom('ticket_clock')
      .selectAll()
      .where('workspace_id', '=', slot.workspaceId)
      .where('ticket_id', '=', slot.ticketId)
      .compile(),
);

export const readClocks = (
  db: Reader,
  workspaceId: string,
  ticketId: string,
): Promise<ClockRow[]> => clocksOfTicket.all(db, { workspaceId, ticketId });

/** Those of several tickets. */
export async function readClocksOf(
  db: Reader,
  workspaceId: string,
  ticketIds: readonly string[],
): Promise<ClockRow[]> {
  return db
    .withTables<SlaTables>()
    .selectFrom('ticket_clock')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`ticket_id = any(${sql.val(ticketIds)}::uuid[])`)
    .execute();
}

const ms = (date: Date | null): number | null => date?.getTime() ?? null;

export const toClock = (row: ClockRow): Clock => ({
  target: row.target,
  goalMs: row.goal_ms,
  state: row.state,
  startedAt: row.started_at.getTime(),
  since: ms(row.since),
  usedMs: row.used_ms,
  dueAt: ms(row.due_at),
  stoppedAt: ms(row.stopped_at),
  slowestMs: row.slowest_ms,
  stage: row.stage,
  alarmAt: ms(row.alarm_at),
  breachedAt: ms(row.breached_at),
});

export const toClocks = (rows: readonly ClockRow[]): Clocks =>
  new Map(rows.map((row) => [row.target, toClock(row)]));

const toSteps = (row: ClockRow): StepState => ({
  fired: row.fired ?? [],
  at: ms(row.step_at),
});

/** Of one ticket. */
export const toTicketClocks = (rows: readonly ClockRow[]): TicketClocks => ({
  policyId: rows[0]?.policy_id ?? null,
  clocks: toClocks(rows),
  steps: new Map(rows.map((row) => [row.target, toSteps(row)])),
  priorities: new Map(rows.map((row) => [row.target, row.priority])),
});

const atOnce = 200;

/** Two walks along two indexes: one condition over both columns would read every clock. */
const ringing = preparedRead<{ workspaceId: string; now: Date }, { ticket_id: string }>(
  (db, slot) =>
    sql<{ ticket_id: string }>`select ticket_id from (
      (select ticket_id, alarm_at as at from ticket_clock
        where workspace_id = ${slot.workspaceId} and alarm_at <= ${slot.now} order by alarm_at limit ${sql.lit(atOnce)})
      union all
      (select ticket_id, step_at from ticket_clock
        where workspace_id = ${slot.workspaceId} and step_at <= ${slot.now} order by step_at limit ${sql.lit(atOnce)})
    ) due order by at limit ${sql.lit(atOnce)}`.compile(db),
);

/** Tickets of which an alarm or a step of escalation has come, the longest overdue first. */
export async function listRinging(db: Database, workspaceId: string, now: Date): Promise<string[]> {
  const rows = await db.read(workspaceId, (reader) => ringing.all(reader, { workspaceId, now }));
  return [...new Set(rows.map(({ ticket_id: id }) => id))];
}

const nextAlarm = preparedRead<{ workspaceId: string }, { at: Date | null }>((db, slot) =>
  sql<{ at: Date | null }>`select least(
      (select min(alarm_at) from ticket_clock where workspace_id = ${slot.workspaceId} and alarm_at is not null),
      (select min(step_at) from ticket_clock where workspace_id = ${slot.workspaceId} and step_at is not null)
    ) as at`.compile(db),
);

export async function findNextAlarm(db: Database, workspaceId: string): Promise<Date | null> {
  const rows = await db.read(workspaceId, (reader) => nextAlarm.all(reader, { workspaceId }));
  return rows[0]?.at ?? null;
}

/** Open tickets in the order of their ids, some at a time. */
export async function listOpenTickets(
  db: Database,
  workspaceId: string,
  after: string,
): Promise<string[]> {
  return db.read(workspaceId, async (reader) => {
    const { rows } = await sql<{ id: string }>`
      select id from ticket where workspace_id = ${workspaceId} and id > ${after}::uuid
        and status in ('new', 'open', 'pending', 'on_hold') and merged_into is null
      order by id limit ${atOnce}`.execute(reader);
    return rows.map(({ id }) => id);
  });
}
