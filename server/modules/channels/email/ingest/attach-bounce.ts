import type { CommandContext } from '../../../../kernel/commands.ts';
import { storable } from '../../../../kernel/text.ts';
import { readMessageRow, recordBounce } from '../../../tickets/public.ts';
import { findReferences } from '../threading/reference-store.ts';
import { lockOutgoingOf, saveOutgoing } from '../../outgoing-store.ts';
import { tellDelivery, type MessageAt } from '../outgoing/delivery.ts';
import type { Bounce } from '../bounce/bounce.ts';
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
  if (unwelcome.has(bounce.kind)) {
    await record(ctx, at, bounce);
  }
  if (bounce.kind === 'failed') {
    await turnBack(ctx, at, bounce);
  }
  return at;
}

/** Reports of success tell nothing that the state of the message does not say. */
const unwelcome: ReadonlySet<Bounce['kind']> = new Set(['failed', 'delayed', 'feedback']);

async function record(ctx: CommandContext, at: MessageAt, bounce: Bounce): Promise<void> {
  for (const { address, reason, hard, diagnostic } of bounce.recipients.slice(0, 20)) {
    await recordBounce(ctx, at, {
      recipient: storable(address || (bounce.originalRecipient ?? '')).slice(0, 320),
      code: reason,
      hard,
      detail: storable(diagnostic).slice(0, 2000),
      at: ctx.now.toISOString(),
    });
  }
}

/** When it came back for everybody, the answer has reached nobody, whatever the first server said. */
async function turnBack(ctx: CommandContext, at: MessageAt, bounce: Bounce): Promise<void> {
  const letter = await lockOutgoingOf(ctx, at.messageId);
  const { row } = await readMessageRow(ctx.tx, ctx.actor, at.messageId);
  const bounces = row.bounces ?? [];
  const last = bounces.at(-1);
  if (letter?.state === 'sent' && last && reachedNobody(row.mail, bounces, bounce)) {
    await saveOutgoing(ctx, letter.id, { state: 'bounced' });
    await tellDelivery(ctx, at, {
      state: 'bounced',
      code: last.code,
      detail: last.detail,
      attempts: letter.attempts,
    });
  }
}

type Row = Awaited<ReturnType<typeof readMessageRow>>['row'];

function reachedNobody(
  mail: Row['mail'],
  earlier: NonNullable<Row['bounces']>,
  { recipients, originalRecipient }: Bounce,
): boolean {
  const returned = [
    ...earlier.filter(({ hard }) => hard).map(({ recipient }) => recipient),
    ...recipients.map(({ address }) => address || (originalRecipient ?? '')),
  ].map((address) => address.toLowerCase());
  const everybody = [...(mail?.to ?? []), ...(mail?.cc ?? [])];
  return everybody.every((address) => returned.includes(address.toLowerCase()));
}
