import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { recurrenceChanged } from '../events.ts';
import { goOnFromNow } from '../go-on-from-now.ts';
import { planFrom, recurringOf } from '../planning.ts';
import { readRecurrence } from '../queries/read-recurrences.ts';
import {
  deleteRecurrence,
  insertRecurrence,
  lockRecurrence,
  saveRecurrence,
  type RecurrenceRecord,
} from '../recurrence-store.ts';
import { parseRrule, printRrule } from '../rules/rrule.ts';
import { Recurrence, recurrenceFields as fields } from '../schema.ts';
import { lockTicketTemplate } from '../template-store.ts';

export const addRecurrence = defineCommand({
  name: 'recurrences.add',
  permission: 'template.change',
  input: z.strictObject({
    templateId: id(),
    rrule: fields.rrule,
    from: fields.from,
    at: fields.at,
    zone: fields.zone,
    calendarId: fields.calendarId.default(null),
    dayOff: fields.dayOff.default('keep'),
    missed: fields.missed.default('newest'),
    paused: fields.paused.default(false),
  }),
  output: Recurrence,

  async run(ctx, { templateId, ...asked }) {
    await mustHaveRequester(ctx, templateId);
    const row = await planned(ctx, {
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      template_id: templateId,
      ...columnsOf(asked),
      next_on: null,
      next_at: null,
      version: 1,
      created_at: ctx.now,
    });
    await insertRecurrence(ctx, row);
    return noted(ctx, 'recurrence.added', row.id, null);
  },
});

export const changeRecurrence = defineCommand({
  name: 'recurrences.change',
  permission: 'template.change',
  input: z.strictObject({
    recurrenceId: id(),
    version: version().optional(),
    rrule: fields.rrule.optional(),
    from: fields.from.optional(),
    at: fields.at.optional(),
    zone: fields.zone.optional(),
    calendarId: fields.calendarId.optional(),
    dayOff: fields.dayOff.optional(),
    missed: fields.missed.optional(),
    paused: fields.paused.optional(),
  }),
  output: Recurrence,

  async run(ctx, { recurrenceId, version: seen, ...asked }) {
    const row = await lockRecurrence(ctx, recurrenceId);
    mustBeCurrent(row, seen);
    const before = await readRecurrence(ctx.tx, ctx.actor.workspaceId, recurrenceId);
    const kept = {
      rrule: row.rrule,
      from: row.from_date,
      at: row.at_time,
      zone: row.zone,
      calendarId: row.calendar_id,
      dayOff: row.day_off,
      missed: row.missed,
      paused: row.paused,
    };
    const said = Object.entries(asked).filter(([, value]) => value !== undefined);
    const after = { ...kept, ...(Object.fromEntries(said) as Partial<typeof kept>) };
    await saveRecurrence(
      ctx,
      await planned(ctx, { ...row, ...columnsOf(after), version: row.version + 1 }),
    );
    return noted(ctx, 'recurrence.changed', recurrenceId, before);
  },
});

export const recurrenceRemoval: RemovalKind = {
  kind: 'recurrence',
  permission: 'template.change',
  table: 'ticket_recurrence',
  async returned(ctx, { id: recurrenceId }) {
    await goOnFromNow(ctx, [await lockRecurrence(ctx, recurrenceId)]);
    await noted(ctx, 'recurrence.restored', recurrenceId, null);
  },
};

export const removeRecurrence = defineCommand({
  name: 'recurrences.remove',
  permission: 'template.change',
  input: z.strictObject({ recurrenceId: id() }),
  output: Removed,

  async run(ctx, { recurrenceId }) {
    await lockRecurrence(ctx, recurrenceId);
    const before = await readRecurrence(ctx.tx, ctx.actor.workspaceId, recurrenceId);
    const removed = await keepRemoved(ctx, recurrenceRemoval, {
      id: recurrenceId,
      name: before.template.name,
    });
    await deleteRecurrence(ctx, recurrenceId);
    noteChange(ctx, 'recurrence.removed', before, null);
    return removed;
  },
});

type Asked = {
  readonly rrule: string;
  readonly from: string;
  readonly at: string;
  readonly zone: string;
  readonly calendarId: string | null;
  readonly dayOff: RecurrenceRecord['day_off'];
  readonly missed: RecurrenceRecord['missed'];
  readonly paused: boolean;
};

function columnsOf(asked: Asked) {
  const repeat = parseRrule(asked.rrule);
  if (!repeat) {
    throw invalid('rrule', 'not_rrule');
  }
  return {
    rrule: printRrule(repeat),
    from_date: asked.from,
    at_time: asked.at,
    zone: asked.zone,
    calendar_id: asked.calendarId,
    day_off: asked.dayOff,
    missed: asked.missed,
    paused: asked.paused,
  };
}

/** Nobody is there to be asked for whom it is. */
async function mustHaveRequester(ctx: CommandContext, templateId: string): Promise<void> {
  const template = await lockTicketTemplate(ctx, templateId);
  if (template.requester_id === null) {
    throw new Refusal('not_allowed', 'recurrence.needs_requester');
  }
}

/** Whatever should have been opened by now under the former plan is over; one that never comes is a mistake. */
async function planned(ctx: CommandContext, row: RecurrenceRecord): Promise<RecurrenceRecord> {
  if (row.paused) {
    return { ...row, next_on: null, next_at: null };
  }
  const recurring = await recurringOf(ctx.tx, ctx.actor.workspaceId, row);
  if (row.calendar_id !== null && !recurring.days) {
    throw new Refusal('not_found', 'calendar.not_found');
  }
  const plan = planFrom(recurring, ctx.now);
  if (plan.next_at === null) {
    throw invalid('rrule', 'never');
  }
  return { ...row, ...plan };
}

async function noted(
  ctx: CommandContext,
  action: string,
  recurrenceId: string,
  before: Recurrence | null,
): Promise<Recurrence> {
  const after = await readRecurrence(ctx.tx, ctx.actor.workspaceId, recurrenceId);
  noteChange(ctx, action, before, after);
  return after;
}

function noteChange(
  ctx: CommandContext,
  action: string,
  before: Recurrence | null,
  after: Recurrence | null,
): void {
  const one = after ?? before;
  if (!one) {
    return;
  }
  ctx.emit(recurrenceChanged, { recurrenceId: one.id });
  ctx.audit({
    action,
    subject: { kind: 'recurrence', id: one.id, name: one.template.name },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
}

const saidOf = ({ rrule, from, at, zone, calendar, dayOff, missed, paused }: Recurrence) => ({
  rrule,
  from,
  at,
  zone,
  calendar: calendar?.name ?? null,
  dayOff,
  missed,
  paused,
});
