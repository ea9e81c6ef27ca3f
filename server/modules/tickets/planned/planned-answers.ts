import type { CommandContext } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { PlannedRecord } from './planned-store.ts';
import { plannedAnswerQueue } from './planned-queue.data.ts';

const longestMs = 366 * 86_400_000;

/** When to send, as asked. What lies in the past means now. */
export function sendTime(ctx: CommandContext, asked: string): Date {
  const at = new Date(asked);
  if (at.getTime() - ctx.now.getTime() > longestMs) {
    throw invalid('sendAt', 'too_far');
  }
  return at < ctx.now ? ctx.now : at;
}

/** Each new time brings a job of its own; one too many finds nothing to do. */
export function writeInTime(
  ctx: CommandContext,
  { id, ticket_id: ticketId, send_at: startAfter }: PlannedRecord,
): void {
  ctx.enqueue({
    queue: plannedAnswerQueue.name,
    payload: { ticketId, plannedId: id },
    startAfter,
  });
}
