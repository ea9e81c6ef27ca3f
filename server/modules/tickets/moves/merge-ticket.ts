import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { applyTo } from '../door.ts';
import { lockBoth } from '../lock-both.ts';
import { readTicket } from '../queries/read-ticket.ts';
import { isOpen } from '../rules/ticket.ts';
import { Ticket, ticketRef } from '../schema.ts';
import type { TicketRecord } from '../store.ts';
import { ticketMerged, ticketTookIn } from '../work-events.ts';
import { conversationColumns } from './queries/conversation-columns.ts';
import { moveDrafts, movePlanned } from './carry-store.ts';
import * as store from './move-store.ts';
import { named } from './named-ticket.ts';

type Pair = { readonly source: TicketRecord; readonly target: TicketRecord };

/**
 * Two requests about one thing become one: the messages of the first go into the other, its number leads there, and it
 * counts no longer. Nothing is lost: the move remembers what to bring back.
 */
export const mergeTicket = defineCommand({
  name: 'tickets.merge',
  permission: 'ticket.merge',
  input: z.strictObject({
    ticketId: ticketRef,
    into: ticketRef,
    version: version().optional(),
    intoVersion: version().optional(),
  }),
  output: z.object({ moveId: z.string(), ticket: Ticket }),

  async run(ctx, { ticketId, into, version: seen, intoVersion }) {
    const [source, target] = await lockBoth(ctx, ticketId, into);
    mustBeMergeable({ source, target });
    mustBeCurrent(source, seen);
    mustBeCurrent(target, intoVersion);
    const moveId = await mergeInto(ctx, { source, target });
    return { moveId, ticket: await readTicket(ctx.tx, ctx.actor, target.id) };
  },
});

/** A circle cannot arise: both are alive under lock, and only what is alive takes in. */
export function mustBeMergeable({ source, target }: Pair): void {
  if (source.id === target.id) {
    throw new Refusal('not_allowed', 'merge.itself');
  }
  if (source.merged_into !== null || target.merged_into !== null) {
    throw new Refusal('conflict', 'ticket.merged');
  }
  if (source.status === 'spam' || target.status === 'spam') {
    throw new Refusal('not_allowed', 'merge.spam');
  }
}

export async function mergeInto(ctx: CommandContext, { source, target }: Pair): Promise<string> {
  const messageIds = await store.moveMessages(ctx, { from: source.id, to: target.id, ids: null });
  const takesUp = isOpen(source.status) && !isOpen(target.status);
  const moveId = await store.insertMove(ctx, {
    kind: 'merge',
    from_ticket_id: source.id,
    to_ticket_id: target.id,
    message_ids: messageIds,
    status_before: source.status,
    snoozed_until_before: source.snoozed_until,
    to_status_before: takesUp ? target.status : null,
    to_own_status_before: takesUp ? target.own_status_id : null,
    follower_ids: await store.carryFollowers(ctx, source.id, target.id),
    planned_ids: await movePlanned(ctx, { from: source.id, to: target.id }, null),
  });
  await moveDrafts(ctx, { from: source.id, to: target.id });
  await store.keepParticipants(ctx, moveId, { source, target });
  const facts = { moveId, messages: messageIds.length };
  ctx.emit(
    ticketMerged,
    { ...facts, ticketId: source.id, otherId: target.id },
    {
      ticketId: source.id,
      changes: [{ field: 'mergedInto', from: null, to: named(target) }],
    },
  );
  ctx.emit(
    ticketTookIn,
    { ...facts, ticketId: target.id, otherId: source.id },
    {
      ticketId: target.id,
      changes: [{ field: 'tookIn', from: null, to: named(source) }],
      reason: { code: 'messages_came', params: { count: messageIds.length } },
    },
  );
  await applyTo(ctx, source, {
    changes: { status: 'closed', mergedInto: target.id },
    occurrences: [],
    free: true,
    reason: { code: 'merged', params: { number: target.number } },
    also: await conversationColumns(ctx, source),
  });
  // What waits in an open ticket must not be buried in a finished one.
  await applyTo(ctx, target, {
    changes: takesUp ? { status: 'open' } : {},
    occurrences: [{ kind: 'took-in', ticketId: source.id }],
    free: true,
    reason: { code: 'reopened_by_merge', params: { number: source.number } },
    also: await conversationColumns(ctx, target),
  });
  return moveId;
}
