import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { applyTo } from '../door.ts';
import { lockBoth } from '../lock-both.ts';
import { readTicket } from '../queries/read-ticket.ts';
import { Ticket, ticketRef } from '../schema.ts';
import { snoozeOf } from '../snooze/snooze-column.ts';
import type { Status } from '../schema.ts';
import type { TicketRecord } from '../store.ts';
import { mergeUndone, splitUndone } from '../work-events.ts';
import { conversationColumns } from './queries/conversation-columns.ts';
import { movePlanned } from './carry-store.ts';
import * as store from './move-store.ts';
import { named } from './named-ticket.ts';

type Undoing = {
  readonly move: store.MoveRecord;
  /** Where the messages were before. */
  readonly from: TicketRecord;
  readonly to: TicketRecord;
};
type Outcome = { readonly returned: number; readonly stayed: number };

/**
 * Takes a merge or a split back: the messages that went return, with numbers, states and counters. What was written since
 * stays where it was written, and the histories of both say how much that is.
 */
export const undoMove = defineCommand({
  name: 'tickets.undo-move',
  permission: 'ticket.merge',
  input: z.strictObject({ ticketId: ticketRef, moveId: id() }),
  output: z.object({ returned: z.int(), stayed: z.int(), ticket: Ticket }),

  async run(ctx, at) {
    const { fromId, ...outcome } = await takeMoveBack(ctx, at);
    return { ...outcome, ticket: await readTicket(ctx.tx, ctx.actor, fromId) };
  },
});

export async function takeMoveBack(
  ctx: CommandContext,
  { ticketId, moveId }: { ticketId: string; moveId: string },
): Promise<Outcome & { fromId: string }> {
  const move = await store.findMove(ctx, moveId);
  const [from, to] = await lockBoth(ctx, move.from_ticket_id, move.to_ticket_id);
  mustBeOfTicket([from, to], ticketId);
  mustBeLast(move, from, to);
  if (!(await store.markUndone(ctx, move.id))) {
    throw new Refusal('conflict', 'move.undone');
  }
  const undo = move.kind === 'merge' ? undoMerge : undoSplit;
  const outcome = await undo(ctx, { move, from, to });
  return { ...outcome, fromId: from.id };
}

function mustBeOfTicket(pair: readonly TicketRecord[], ref: string): void {
  if (!pair.some(({ id: ticketId, number }) => ticketId === ref || String(number) === ref)) {
    throw new Refusal('not_found', 'move.not_found');
  }
}

/** What was built upon it goes first: a chain of merges is taken back from its end. */
function mustBeLast(move: store.MoveRecord, from: TicketRecord, to: TicketRecord): void {
  if (move.undone_at !== null) {
    throw new Refusal('conflict', 'move.undone');
  }
  const expected = move.kind === 'merge' ? to.id : null;
  if (to.merged_into !== null || from.merged_into !== expected) {
    throw new Refusal('conflict', 'move.later_first');
  }
}

async function bringBack(ctx: CommandContext, { move, from, to }: Undoing): Promise<Outcome> {
  const stayed = await store.countMessagesSince(ctx, move);
  const ids = await store.moveMessages(ctx, { from: to.id, to: from.id, ids: move.message_ids });
  return { returned: ids.length, stayed };
}

async function undoMerge(ctx: CommandContext, undoing: Undoing): Promise<Outcome> {
  const { move, from, to } = undoing;
  const outcome = await bringBack(ctx, undoing);
  await movePlanned(ctx, { from: to.id, to: from.id }, move.planned_ids);
  await store.dropParticipants(ctx, move.id);
  await store.dropFollowers(ctx, to.id, move.follower_ids);
  tell(ctx, mergeUndone, undoing, outcome);
  const snooze = snoozeOf({ snoozed_until: move.snoozed_until_before });
  const isStillAhead = snooze === 'answer' || (snooze !== null && new Date(snooze) > ctx.now);
  await applyTo(ctx, from, {
    changes: {
      mergedInto: null,
      ...(move.status_before && { status: move.status_before }),
      ...(isStillAhead && { snooze }),
    },
    occurrences: [],
    free: true,
    reason: { code: 'merge_undone' },
    also: await conversationColumns(ctx, from),
  });
  const restBack = to.status === 'open' && move.to_status_before && outcome.stayed === 0;
  await applyTo(ctx, to, {
    changes: restBack && move.to_status_before ? wasIn(move.to_status_before, move) : {},
    occurrences: [],
    free: true,
    reason: { code: 'merge_undone' },
    also: await conversationColumns(ctx, to),
  });
  return outcome;
}

const wasIn = (status: Status, { to_own_status_before: ownStatusId }: store.MoveRecord) => ({
  status,
  ...(ownStatusId !== null && { ownStatusId }),
});

/** The ticket that was split off lives on only with what was written in it since. */
async function undoSplit(ctx: CommandContext, undoing: Undoing): Promise<Outcome> {
  const { from, to } = undoing;
  const outcome = await bringBack(ctx, undoing);
  const rest = await conversationColumns(ctx, to);
  tell(ctx, splitUndone, undoing, outcome);
  await applyTo(ctx, to, {
    changes: rest.message_count === 0 ? { status: 'closed', mergedInto: from.id } : {},
    occurrences: [],
    free: true,
    reason: { code: 'merged', params: { number: from.number } },
    also: rest,
  });
  await applyTo(ctx, from, {
    changes: {},
    occurrences: [],
    also: await conversationColumns(ctx, from),
  });
  return outcome;
}

function tell(
  ctx: CommandContext,
  type: typeof mergeUndone,
  { move, from, to }: Undoing,
  { returned, stayed }: Outcome,
): void {
  const isMerge = move.kind === 'merge';
  const reason = {
    code: stayed > 0 ? 'messages_stayed' : 'messages_returned',
    params: { count: stayed > 0 ? stayed : returned, returned, number: to.number },
  };
  for (const [own, other, field] of [
    [from, to, isMerge ? 'mergedInto' : 'splitInto'],
    [to, from, isMerge ? 'tookIn' : 'splitFrom'],
  ] as const) {
    ctx.emit(
      type,
      { ticketId: own.id, otherId: other.id, moveId: move.id, messages: returned },
      { ticketId: own.id, changes: [{ field, from: named(other), to: null }], reason },
    );
  }
}
