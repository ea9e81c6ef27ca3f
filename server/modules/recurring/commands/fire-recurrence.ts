import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id, line } from '../../../kernel/text.ts';
import { requirePerson } from '../../customers/public.ts';
import { recurrenceChanged, recurrenceFailed } from '../events.ts';
import { openFrom } from '../open-from-template.ts';
import { dealWith, planFrom, recurringOf } from '../planning.ts';
import * as store from '../recurrence-store.ts';
import { instantOf, type Occurrence } from '../rules/occurrences.ts';
import { lockTicketTemplate } from '../template-store.ts';

/**
 * The time of a recurrence has come. Under its lock: whether it still has. What is opened, what is let go and the next time are
 * one transaction, so a crash in the middle leaves it due, and a second worker finds it done.
 */
export const fireRecurrence = defineCommand({
  name: 'recurrences.fire',
  permission: 'recurrence.fire',
  input: z.strictObject({
    recurrenceId: z.string(),
    /** The code of the refusal that opening it met a moment ago: it is noted, and the next one is waited for. */
    problem: z.string().nullable(),
  }),
  output: z.object({ ticketId: z.string().nullable() }),

  async run(ctx, { recurrenceId, problem }) {
    const row = await store.lockKnownRecurrence(ctx, recurrenceId);
    if (!row || row.next_at === null || row.next_at > ctx.now) {
      return { ticketId: null };
    }
    const recurring = await recurringOf(ctx.tx, ctx.actor.workspaceId, row);
    const { open, missed, plan } = dealWith(recurring, row, ctx.now);
    const fresh = await store.insertRuns(ctx, [
      ...missed.map(({ on }) => runOf(ctx, { recurrenceId, on, outcome: 'missed' })),
      ...(open
        ? [
            runOf(ctx, {
              recurrenceId,
              on: open.on,
              outcome: problem ? 'failed' : 'opened',
              problem,
            }),
          ]
        : []),
    ]);
    await store.saveRecurrence(ctx, { ...row, ...plan });
    ctx.emit(recurrenceChanged, { recurrenceId });
    if (!open || !fresh.has(open.on)) {
      return { ticketId: null };
    }
    if (problem !== null) {
      const { name: template } = await lockTicketTemplate(ctx, row.template_id);
      ctx.emit(recurrenceFailed, { recurrenceId, template, on: open.on, problem });
      return { ticketId: null };
    }
    return { ticketId: await openRun(ctx, row, open) };
  },
});

/** One that was missed or failed is opened after all, because somebody asks for it. */
export const openMissedOccurrence = defineCommand({
  name: 'recurrences.open-missed',
  permission: 'template.change',
  input: z.strictObject({ recurrenceId: id(), on: line({ min: 10, max: 10 }) }),
  output: z.object({ ticketId: z.string() }),

  async run(ctx, { recurrenceId, on }) {
    const row = await store.lockRecurrence(ctx, recurrenceId);
    const run = await store.lockRun(ctx, recurrenceId, on);
    if (run.outcome === 'opened') {
      throw new Refusal('conflict', 'recurrence.already_opened');
    }
    const recurring = await recurringOf(ctx.tx, ctx.actor.workspaceId, row);
    await store.saveRun(ctx, { ...run, outcome: 'opened', problem: null, at: ctx.now });
    ctx.emit(recurrenceChanged, { recurrenceId });
    return { ticketId: await openRun(ctx, row, { on, at: instantOf(recurring, on) }) };
  },
});

/** A calendar was changed: what is not due yet may fall on another day. */
export const replanRecurrences = defineCommand({
  name: 'recurrences.replan',
  permission: 'recurrence.fire',
  input: z.strictObject({ calendarId: z.string() }),
  output: z.null(),

  async run(ctx, { calendarId }) {
    for (const row of await store.lockRecurrencesOf(ctx, calendarId)) {
      if (row.next_at !== null && row.next_at > ctx.now) {
        const recurring = await recurringOf(ctx.tx, ctx.actor.workspaceId, row);
        await store.saveRecurrence(ctx, { ...row, ...planFrom(recurring, ctx.now) });
        ctx.emit(recurrenceChanged, { recurrenceId: row.id });
      }
    }
    return null;
  },
});

type Run = Pick<store.RunRecord, 'on' | 'outcome'> & {
  recurrenceId: string;
  problem?: string | null;
};

const runOf = (ctx: CommandContext, { recurrenceId, on, outcome, problem = null }: Run) => ({
  recurrence_id: recurrenceId,
  on,
  outcome,
  ticket_id: null,
  problem,
  at: ctx.now,
});

async function openRun(
  ctx: CommandContext,
  row: store.RecurrenceRecord,
  { on, at }: Occurrence,
): Promise<string> {
  const template = await lockTicketTemplate(ctx, row.template_id);
  if (template.requester_id === null) {
    throw new Refusal('not_allowed', 'recurrence.needs_requester');
  }
  const ticket = await openFrom(ctx, template, {
    person: await requirePerson(ctx, template.requester_id),
    author: { kind: 'system', id: null, name: template.name, address: null },
    around: { agentName: null, day: at },
    recurrence: { id: row.id, on },
  });
  const run = await store.lockRun(ctx, row.id, on);
  await store.saveRun(ctx, { ...run, ticket_id: ticket.id });
  return ticket.id;
}
