import type { CommandContext } from '../../../../kernel/commands.ts';
import { storable } from '../../../../kernel/text.ts';
import { readMessageRow, recordBounce } from '../../../tickets/public.ts';
import { findReferences } from '../../inbound-store.ts';
import { lockOutgoingOf, saveOutgoing } from '../../outgoing-store.ts';
import { tellDelivery, type MessageAt } from '../outgoing/delivery.ts';
import { threadKeys } from '../threading/thread-keys.ts';
import type { Understood } from './understand.ts';

/** Puts a report of delivery to the message that it is about; null when that is none of ours. */
export async function attachBounce(
  ctx: CommandContext,
  { bounce, letter }: Understood,
): Promise<MessageAt | null> {
  const ids = [bounce?.originalMessageId, ...threadKeys(letter)].filter(
    (id) => id !== null && id !== undefined,
  );
  const known = new Map((await findReferences(ctx, ids)).map((found) => [found.messageId, found]));
  const original = ids.map((id) => known.get(id)).find((found) => found?.ticketMessageId);
  if (!bounce || !original?.ticketMessageId) {
    return null;
  }
  const at = { ticketId: original.ticketId, messageId: original.ticketMessageId };
  for (const { address, reason, hard, diagnostic } of bounce.recipients.slice(0, 20)) {
    await recordBounce(ctx, at, {
      recipient: storable(address).slice(0, 320),
      code: reason,
      hard,
      detail: storable(diagnostic).slice(0, 2000),
      at: ctx.now.toISOString(),
    });
  }
  await turnBack(ctx, at);
  return at;
}

/** When it came back for everybody, the answer has reached nobody, whatever the first server said. */
async function turnBack(ctx: CommandContext, at: MessageAt): Promise<void> {
  const letter = await lockOutgoingOf(ctx, at.messageId);
  const { row } = await readMessageRow(ctx.tx, ctx.actor, at.messageId);
  const returned = (row.bounces ?? []).filter(({ hard }) => hard);
  const from = new Set(returned.map(({ recipient }) => recipient.toLowerCase()));
  const everybody = [...(row.mail?.to ?? []), ...(row.mail?.cc ?? [])];
  const last = returned.at(-1);
  const reachedNobody = everybody.every((address) => from.has(address.toLowerCase()));
  if (letter?.state === 'sent' && last && reachedNobody) {
    await saveOutgoing(ctx, letter.id, { state: 'bounced' });
    await tellDelivery(ctx, at, {
      state: 'bounced',
      code: last.code,
      detail: last.detail,
      attempts: letter.attempts,
    });
  }
}
