import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { lockTicketForIntake, writeAnswer, type TicketRecord } from '../../tickets/public.ts';
import { addTaskTo } from '../../workflow/public.ts';
import type { RuleAction } from '../schema.ts';
import { passOwnMoment } from '../timers/own-moment.ts';
import { callOut, reasonOf, tellPeople } from './tell-people.ts';
import { tellFailed } from './tell-failed.ts';
import { countReplies, lockEffect, saveOutcome } from './effect-store.ts';

const replyWindowMs = 3_600_000;
const mostReplies = 3;

type Words = { readonly body: string; readonly html: string | null };
const Words = z.custom<Words>().nullable();

/** The ticket and template of a queued answer, for whoever fills the template; null: there is nothing to fill. */
export const findReply = defineCommand({
  name: 'rules.find-reply',
  permission: 'rule.act',
  input: z.strictObject({ effectId: z.string() }),
  output: z.object({ templateId: z.string(), ticketId: z.string() }).nullable(),
  async run(ctx, { effectId }) {
    const effect = await lockEffect(ctx, effectId);
    return effect?.state === 'queued' && effect.action.kind === 'reply'
      ? { templateId: effect.action.templateId, ticketId: effect.ticket_id }
      : null;
  },
});

/** Writes the note or the answer of a rule; at most once, since its row leaves `queued` in the same transaction. */
export const performEffect = defineCommand({
  name: 'rules.perform-effect',
  permission: 'rule.act',
  input: z.strictObject({ effectId: z.string(), words: Words }),
  output: z.null(),
  async run(ctx, { effectId, words }) {
    const effect = await lockEffect(ctx, effectId);
    if (effect?.state !== 'queued') {
      return null;
    }
    const ticket = await lockTicketForIntake(ctx, effect.ticket_id);
    const problem = ticket ? await problemOf(ctx, effect, ticket) : 'ticket.not_found';
    if (ticket && problem === null) {
      await write(ctx, { ticket, effect, words });
    }
    await saveOutcome(ctx, effectId, {
      state: problem === null ? 'done' : 'failed',
      attempts: effect.attempts + 1,
      problem,
    });
    if (problem !== null) {
      tellFailed(ctx, effect, problem);
    }
    return null;
  },
});

type Effect = NonNullable<Awaited<ReturnType<typeof lockEffect>>>;

async function problemOf(
  ctx: CommandContext,
  effect: Effect,
  ticket: TicketRecord,
): Promise<string | null> {
  if (effect.action.kind !== 'reply') {
    return null;
  }
  if (ticket.status === 'spam') {
    return 'ticket.in_spam';
  }
  const since = new Date(ctx.now.getTime() - replyWindowMs);
  const asked = { ruleId: effect.rule_id, ticketId: effect.ticket_id, since };
  return (await countReplies(ctx, asked)) >= mostReplies ? 'rule.answers_too_often' : null;
}

type Writing = {
  readonly ticket: TicketRecord;
  readonly effect: Effect;
  readonly words: Words | null;
};

async function write(ctx: CommandContext, writing: Writing): Promise<void> {
  const { ticket, effect } = writing;
  const { action } = effect;
  switch (action.kind) {
    case 'notify':
      return tellPeople(ctx, { ticket, effect, action });
    case 'escalate':
      return callOut(ctx, { ticket, effect, action });
    case 'task': {
      const { text, userId, assignee, dueInMinutes } = action;
      await addTaskTo(ctx, ticket.id, {
        text,
        assigneeId: userId ?? (assignee ? ticket.assignee_id : null),
        teamId: null,
        dueAt: dueInMinutes === null ? null : new Date(ctx.now.getTime() + dueInMinutes * 60_000),
        reason: reasonOf(effect),
      });
      return;
    }
    default:
      return writeWords(ctx, writing);
  }
}

async function writeWords(ctx: CommandContext, { ticket, effect, words }: Writing): Promise<void> {
  const { action } = effect;
  const isReply = action.kind === 'reply';
  const text = isReply ? words : { body: noteOf(action), html: null };
  if (!text) {
    throw new Refusal('not_found', 'template.not_found');
  }
  const { ticket: after } = await writeAnswer(
    ctx,
    ticket,
    { kind: 'system', id: null, name: effect.rule_name, address: null },
    {
      visibility: isReply ? 'public' : 'internal',
      text: { ...text, blockedImages: 0 },
      attachments: [],
      cc: [],
      changes: {},
      follows: effect.follows,
    },
  );
  await passOwnMoment(ctx, effect.rule_id, after);
}

const noteOf = (action: RuleAction): string => (action.kind === 'note' ? action.text : '');
