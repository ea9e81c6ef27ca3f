import type { CommandContext } from '../../../../kernel/commands.ts';
import { recordDelivery, type Delivery, type MailHeader } from '../../../tickets/public.ts';

export type MessageAt = { readonly ticketId: string; readonly messageId: string };

type Said = Pick<Delivery, 'state'> & Partial<Delivery> & { readonly mail?: MailHeader };

/** How the sending of an answer stands now; what is not said is nothing. */
export async function tellDelivery(
  ctx: CommandContext,
  at: MessageAt,
  { mail, ...said }: Said,
): Promise<void> {
  await recordDelivery(ctx, at, {
    ...(mail && { mail }),
    delivery: {
      code: null,
      detail: null,
      attempts: 0,
      at: ctx.now.toISOString(),
      nextAttemptAt: null,
      ...said,
    },
  });
}
