import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, text } from '../../../kernel/text.ts';
import { visibleTo } from '../../tickets/public.ts';
import { repeatOf, recurringOf } from '../planning.ts';
import { upcoming } from '../rules/occurrences.ts';
import {
  Recurrence,
  recurrenceFields,
  RecurrencePreview,
  RecurrenceRun,
  type RecurringTables,
} from '../schema.ts';

type NameTables = {
  calendar: { workspace_id: string; id: string; name: string };
};
type Last = {
  on: string;
  outcome: 'opened' | 'missed' | 'failed';
  problem: string | null;
  at: string;
};

function selectRecurrences(db: Reader, workspaceId: string) {
  return db
    .withTables<RecurringTables & NameTables>()
    .selectFrom('ticket_recurrence as recurrence')
    .innerJoin('ticket_template as template', (join) =>
      join
        .onRef('template.workspace_id', '=', 'recurrence.workspace_id')
        .onRef('template.id', '=', 'recurrence.template_id'),
    )
    .leftJoin('calendar', (join) =>
      join
        .onRef('calendar.workspace_id', '=', 'recurrence.workspace_id')
        .onRef('calendar.id', '=', 'recurrence.calendar_id'),
    )
    .selectAll('recurrence')
    .select(['template.name as template_name', 'calendar.name as calendar_name'])
    .select(
      sql<Last | null>`(select jsonb_build_object('on', run."on", 'outcome', run.outcome, 'problem', run.problem,
          'at', run.at)
        from ticket_recurrence_run run where run.workspace_id = recurrence.workspace_id
        and run.recurrence_id = recurrence.id order by run."on" desc limit 1)`.as('last'),
    )
    .where('recurrence.workspace_id', '=', workspaceId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectRecurrences>['execute']>>[number];

const toRecurrence = (row: Row): Recurrence => ({
  id: row.id,
  template: { id: row.template_id, name: row.template_name },
  rrule: row.rrule,
  repeat: spoken(row.rrule),
  from: row.from_date,
  at: row.at_time,
  zone: row.zone,
  calendar:
    row.calendar_id === null ? null : { id: row.calendar_id, name: row.calendar_name ?? '' },
  dayOff: row.day_off,
  missed: row.missed,
  paused: row.paused,
  nextAt: row.next_at?.toISOString() ?? null,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  last: row.last && { ...row.last, at: new Date(row.last.at).toISOString() },
});

function spoken(rrule: string): Recurrence['repeat'] {
  const { weekdays, monthDays, months, ...rest } = repeatOf(rrule);
  return { ...rest, weekdays: [...weekdays], monthDays: [...monthDays], months: [...months] };
}

export async function readRecurrence(
  db: Reader,
  workspaceId: string,
  recurrenceId: string,
): Promise<Recurrence> {
  const row = await selectRecurrences(db, workspaceId)
    .where('recurrence.id', '=', recurrenceId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'recurrence.not_found');
  }
  return toRecurrence(row);
}

export const listRecurrences = defineQuery({
  name: 'recurrences.list',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, templateId: id().optional() }),
  output: pageOf(Recurrence),

  async run({ db, actor }, { limit, after, templateId }) {
    const rows = await selectRecurrences(db, actor.workspaceId)
      .$if(templateId !== undefined, (query) =>
        query.where('recurrence.template_id', '=', templateId as string),
      )
      .$if(after !== undefined, (query) =>
        query.where('recurrence.id', '>', decodeCursor(after as string, z.tuple([z.uuid()]))[0]),
      )
      .orderBy('recurrence.id')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, { item: toRecurrence, cursor: (row) => [row.id] });
  },
});

/** The next dates of a recurrence that may not be saved yet. */
export const previewRecurrence = defineQuery({
  name: 'recurrences.preview',
  permission: 'ticket.read',
  input: z.strictObject({
    rrule: recurrenceFields.rrule,
    from: recurrenceFields.from,
    at: recurrenceFields.at,
    zone: recurrenceFields.zone,
    calendarId: id().optional(),
    dayOff: recurrenceFields.dayOff.default('keep'),
  }),
  output: RecurrencePreview,

  async run({ db, actor, now }, { rrule, from, at, zone, calendarId, dayOff }) {
    const recurring = await recurringOf(db, actor.workspaceId, {
      rrule,
      from_date: from,
      at_time: at,
      zone,
      calendar_id: calendarId ?? null,
      day_off: dayOff,
    });
    const next = upcoming(recurring, now, shownDates);
    return {
      repeat: spoken(rrule),
      next: next.map(({ on, at: instant }) => ({ on, at: instant.toISOString() })),
    };
  },
});

const shownDates = 5;
const Cursor = z.tuple([text({ max: 10 })]);

type TicketKeys = {
  ticket: { workspace_id: string; id: string; number: string; subject: string };
};

export const listRuns = defineQuery({
  name: 'recurrences.runs',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, recurrenceId: id() }),
  output: pageOf(RecurrenceRun),

  async run({ db, actor }, { limit, after, recurrenceId }) {
    await readRecurrence(db, actor.workspaceId, recurrenceId);
    const rows = await db
      .withTables<RecurringTables & TicketKeys>()
      .selectFrom('ticket_recurrence_run as run')
      .leftJoin('ticket', (join) =>
        join
          .onRef('ticket.workspace_id', '=', 'run.workspace_id')
          .onRef('ticket.id', '=', 'run.ticket_id')
          .on(visibleTo(actor)),
      )
      .select(['run.on', 'run.outcome', 'run.problem', 'run.at'])
      .select(['ticket.id as ticketId', 'ticket.number', 'ticket.subject'])
      .where('run.workspace_id', '=', actor.workspaceId)
      .where('run.recurrence_id', '=', recurrenceId)
      .$if(after !== undefined, (query) =>
        query.where('run.on', '<', decodeCursor(after as string, Cursor)[0]),
      )
      .orderBy('run.on', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, { item: toRun, cursor: (row) => [row.on] });
  },
});

type RunRow = {
  on: string;
  outcome: RecurrenceRun['outcome'];
  problem: string | null;
  at: Date;
  ticketId: string | null;
  number: string | null;
  subject: string | null;
};

const toRun = ({ on, outcome, problem, at, ticketId, number, subject }: RunRow): RecurrenceRun => ({
  on,
  outcome,
  problem,
  at: at.toISOString(),
  ticket:
    ticketId === null ? null : { id: ticketId, number: Number(number), subject: subject ?? '' },
});
