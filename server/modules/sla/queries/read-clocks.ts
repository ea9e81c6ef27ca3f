import { sql, type Selectable } from 'kysely';
import type { Database, Reader } from '../../../kernel/database.ts';
import { preparedRead } from '../../../kernel/prepared.ts';
import type { SlaTables } from '../schema.ts';
import type { Clock } from '../rules/clock.ts';
import type { Clocks } from '../rules/promises.ts';

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
});

export const toClocks = (rows: readonly ClockRow[]): Clocks =>
  new Map(rows.map((row) => [row.target, toClock(row)]));

const atOnce = 200;

/** Tickets of which an alarm has come, the longest overdue first. */
export async function listRinging(db: Database, workspaceId: string, now: Date): Promise<string[]> {
  return db.read(workspaceId, async (reader) => {
    const { rows } = await sql<{ ticket_id: string }>`
      select ticket_id from ticket_clock where workspace_id = ${workspaceId} and alarm_at <= ${now}
      order by alarm_at limit ${atOnce}`.execute(reader);
    return [...new Set(rows.map(({ ticket_id: id }) => id))];
  });
}

export async function findNextAlarm(db: Database, workspaceId: string): Promise<Date | null> {
  return db.read(workspaceId, async (reader) => {
    const { rows } = await sql<{ at: Date | null }>`
      select min(alarm_at) as at from ticket_clock
      where workspace_id = ${workspaceId} and alarm_at is not null`.execute(reader);
    return rows[0]?.at ?? null;
  });
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
