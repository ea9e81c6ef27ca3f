import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { id } from '../../../../kernel/text.ts';
import {
  lockTicketForIntake,
  readMailThread,
  readMessageRow,
  recordBounce,
  recordDelivery,
  ticketRef,
} from '../../../tickets/public.ts';
import { readChannel } from '../../channel-store.ts';
import { lockOutgoing, saveOutgoing, type OutgoingRow } from '../../outgoing-store.ts';
import { retryPlan } from '../sending/retry-plan.ts';
import type { RefusedRecipient, SendOutcome } from '../sending/send-outcome.ts';
import { sendLetterQueue } from './queue.data.ts';

export type LetterToSend = {
  readonly letter: OutgoingRow;
  readonly number: number;
  readonly channel: Awaited<ReturnType<typeof readChannel>>;
  readonly message: Awaited<ReturnType<typeof readMessageRow>>;
  readonly references: readonly string[];
};

const letterInput = z.strictObject({ letterId: z.string() });

/** Marks the letter as on its way and gathers what it is made of; null when there is nothing to send any more. */
export const beginSending = defineCommand({
  name: 'channels.begin-sending',
  permission: 'letter.send',
  input: letterInput,
  output: z.custom<LetterToSend | null>(),

  async run(ctx, { letterId }) {
    const letter = await lockOutgoing(ctx, { id: letterId });
    const ticket = await lockTicketForIntake(ctx, letter.ticket_id);
    if (!ticket || (letter.state !== 'queued' && letter.state !== 'sending')) {
      return null;
    }
    const message = await readMessageRow(ctx.tx, ctx.actor, letter.message_id);
    const thread = await readMailThread(ctx.tx, {
      workspaceId: ctx.actor.workspaceId,
      ticketId: letter.ticket_id,
      before: letter.message_id,
    });
    await saveOutgoing(ctx, letter.id, { state: 'sending', attempts: letter.attempts + 1 });
    return {
      letter: { ...letter, attempts: letter.attempts + 1 },
      number: ticket.number,
      channel: await readChannel(ctx, letter.channel_id),
      message,
      references: thread.map(({ mailMessageId }) => mailMessageId),
    };
  },
});

type Verdict = {
  readonly state: 'sent' | 'failed' | 'queued';
  readonly code: string | null;
  readonly detail: string | null;
  readonly next: Date | null;
  /** Still to be sent to. */
  readonly left: readonly string[];
  readonly refusedForGood: readonly RefusedRecipient[];
};

/** Records what the server said; sends again later when time may mend it, for two days. */
export const finishSending = defineCommand({
  name: 'channels.finish-sending',
  permission: 'letter.send',
  input: letterInput.extend({ outcome: z.custom<SendOutcome>(), jitter: z.number() }),
  output: z.object({ state: z.string() }),

  async run(ctx, { letterId, outcome, jitter }) {
    const letter = await lockOutgoing(ctx, { id: letterId });
    if (letter.state !== 'sending') {
      return { state: letter.state };
    }
    const verdict = judge(letter, outcome, { now: ctx.now, jitter });
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

function leftOf({ recipients }: OutgoingRow, left: readonly string[]): string {
  const still = new Set(left.map((address) => address.toLowerCase()));
  const keep = (list: readonly string[]) => list.filter((each) => still.has(each.toLowerCase()));
  return JSON.stringify({ to: keep(recipients.to), cc: keep(recipients.cc) });
}

function judge(
  letter: OutgoingRow,
  outcome: SendOutcome,
  when: { now: Date; jitter: number },
): Verdict {
  if (outcome.kind === 'sent') {
    return { state: 'sent', code: null, detail: null, next: null, left: [], refusedForGood: [] };
  }
  const { refused } = outcome;
  const forNow = refused.filter(({ temporary }) => temporary);
  const refusedForGood = refused.filter(({ temporary }) => !temporary);
  const first = forNow[0] ?? refusedForGood[0];
  const said = { code: first?.code ?? 'other', detail: first?.detail ?? null };
  const plan = retryPlan(letter.attempts, letter.queued_at, when);
  if (forNow.length > 0 && plan.kind === 'retry') {
    const left = forNow.map(({ address }) => address);
    return { state: 'queued', ...said, next: plan.at, left, refusedForGood };
  }
  const someGotIt = outcome.kind === 'partly' && outcome.accepted.length > 0;
  return { state: someGotIt ? 'sent' : 'failed', ...said, next: null, left: [], refusedForGood };
}

async function report(ctx: CommandContext, letter: OutgoingRow, verdict: Verdict): Promise<void> {
  const at = { ticketId: letter.ticket_id, messageId: letter.message_id };
  // Without a way out nobody has refused anything: that is our state, not the recipient's.
  const refused = verdict.refusedForGood.filter(({ code }) => code !== 'no_route' && code !== 'no_recipients');
  for (const { address, code, detail } of refused) {
    await recordBounce(ctx, at, {
      recipient: address,
      code,
      hard: true,
      detail: detail.slice(0, 2000),
      at: ctx.now.toISOString(),
    });
  }
  await recordDelivery(ctx, at, {
    delivery: {
      state: verdict.state,
      code: verdict.code,
      detail: verdict.detail?.slice(0, 2000) ?? null,
      attempts: letter.attempts,
      at: ctx.now.toISOString(),
      nextAttemptAt: verdict.next?.toISOString() ?? null,
    },
  });
}

/** The author, or an administrator who has mended the settings, sends a failed answer once more. */
export const retryLetter = defineCommand({
  name: 'channels.retry-letter',
  permission: 'ticket.reply',
  input: z.strictObject({ ticketId: ticketRef, messageId: id() }),
  output: z.object({ state: z.string() }),

  async run(ctx, { ticketId, messageId }) {
    const ticket = await lockTicketForIntake(ctx, ticketId);
    const letter = ticket && (await lockOutgoing(ctx, { messageId }));
    if (!letter || letter.ticket_id !== ticket.id) {
      throw new Refusal('not_found', 'message.not_found');
    }
    if (letter.state !== 'failed' && letter.state !== 'queued') {
      throw new Refusal('not_allowed', 'letter.sent');
    }
    await saveOutgoing(ctx, letter.id, {
      state: 'queued',
      attempts: 0,
      queued_at: ctx.now,
      next_attempt_at: null,
    });
    await recordDelivery(ctx, { ticketId: ticket.id, messageId }, {
      delivery: {
        state: 'queued',
        code: null,
        detail: null,
        attempts: 0,
        at: ctx.now.toISOString(),
        nextAttemptAt: null,
      },
    });
    ctx.enqueue({ queue: sendLetterQueue.name, payload: { letterId: letter.id } });
    return { state: 'queued' };
  },
});
