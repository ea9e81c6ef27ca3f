import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { readMessageRow, recordBounce } from '../../../tickets/public.ts';
import { lockOutgoing, saveOutgoing, type OutgoingRow } from '../../outgoing-store.ts';
import type { SendOutcome } from '../sending/send-outcome.ts';
import { tellDelivery } from './delivery.ts';
import { judgeOutcome, type Verdict } from './judge-outcome.ts';
import { sendLetterQueue } from './queue.data.ts';

/** Records what the server said; sends again later when time may mend it, for two days. */
export const finishSending = defineCommand({
  name: 'channels.finish-sending',
  permission: 'letter.send',
  input: z.strictObject({
    letterId: z.string(),
    /** Which attempt this is about: another sender may have taken over from one that seemed dead. */
    attempt: z.int(),
    outcome: z.custom<SendOutcome>(),
    jitter: z.number(),
  }),
  output: z.object({ state: z.string() }),

  async run(ctx, { letterId, attempt, outcome, jitter }) {
    const letter = await lockOutgoing(ctx, { id: letterId });
    if (letter.state !== 'sending' || letter.attempts !== attempt) {
      return { state: letter.state };
    }
    const someHaveIt = await isPartlyThere(ctx, letter);
    const verdict = judgeOutcome({ ...letter, someHaveIt }, outcome, { now: ctx.now, jitter });
    const error = verdict.code ? { code: verdict.code, detail: verdict.detail ?? '' } : null;
    await saveOutgoing(ctx, letter.id, {
      state: verdict.state,
      next_attempt_at: verdict.next,
      sent_at: verdict.state === 'sent' ? ctx.now : null,
      last_error: error && JSON.stringify(error),
      ...(verdict.state === 'queued' && { recipients: leftOf(letter, verdict.left) }),
    });
    await report(ctx, letter, verdict);
    if (verdict.next) {
      ctx.enqueue({
        queue: sendLetterQueue.name,
        payload: { letterId },
        startAfter: verdict.next,
      });
    }
    return { state: verdict.state };
  },
});

/** Fewer recipients are left than the header names, and not because all the others were refused. */
async function isPartlyThere(ctx: CommandContext, letter: OutgoingRow): Promise<boolean> {
  const { row } = await readMessageRow(ctx.tx, ctx.actor, letter.message_id);
  const gone = new Set([
    ...letter.recipients.to.map((address) => address.toLowerCase()),
    ...letter.recipients.cc.map((address) => address.toLowerCase()),
    ...(row.bounces ?? []).map(({ recipient }) => recipient.toLowerCase()),
  ]);
  const named = [...(row.mail?.to ?? []), ...(row.mail?.cc ?? [])];
  return named.some((address) => !gone.has(address.toLowerCase()));
}

function leftOf({ recipients }: OutgoingRow, left: readonly string[]): string {
  const still = new Set(left.map((address) => address.toLowerCase()));
  const keep = (list: readonly string[]) => list.filter((each) => still.has(each.toLowerCase()));
  return JSON.stringify({ to: keep(recipients.to), cc: keep(recipients.cc) });
}

async function report(ctx: CommandContext, letter: OutgoingRow, verdict: Verdict): Promise<void> {
  const at = { ticketId: letter.ticket_id, messageId: letter.message_id };
  for (const { address, code, detail, temporary } of verdict.lost) {
    await recordBounce(ctx, at, {
      recipient: address,
      code,
      hard: !temporary,
      detail: detail.slice(0, 2000),
      at: ctx.now.toISOString(),
    });
  }
  await tellDelivery(ctx, at, {
    state: verdict.state,
    code: verdict.code,
    detail: verdict.detail?.slice(0, 2000) ?? null,
    attempts: letter.attempts,
    nextAttemptAt: verdict.next?.toISOString() ?? null,
  });
}
