import type { CommandContext } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { readMessageRow } from '../../../tickets/public.ts';

/** Null when its author has taken it back. */
export async function readMessageIfThere(ctx: CommandContext, messageId: string) {
  try {
    return await readMessageRow(ctx.tx, ctx.actor, messageId);
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not_found') {
      return null;
    }
    throw error;
  }
}
