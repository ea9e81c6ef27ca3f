import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { Kept, Outcome, type BulkChanges } from '../bulk-acts.ts';
import * as store from '../bulk-store.ts';
import { stateOf } from '../door.ts';
import { lastChangerOf } from '../queries/bulk-acts.ts';
import { difference, patchFor, undoPatch } from '../rules/bulk.ts';
import type { Changes, TicketState } from '../rules/ticket.ts';
import { lockTicket } from '../store.ts';

/**
 * The steps of a bulk act for one ticket. All three run in one transaction with the command that changes the ticket:
 * a crash leaves either all of it or a ticket that still waits.
 */
const place = { bulkActId: id(), position: z.int() };
const State = z.record(z.string(), z.unknown());

/** Takes the ticket for this run. Null: another run was quicker. */
export const claimBulkTicket = defineCommand({
  name: 'tickets.claim-bulk-ticket',
  permission: 'ticket.read',
  /** What the act asks of every ticket; an undo asks what each ticket's own record says. */
  input: z.strictObject({ ...place, changes: State }),
  output: z
    .object({ ticketId: z.string(), before: State, patch: State, kept: z.array(Kept) })
    .nullable(),
  async run(ctx, { bulkActId, position, changes }) {
    const target = await store.lockWaiting(ctx, { actId: bulkActId, position });
    if (!target) {
      return null;
    }
    const before = stateOf(await lockTicket(ctx, target.ticket_id));
    const { patch, kept } =
      target.before && target.after
        ? undoPatch(before, { before: target.before, after: target.after } as Difference)
        : { patch: patchFor(before, changes as BulkChanges), kept: [] };
    return {
      ticketId: before.id,
      before: before as unknown as Record<string, unknown>,
      patch: patch as Record<string, unknown>,
      kept: await withChangers(ctx, before.id, kept),
    };
  },
});

type Difference = { before: Changes; after: Changes };

const eventFields: Record<string, string> = {
  assigneeId: 'assignee',
  teamId: 'team',
  categoryId: 'category',
};

async function withChangers(ctx: CommandContext, ticketId: string, fields: readonly string[]) {
  const kept: Kept[] = [];
  for (const name of fields) {
    const field = eventFields[name] ?? name;
    const by = await lastChangerOf(ctx.tx, ctx.actor.workspaceId, { ticketId, field });
    kept.push({ field, by });
  }
  return kept;
}

/** Compares with how the ticket was, policies' additions included: that is what an undo has to take back. */
export const noteBulkChange = defineCommand({
  name: 'tickets.note-bulk-change',
  permission: 'ticket.read',
  input: z.strictObject({ ...place, ticketId: id(), before: State, kept: z.array(Kept) }),
  output: z.null(),
  async run(ctx, { bulkActId, position, ticketId, before, kept }) {
    const after = stateOf(await store.readLocked(ctx, ticketId));
    const changed = difference(before as unknown as TicketState, after);
    store.saveOutcome(
      ctx,
      { actId: bulkActId, position },
      {
        outcome: kept.length > 0 ? 'kept' : changed ? 'changed' : 'same',
        ...changed,
        kept,
      },
    );
    return null;
  },
});

/** For the run itself, not in the name of whoever began: they may have lost sight of the ticket. */
export const noteBulkRefusal = defineCommand({
  name: 'tickets.note-bulk-refusal',
  permission: 'ticket.read',
  input: z.strictObject({ ...place, code: z.string() }),
  output: z.null(),
  async run(ctx, { bulkActId, position, code }) {
    const at = { actId: bulkActId, position };
    if (await store.lockWaiting(ctx, at)) {
      store.saveOutcome(ctx, at, { outcome: 'refused', code });
    }
    return null;
  },
});

/** What still waits is closed with `left`. */
export const finishBulkAct = defineCommand({
  name: 'tickets.finish-bulk-act',
  permission: 'ticket.read',
  input: z.strictObject({
    bulkActId: id(),
    state: z.enum(['done', 'cancelled']),
    left: z.object({ outcome: Outcome, code: z.string().optional() }).optional(),
  }),
  output: z.null(),
  async run(ctx, { bulkActId, state, left }) {
    await store.lockAct(ctx, bulkActId);
    if (left) {
      const { outcome, code } = left;
      await store.closeWaiting(ctx, bulkActId, { outcome, ...(code !== undefined && { code }) });
    }
    await store.saveAct(ctx, bulkActId, { state, finished_at: ctx.now });
    return null;
  },
});
