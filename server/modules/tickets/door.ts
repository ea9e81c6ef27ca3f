import type { CommandContext } from '../../kernel/commands.ts';
import type { Reason } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { ticketCaught, ticketOpened } from './events.ts';
import type { WrittenText } from './policies/gather-facts.ts';
import type { LookedAhead } from './policies/look-ahead.ts';
import { recordSteps, tellRefused } from './policies/history.ts';
import { loadGuards, mustBeAllowed, withoutWrongValues } from './policies/guards.ts';
import { lookAround } from './policies/look-around.ts';
import {
  keepInStep,
  nameKnown,
  noteEffects,
  performEffects,
} from './policies/registered-policies.ts';
import { settle, type Occurrence, type Step } from './rules/policies.ts';
import { change, changedFields, type Changes, type TicketState } from './rules/ticket.ts';
import type * as store from './store.ts';
import { snoozeColumn, snoozeOf } from './snooze/snooze-column.ts';
import { mustBeAlive } from './moves/must-be-alive.ts';
import { insertTicket, saveTicket, takeNumber } from './ticket-store.ts';
import { appendTally } from './tally/tally-store.ts';

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
  /** Takes back what was, or follows from something that no guard may stop. */
  readonly free?: boolean | undefined;
  /** What is written to the row beside the decided state: message counters, preview. */
  readonly also?: Partial<store.TicketRecord>;
};

/** Inserts a new ticket: policies see it before anybody else does. */
export async function letIn(ctx: CommandContext, opening: Opening): Promise<store.TicketRecord> {
  const row = opened(ctx, opening, opening.number ?? (await takeNumber(ctx)));
  const occurrences = [{ kind: 'opened' as const }];
  const draft = stateOf(row);
  const watch = await loadGuards(ctx, { ticket: draft, isNew: true, occurrences });
  const bare = { ...draft, fields: {} };
  const whole = watch.complete(bare, draft);
  const { ticket: start, refused } = withoutWrongValues(ctx, watch, { before: bare, after: whole });
  ctx.emit(
    opening.caught ? ticketCaught : ticketOpened,
    { ticketId: row.id, number: row.number },
    { ticketId: row.id, personId: row.requester_id },
  );
  const asked = { ticket: start, occurrences };
  const { policies, facts } = await lookAround(ctx, asked, opening);
  const settled = settle(start, occurrences, { policies, now: ctx.now, facts, watch });
  const counted = noteEffects(policies, { ...settled, facts, follows: [] });
  tellRefused(ctx, { ...settled, refused: [...refused, ...settled.refused] });
  await recordSteps(ctx, settled.steps, { ...settled, nameOf: (id) => nameKnown(policies, id) });
  const times = await keepInStep(ctx, policies, { ...settled, facts, follows: [] });
  const decided = { ...row, ...columnsOf(settled.ticket), ...times };
  insertTicket(ctx, decided);
  appendTally(ctx, { before: null, after: settled.ticket, counted });
  await performEffects(ctx, policies, { ...settled, facts, follows: [] });
  return decided;
}

/** The ticket with what was asked, where that may be. @throws Refusal */
async function askedOf(
  ctx: CommandContext,
  row: store.TicketRecord,
  { changes, occurrences, free = false }: Intention,
) {
  const before = stateOf(row);
  mustBeAlive(before, changes);
  const watch = await loadGuards(ctx, { ticket: before, occurrences });
  const asked = watch.complete(before, change(before, changes, ctx.now));
  if (!free) {
    mustBeAllowed(ctx, watch, { before, after: asked, changes });
  }
  return { before, asked, watch };
}

/** Changes a ticket whose row lock is held by this transaction. */
export async function applyTo(
  ctx: CommandContext,
  row: store.TicketRecord,
  intention: Intention,
): Promise<store.TicketRecord> {
  const { occurrences, reason, also = {}, written, follows = [] } = intention;
  const { before, asked, watch } = await askedOf(ctx, row, intention);
  const fields = changedFields(before, asked);
  const happened = fields.length > 0 ? [{ kind: 'changed' as const, fields, before }] : [];
  const all = [...happened, ...occurrences];
  const { policies, facts } = await lookAround(
    ctx,
    { ticket: asked, occurrences: all },
    { written },
  );
  const settled = settle(asked, all, { policies, now: ctx.now, facts, watch, done: follows });
  const counted = noteEffects(policies, { ...settled, facts, follows });
  const { ticket, steps } = settled;
  const times = await keepInStep(ctx, policies, { ...settled, facts, follows });
  const first: Step[] = fields.length > 0 ? [{ before, after: asked, reason: reason ?? null }] : [];
  await performEffects(ctx, policies, { ...settled, facts, follows });
  tellRefused(ctx, settled);
  if (first.length + steps.length === 0 && Object.keys({ ...also, ...times }).length === 0) {
    return row;
  }
  const nameOf = (id: string) => nameKnown(policies, id);
  await recordSteps(ctx, [...first, ...steps], { ...settled, nameOf });
  appendTally(ctx, { before, after: ticket, counted });
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

export function stateOf(row: store.TicketRecord): TicketState {
  return {
    id: row.id,
    type: row.type,
    subject: row.subject,
    status: row.status,
    ownStatusId: row.own_status_id,
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
    own_status_id: ticket.ownStatusId,
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
  /** Asked beforehand by whoever looks up the requester. */
  readonly ahead?: LookedAhead | undefined;
};

/** The row of a new ticket, before policies. */
function opened(ctx: CommandContext, opening: Opening, number: number): store.TicketRecord {
  const { subject, preview, requester, channel, state } = opening;
  const draft: TicketState = {
    id: newId(),
    type: 'question',
    subject,
    status: 'new',
    ownStatusId: null,
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
