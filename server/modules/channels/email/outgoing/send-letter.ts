import { systemActor, type Actor } from '../../../../kernel/actor.ts';
import type { Executor } from '../../../../kernel/executor.ts';
import type { Job, OutsideJob } from '../../../../kernel/jobs.ts';
import type { Log } from '../../../../kernel/log.ts';
import type { SendOutcome } from '../sending/send-outcome.ts';
import type { Sender, SendingSettings } from '../sending/sender.ts';
import { beginSending, renewLease, renewLeaseMs, type LetterToSend } from './begin-sending.ts';
import { finishSending } from './finish-sending.ts';
import { letterOfAnswer, type ComposeParts } from './letter-of-answer.ts';
import { sendLetterQueue } from './queue.data.ts';

export type SendParts = ComposeParts & {
  readonly executor: () => Executor;
  readonly log: Log;
  readonly sender: Sender;
  /** Null when the mailbox has no server for outgoing mail. */
  readonly sendingSettings: (channel: LetterToSend['channel']) => SendingSettings | null;
};

/**
 * Sends one letter: it is taken for some time, the server is asked without any transaction, the answer is recorded. A crash
 * between the last two sends it again with the same Message-ID, which is how receivers tell a copy (RFC 1047).
 */
export function sendLetterJob(parts: SendParts): OutsideJob {
  return {
    ...sendLetterQueue,
    async run({ workspaceId, payload }: Job) {
      const letterId = String(payload['letterId']);
      const actor = systemActor(workspaceId, 'mail');
      const task = await parts.executor().execute(beginSending, { letterId }, actor);
      if (!task) {
        return;
      }
      const attempt = task.letter.attempts;
      const lease = setInterval(
        () => void renew(parts, { letterId, attempt }, actor),
        renewLeaseMs,
      );
      try {
        const outcome = await send(parts, workspaceId, task);
        const result = { letterId, attempt, outcome, jitter: Math.random() };
        await parts.executor().execute(finishSending, result, actor);
      } finally {
        clearInterval(lease);
      }
    },
  };
}

async function send(
  parts: SendParts,
  workspaceId: string,
  task: LetterToSend,
): Promise<SendOutcome> {
  try {
    const { raw, envelope } = await letterOfAnswer(parts, workspaceId, task);
    return await parts.sender.send(parts.sendingSettings(task.channel), raw, envelope);
  } catch (error) {
    // An attachment or a password that cannot be read now: an administrator can mend it while the letter waits.
    parts.log.warn({ err: error, letterId: task.letter.id }, 'a letter could not be composed');
    const { to, cc } = task.letter.recipients;
    const trouble = { code: 'storage_failed', status: null, detail: String(error) } as const;
    const refused = [...to, ...cc].map((address) => ({ address, temporary: true, ...trouble }));
    return { kind: 'temporary', ...trouble, refused };
  }
}

async function renew(
  { executor, log }: SendParts,
  lease: { letterId: string; attempt: number },
  actor: Actor,
): Promise<void> {
  try {
    await executor().execute(renewLease, lease, actor);
  } catch (err) {
    log.warn({ err }, 'a letter on its way');
  }
}
