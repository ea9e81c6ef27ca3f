import { systemActor, type Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Job, OutsideJob } from '../../../kernel/jobs.ts';
import type { Log } from '../../../kernel/log.ts';
import type { Reach } from '../../../kernel/outside/reach.ts';
import { fetchOutside } from '../../../kernel/outside/fetch-outside.ts';
import { useTemplate } from '../../templates/public.ts';
import { findReply, performEffect } from './perform-effect.ts';
import { ownQueue, ownRetries, webhookQueue, webhookRetries } from './queues.data.ts';
import { openReceivers } from './receivers.ts';
import { recordAttempt } from './record-outcome.ts';
import { findCall, signatureOf } from './webhook.ts';

export type EffectParts = {
  readonly db: Database;
  readonly executor: () => Executor;
  readonly log: Log;
  readonly secrets: { unseal(sealed: string): string };
  /** How far webhooks may reach; the open internet when left out. */
  readonly webhookReach?: Reach;
};

/** The rule itself acts, by its name: the history says so. */
const ruleActor = (workspaceId: string): Actor => systemActor(workspaceId, 'rules');

/** Writes notes, answers and notices of rules. A repeated job finds its row done and does nothing. */
export const runOwnEffects = (parts: EffectParts): OutsideJob => ({
  ...ownQueue,
  run: (job) =>
    attempt(parts, job, ownRetries, async (effectId, actor) => {
      await parts.db.transaction(actor.workspaceId, async (tx) => {
        const { executeIn } = parts.executor();
        const reply = await executeIn(tx, findReply, { effectId }, actor);
        const filled = reply && (await executeIn(tx, useTemplate, reply, actor));
        const words = filled && { body: filled.body, html: filled.html };
        await executeIn(tx, performEffect, { effectId, words }, actor);
      });
      return null;
    }),
});

const timeoutMs = 10_000;

/** Asks the world with no transaction open. The receiver may get one call twice; its id tells. */
export function runWebhooks(parts: EffectParts): OutsideJob {
  const receivers = openReceivers();
  return {
    ...webhookQueue,
    run: (job) =>
      attempt(parts, job, webhookRetries, async (effectId, actor) => {
        const call = await parts.executor().execute(findCall, { effectId }, actor);
        if (!call) {
          return null;
        }
        const status = await send(parts, { ...call, effectId }, receivers);
        const problem = status >= 200 && status < 300 ? null : `http.${status}`;
        const noted = { effectId, problem, isLast: call.attempts >= webhookRetries };
        const { again } = await parts.executor().execute(recordAttempt, noted, actor);
        return again ? `the receiver answered ${status}` : null;
      }),
  };
}

type Call = {
  readonly effectId: string;
  readonly url: string;
  readonly body: string;
  readonly sealed: string | null;
  readonly at: number;
};

/** @throws Refusal as `fetchOutside`; at once where the receiver has let others wait in vain */
async function send(
  { webhookReach, secrets }: EffectParts,
  { effectId, url, body, sealed, at }: Call,
  receivers: ReturnType<typeof openReceivers>,
): Promise<number> {
  if (receivers.rests(url, performance.now())) {
    throw new Refusal('unavailable', 'outside.timeout');
  }
  try {
    const { status } = await fetchOutside(url, {
      ...webhookReach,
      method: 'POST',
      maxBytes: 0,
      // What was taken must not be sent again because of what the receiver says about it.
      statusOnly: true,
      timeoutMs,
      headers: {
        'content-type': 'application/json',
        'x-otklik-delivery': effectId,
        'x-otklik-timestamp': String(at),
        ...(sealed !== null && {
          'x-otklik-signature': signatureOf(secrets.unseal(sealed), { at, body }),
        }),
      },
      body,
    });
    receivers.answered(url);
    return status;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'outside.timeout') {
      receivers.waited(url, performance.now());
    }
    throw error;
  }
}

type Work = (effectId: string, actor: Actor) => Promise<string | null>;

/** A refusal that repeats itself is final; anything else is tried again until the queue gives up, and noted each time. */
async function attempt(
  { executor, log }: EffectParts,
  { workspaceId, payload }: Job,
  retries: number,
  work: Work,
): Promise<void> {
  const effectId = String(payload['effectId']);
  const actor = ruleActor(workspaceId);
  let trouble: unknown;
  try {
    const again = await work(effectId, actor);
    if (again === null) {
      return;
    }
    trouble = new Error(again);
  } catch (error) {
    const isFinal = error instanceof Refusal && error.kind !== 'unavailable';
    const problem = error instanceof Refusal ? error.code : 'server.error';
    log.warn({ err: error, effectId }, 'the effect of a rule');
    const { again } = await executor().execute(
      recordAttempt,
      { effectId, problem, isLast: isFinal, retries },
      actor,
    );
    if (!again) {
      return;
    }
    trouble = error;
  }
  throw trouble;
}
