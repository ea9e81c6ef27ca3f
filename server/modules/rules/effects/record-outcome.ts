import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { lockEffect, saveOutcome } from './effect-store.ts';
import { ownQueue, webhookQueue } from './queues.data.ts';
import { tellFailed } from './tell-failed.ts';

/** How an attempt ended; after the last one it is failed, and whoever looks after rules is told. */
export const recordAttempt = defineCommand({
  name: 'rules.record-attempt',
  permission: 'rule.act',
  input: z.strictObject({
    effectId: z.string(),
    problem: z.string().nullable(),
    isLast: z.boolean(),
    retries: z.int().optional(),
  }),
  output: z.object({ again: z.boolean() }),
  async run(ctx, { effectId, problem, isLast, retries }) {
    const effect = await lockEffect(ctx, effectId);
    if (effect?.state !== 'queued') {
      return { again: false };
    }
    const attempts = effect.attempts + 1;
    const state = stateAfter(problem, isLast || attempts > (retries ?? attempts));
    await saveOutcome(ctx, effectId, { state, attempts, problem });
    if (state === 'failed') {
      tellFailed(ctx, effect, problem);
    }
    return { again: state === 'queued' };
  },
});

/** Tries once more what has failed, from the beginning. */
export const replayEffect = defineCommand({
  name: 'rules.replay-effect',
  permission: 'rule.change',
  input: z.strictObject({ effectId: id() }),
  output: z.object({}),
  async run(ctx, { effectId }) {
    const effect = await lockEffect(ctx, effectId);
    if (!effect) {
      throw new Refusal('not_found', 'rule.effect_not_found');
    }
    if (effect.state !== 'failed') {
      throw new Refusal('conflict', 'rule.effect_not_failed');
    }
    await saveOutcome(ctx, effectId, { state: 'queued', attempts: 0, problem: null });
    const { name } = effect.action.kind === 'webhook' ? webhookQueue : ownQueue;
    ctx.enqueue({ queue: name, payload: { effectId } });
    return {};
  },
});

const stateAfter = (problem: string | null, isOver: boolean) =>
  problem === null ? ('done' as const) : isOver ? ('failed' as const) : ('queued' as const);
