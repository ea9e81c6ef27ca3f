import type { CommandContext } from '../../kernel/commands.ts';
import { requireTicketId } from './queries/require-ticket.ts';
import { lockTicket, type TicketRecord } from './store.ts';

/** Both rows by the order of their ids, so that two who take the same pair cannot wait for each other. */
export async function lockBoth(
  ctx: CommandContext,
  one: string,
  other: string,
): Promise<[TicketRecord, TicketRecord]> {
  const oneId = await requireTicketId(ctx.tx, ctx.actor, one);
  const otherId = await requireTicketId(ctx.tx, ctx.actor, other);
  const locked = new Map<string, TicketRecord>();
  for (const id of [...new Set([oneId, otherId])].toSorted()) {
    locked.set(id, await lockTicket(ctx, id));
  }
  return [locked.get(oneId) as TicketRecord, locked.get(otherId) as TicketRecord];
}
