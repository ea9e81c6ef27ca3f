import type { CommandContext } from '../../kernel/commands.ts';
import { notifyAfterCommit } from '../../kernel/database.ts';
import { availabilityChanged } from './events.ts';

/** Told on every change, so that every process forgets what it has compiled. */
export const availabilityNotice = 'otklik_availability';

/** Processes compile anew, screens show it, whoever waits for somebody to be there looks again. */
export function tellAvailability(ctx: CommandContext, userId: string | null): void {
  notifyAfterCommit(ctx.tx, availabilityNotice, ctx.actor.workspaceId);
  ctx.emit(availabilityChanged, { userId });
}
