import type { CommandContext } from '../../../kernel/commands.ts';
import type { Reason } from '../../../kernel/events.ts';
import { applyTo } from '../door.ts';
import { ticketOpened } from '../events.ts';
import { wasOpened } from './spam-store.ts';
import type { TicketRecord } from '../store.ts';

/**
 * Spam is a status like any other, so that no counter, view or clock has to learn of it: it is simply none of the open
 * ones. What the ticket was before is kept beside it.
 */
export async function putIntoSpam(
  ctx: CommandContext,
  row: TicketRecord,
  reason?: Reason,
): Promise<TicketRecord> {
  return row.status === 'spam'
    ? row
    : applyTo(ctx, row, {
        changes: { status: 'spam' },
        occurrences: [],
        free: true,
        also: { before_spam: row.status },
        ...(reason && { reason }),
      });
}

export async function takeOutOfSpam(ctx: CommandContext, row: TicketRecord): Promise<TicketRecord> {
  if (row.status !== 'spam') {
    return row;
  }
  await tellLate(ctx, row);
  return applyTo(ctx, row, {
    changes: { status: row.before_spam ?? 'new' },
    occurrences: [],
    free: true,
    also: { before_spam: null },
  });
}

/** A ticket of which nobody was told when it came is opened now, for whoever reacts to that. */
async function tellLate(ctx: CommandContext, row: TicketRecord): Promise<void> {
  if (!(await wasOpened(ctx, row.id))) {
    ctx.emit(
      ticketOpened,
      { ticketId: row.id, number: row.number },
      { ticketId: row.id, personId: row.requester_id },
    );
  }
}
