import type { CommandContext } from '../../kernel/commands.ts';
import type { FieldChange, Reason } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { fieldEvents, policiesCut, ticketCaught, ticketOpened } from './events.ts';
import { gatherFacts, type WrittenText } from './policies/gather-facts.ts';
import {
  keepInStep,
  loadPolicies,
  noteEffects,
  performEffects,
} from './policies/registered-policies.ts';
import { settle, type Occurrence, type Settled, type Step } from './rules/policies.ts';
import { noFacts } from './rules/facts.ts';
import {
  change,
  changedFields,
  type ChangedField,
  type Changes,
  type TicketState,
} from './rules/ticket.ts';
import * as store from './store.ts';
import { snoozeColumn, snoozeOf } from './snooze/snooze-column.ts';
import { mustBeAlive } from './moves/must-be-alive.ts';
import { insertTicket, saveTicket, takeNumber } from './ticket-store.ts';
import { appendTally } from './tally-store.ts';

/**
 * The tickets' own part of the one door. Every change of a ticket, whoever asks for it, passes here inside the caller's
 * transaction: what was asked, then what policies add, each with its reason; then state, counters and history are
 * written together or not at all.
 */

export type Intention = {
  readonly changes: Changes;
  readonly occurrences: readonly Occurrence[];
  /** Why a person hands the ticket over, or a rule moves it. */
  readonly reason?: Reason | undefined;
  /** What was just written into the ticket. */
  readonly written?: WrittenText | undefined;
  /** Keys of the proposals that this follows from: none of them is made again. */
  readonly follows?: readonly string[] | undefined;
  /** What is written to the row beside the decided state: message counters, preview. */
  readonly also?: Partial<store.TicketRecord>;
};

/** Inserts a new ticket: policies see it before anybody else does. */
export async function letIn(ctx: CommandContext, opening: Opening): Promise<store.TicketRecord> {
  const row = opened(ctx, opening, opening.number ?? (await takeNumber(ctx)));
  const start = stateOf(row);
  ctx.emit(
    opening.caught ? ticketCaught : ticketOpened,
    { ticketId: row.id, number: row.number },
    { ticketId: row.id, personId: row.requester_id },
  );
  const occurrences = [{ kind: 'opened' as const }];
  const policies = await loadPolicies(ctx, { ticket: start, occurrences });
  const facts = await gatherFacts(ctx, start, { policies, written: opening.written });
  const settled = settle(start, occurrences, { policies, now: ctx.now, facts });
  noteEffects(policies, { ...settled, facts, follows: [] });
  await recordSteps(ctx, settled.steps, settled);
  const times = await keepInStep(ctx, policies, { ...settled, facts, follows: [] });
  const decided = { ...row, ...columnsOf(settled.ticket), ...times };
  insertTicket(ctx, decided);
  appendTally(ctx, null, settled.ticket);
  await performEffects(ctx, policies, { ...settled, facts, follows: [] });
  return decided;
}

/** Changes a ticket whose row lock is held by this transaction. */
export async function applyTo(
  ctx: CommandContext,
  row: store.TicketRecord,
  { changes, occurrences, reason, also = {}, written, follows = [] }: Intention,
): Promise<store.TicketRecord> {
  const before = stateOf(row);
  mustBeAlive(before, changes);
  const asked = change(before, changes, ctx.now);
  const fields = changedFields(before, asked);
  const happened = fields.length > 0 ? [{ kind: 'changed' as const, fields }] : [];
  const all = [...happened, ...occurrences];
  const policies = await loadPolicies(ctx, { ticket: asked, occurrences: all });
  const facts = all.length > 0 ? await gatherFacts(ctx, asked, { policies, written }) : noFacts;
  const settled = settle(asked, all, { policies, now: ctx.now, facts, done: follows });
  noteEffects(policies, { ...settled, facts, follows });
  const { ticket, steps } = settled;
  const times = await keepInStep(ctx, policies, { ...settled, facts, follows });
  const first: Step[] = fields.length > 0 ? [{ before, after: asked, reason: reason ?? null }] : [];
  await performEffects(ctx, policies, { ...settled, facts, follows });
  if (first.length + steps.length === 0 && Object.keys({ ...also, ...times }).length === 0) {
    return row;
  }
  await recordSteps(ctx, [...first, ...steps], settled);
  appendTally(ctx, before, ticket);
  const after = {
    ...row,
    ...columnsOf(ticket),
    ...also,
    ...times,
    updated_at: ctx.now > row.updated_at ? ctx.now : row.updated_at,
    version: row.version + 1,
  };
  saveTicket(ctx, after);
  return after;
}

async function recordSteps(
  ctx: CommandContext,
  steps: readonly Step[],
  { cut, cutReason, ticket }: Pick<Settled, 'cut' | 'cutReason' | 'ticket'>,
): Promise<void> {
  for (const { before, after, reason } of steps) {
    for (const field of changedFields(before, after)) {
      const type = fieldEvents[eventOf(field)];
      ctx.emit(
        type,
        { ticketId: after.id },
        {
          ticketId: after.id,
          changes: [await readable(ctx, field, before, after)],
          ...(reason && { reason }),
        },
      );
    }
  }
  if (cut && (steps.length > 0 || cutReason)) {
    const about = { ticketId: ticket.id, ...(cutReason && { reason: cutReason }) };
    ctx.emit(policiesCut, { ticketId: ticket.id }, about);
  }
}

const eventNames = { categoryId: 'category', teamId: 'team', assigneeId: 'assignee' } as const;

function eventOf(field: ChangedField): keyof typeof fieldEvents {
  return field in eventNames
    ? eventNames[field as keyof typeof eventNames]
    : (field as Exclude<ChangedField, keyof typeof eventNames>);
}

/** Ids become `{ id, name }` as of now: the history must read the same when the team has long been renamed. */
async function readable(
  ctx: CommandContext,
  field: ChangedField,
  before: TicketState,
  after: TicketState,
): Promise<FieldChange> {
  if (!store.isNamedField(field)) {
    return { field: eventOf(field), from: before[field], to: after[field] };
  }
  const ids = [before[field], after[field]].filter((id) => id !== null);
  const names = await store.namesOf(ctx, field, [...new Set(ids)]);
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return { field: eventOf(field), from: named(before[field]), to: named(after[field]) };
}

export function stateOf(row: store.TicketRecord): TicketState {
  return {
    id: row.id,
    type: row.type,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    impact: row.impact,
    urgency: row.urgency,
    categoryId: row.category_id,
    channelKind: row.channel_kind,
    channelId: row.channel_id,
    requesterId: row.requester_id,
    organizationId: row.organization_id,
    teamId: row.team_id,
    assigneeId: row.assignee_id,
    tags: row.tags,
    region: row.region,
    fields: row.fields,
    createdAt: row.created_at,
    firstRespondedAt: row.first_responded_at,
    solvedAt: row.solved_at,
    snooze: snoozeOf(row),
    mergedInto: row.merged_into,
  };
}

function columnsOf(ticket: TicketState) {
  return {
    type: ticket.type,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    impact: ticket.impact,
    urgency: ticket.urgency,
    category_id: ticket.categoryId,
    team_id: ticket.teamId,
    assignee_id: ticket.assigneeId,
    tags: [...ticket.tags],
    region: ticket.region,
    fields: { ...ticket.fields },
    solved_at: ticket.solvedAt,
    snoozed_until: snoozeColumn(ticket.snooze),
    merged_into: ticket.mergedInto,
  };
}

export type Opening = {
  /** From a blocked sender: nobody is told that it came. */
  readonly caught?: boolean | undefined;
  /** Taken beforehand by whoever has something else to ask in the same turn. */
  readonly number?: number | undefined;
  readonly subject: string;
  readonly preview: string;
  readonly requester: { readonly id: string; readonly organizationId: string | null };
  readonly channel: { readonly kind: string; readonly id: string | null };
  readonly state: Changes;
  readonly writtenBy: 'customer' | 'agent' | 'system';
  /** Its first message. */
  readonly written?: WrittenText | undefined;
};

/** The row of a new ticket, before policies. */
function opened(ctx: CommandContext, opening: Opening, number: number): store.TicketRecord {
  const { subject, preview, requester, channel, state } = opening;
  const draft: TicketState = {
    id: newId(),
    type: 'question',
    subject,
    status: 'new',
    priority: 'normal',
    impact: null,
    urgency: null,
    categoryId: null,
    channelKind: channel.kind,
    channelId: channel.id,
    requesterId: requester.id,
    organizationId: requester.organizationId,
    teamId: null,
    assigneeId: null,
    tags: [],
    region: null,
    fields: {},
    createdAt: ctx.now,
    firstRespondedAt: null,
    solvedAt: null,
    snooze: null,
    mergedInto: null,
  };
  const ticket = change(draft, state, ctx.now);
  return {
    ...columnsOf(ticket),
    workspace_id: ctx.actor.workspaceId,
    id: ticket.id,
    number,
    channel_kind: channel.kind,
    channel_id: channel.id,
    requester_id: requester.id,
    organization_id: requester.organizationId,
    created_at: ctx.now,
    updated_at: ctx.now,
    last_message_at: ctx.now,
    last_message_by: opening.writtenBy,
    preview,
    message_count: 1,
    first_responded_at: null,
    first_response_due_at: null,
    due_at: null,
    clock: null,
    resolution_due_at: null,
    before_spam: null,
    version: 1,
  };
}
