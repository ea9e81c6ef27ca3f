import type { CommandContext } from '../../kernel/commands.ts';
import type { Reason } from '../../kernel/events.ts';
import { applyTo } from './door.ts';
import type { TicketRecord } from './store.ts';

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
        also: { before_spam: row.status },
        ...(reason && { reason }),
      });
}

export async function takeOutOfSpam(ctx: CommandContext, row: TicketRecord): Promise<TicketRecord> {
  return row.status === 'spam'
    ? applyTo(ctx, row, {
        changes: { status: row.before_spam ?? 'new' },
        occurrences: [],
        also: { before_spam: null },
      })
    : row;
}
