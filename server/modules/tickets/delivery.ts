import type { CommandContext } from '../../kernel/commands.ts';
import { deliveryChanged, deliveryDelayed, messageBounced } from './events.ts';
import type { Bounce, Delivery, MailHeader } from './schema.ts';
import * as store from './store.ts';

/** 1, 2, 4 and 8 minutes lie between them: a server that is careful or restarts has taken it by then. */
const delayedAfterAttempts = 5;

/**
 * How the sending of an answer stands; kept on the message, so that its author sees it where they wrote. `mail`: the
 * header of the letter, once it is composed.
 */
export async function recordDelivery(
  ctx: CommandContext,
  { messageId }: { messageId: string },
  { delivery, mail }: { delivery: Delivery; mail?: MailHeader },
): Promise<void> {
  // Whatever merge has taken it elsewhere since it was written.
  const { delivery: before, ticket_id: ticketId } = await store.lockMessage(ctx, null, messageId);
  await store.saveMessageState(ctx, messageId, {
    delivery: JSON.stringify(delivery),
    ...(mail && { mail: JSON.stringify(mail) }),
  });
  if (before?.state !== delivery.state || before.code !== delivery.code) {
    ctx.emit(
      deliveryChanged,
      { ticketId, messageId, state: delivery.state, code: delivery.code },
      { ticketId },
    );
  }
  if (delivery.state === 'queued' && delivery.attempts === delayedAfterAttempts) {
    ctx.emit(deliveryDelayed, { ticketId, messageId, code: delivery.code }, { ticketId });
  }
}

/** A mail server has returned the answer, or says that it is late. */
export async function recordBounce(
  ctx: CommandContext,
  { messageId }: { messageId: string },
  bounce: Bounce,
): Promise<void> {
  const message = await store.lockMessage(ctx, null, messageId);
  const ticketId = message.ticket_id;
  await store.saveMessageState(ctx, messageId, {
    bounces: JSON.stringify([...(message.bounces ?? []), bounce].slice(-50)),
  });
  ctx.emit(
    messageBounced,
    { ticketId, messageId, recipient: bounce.recipient, code: bounce.code },
    { ticketId },
  );
}
