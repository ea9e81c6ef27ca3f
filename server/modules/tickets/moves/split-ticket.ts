import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { applyTo, letIn } from '../door.ts';
import { readTicket } from '../queries/read-ticket.ts';
import { Ticket, changeable, ticketRef } from '../schema.ts';
import { lockTicket, type TicketRecord } from '../store.ts';
import { ticketSplit, ticketSplitOff } from '../work-events.ts';
import { conversationColumns } from './queries/conversation-columns.ts';
import * as store from './move-store.ts';
import { mustBeAlive } from './must-be-alive.ts';
import { named } from './named-ticket.ts';

/** A second matter in one conversation gets a ticket of its own: the chosen messages go there, with the same customer. */
export const splitTicket = defineCommand({
  name: 'tickets.split',
  permission: 'ticket.merge',
  input: z.strictObject({
    ticketId: ticketRef,
    messageIds: z
      .array(id())
      .min(1)
      .max(1_000)
      .transform((ids) => [...new Set(ids)]),
    subject: changeable.subject.optional(),
    version: version().optional(),
  }),
  output: z.object({ moveId: z.string(), ticket: Ticket }),

  async run(ctx, { ticketId, messageIds, subject, version: seen }) {
    const source = await lockTicket(ctx, ticketId);
    mustBeAlive({ mergedInto: source.merged_into }, {});
    mustBeCurrent(source, seen);
    await mustLeaveSome(ctx, source, messageIds);
    const born = await letIn(ctx, openingOf(source, subject));
    await store.moveMessages(ctx, { from: source.id, to: born.id, ids: messageIds });
    const moveId = await store.insertMove(ctx, {
      kind: 'split',
      from_ticket_id: source.id,
      to_ticket_id: born.id,
      message_ids: messageIds,
      status_before: null,
      snoozed_until_before: null,
      to_status_before: null,
      to_own_status_before: null,
      planned_ids: [],
      follower_ids: [],
    });
    tell(ctx, { source, born }, { moveId, messages: messageIds.length });
    for (const ticket of [source, born]) {
      await applyTo(ctx, ticket, {
        changes: {},
        occurrences: [],
        also: await conversationColumns(ctx, ticket),
      });
    }
    return { moveId, ticket: await readTicket(ctx.tx, ctx.actor, born.id, { evenIfHidden: true }) };
  },
});

async function mustLeaveSome(
  ctx: CommandContext,
  { id: ticketId }: TicketRecord,
  messageIds: readonly string[],
): Promise<void> {
  const { all, chosen } = await store.countChosen(ctx, ticketId, messageIds);
  if (chosen < messageIds.length) {
    throw new Refusal('not_allowed', 'message.not_found');
  }
  if (chosen === all) {
    throw new Refusal('not_allowed', 'split.all');
  }
}

/** Whose it is and where it belongs stays; dates and status begin anew. */
const openingOf = (source: TicketRecord, subject: string | undefined) => ({
  subject: subject ?? source.subject,
  preview: source.preview,
  requester: { id: source.requester_id, organizationId: source.organization_id },
  channel: { kind: source.channel_kind, id: source.channel_id },
  state: {
    type: source.type,
    priority: source.priority,
    impact: source.impact,
    urgency: source.urgency,
    categoryId: source.category_id,
    teamId: source.team_id,
    assigneeId: source.assignee_id,
    region: source.region,
    tags: source.tags,
    status: source.assignee_id === null ? ('new' as const) : ('open' as const),
  },
  writtenBy: source.last_message_by,
});

function tell(
  ctx: CommandContext,
  { source, born }: { source: TicketRecord; born: TicketRecord },
  facts: { moveId: string; messages: number },
): void {
  const reason = { code: 'messages_came', params: { count: facts.messages } };
  ctx.emit(
    ticketSplit,
    { ...facts, ticketId: source.id, otherId: born.id },
    { ticketId: source.id, changes: [{ field: 'splitInto', from: null, to: named(born) }] },
  );
  ctx.emit(
    ticketSplitOff,
    { ...facts, ticketId: born.id, otherId: source.id },
    { ticketId: born.id, changes: [{ field: 'splitFrom', from: null, to: named(source) }], reason },
  );
}
