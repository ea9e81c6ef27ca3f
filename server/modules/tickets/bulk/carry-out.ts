import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import * as store from './bulk-store.ts';
import { doDeed, undoDeed } from './deeds.ts';
import { Outcome, type BulkChanges } from './schema.ts';

const place = { bulkActId: id(), position: z.int() };

/**
 * One ticket of a bulk act. The result leaves `waiting` in the transaction that changes the ticket: a crash leaves either all of
 * it or a ticket that still waits, and of two runs one finds nothing to do.
 */
export const carryOutBulkAct = defineCommand({
  name: 'tickets.carry-out-bulk-act',
  permission: 'ticket.read',
  /** What the act asks of every ticket; an undo asks what each ticket's own record says. */
  input: z.strictObject({ ...place, changes: z.record(z.string(), z.unknown()) }),
  output: z.null(),
  async run(ctx, { bulkActId, position, changes }) {
    const at = { actId: bulkActId, position };
    const target = await store.lockWaiting(ctx, at);
    if (target) {
      const { ticket_id: ticketId, before, after } = target;
      const result =
        before && after
          ? await undoDeed(ctx, ticketId, { before, after })
          : await doDeed(ctx, ticketId, changes as BulkChanges);
      store.saveOutcome(ctx, at, result);
    }
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
