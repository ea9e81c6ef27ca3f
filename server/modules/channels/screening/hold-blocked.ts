import type { CommandContext } from '../../../kernel/commands.ts';
import { putIntoSpam, type lockTicketForIntake } from '../../tickets/public.ts';
import type { Blocked } from './block-list.ts';
import { countCaught } from './screening-store.ts';

type Ticket = NonNullable<Awaited<ReturnType<typeof lockTicketForIntake>>>;

/** Into spam before anybody has seen it, in the same transaction, with the entry as the reason. */
export async function holdBlocked(
  ctx: CommandContext,
  ticket: Ticket,
  { id, kind, value }: Blocked,
): Promise<void> {
  await putIntoSpam(ctx, ticket, { code: 'blocked_sender', params: { entryId: id, kind, value } });
  countCaught(ctx, id);
}
