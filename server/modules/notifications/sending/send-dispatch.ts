import { systemActor } from '../../../kernel/actor.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Job, OutsideJob } from '../../../kernel/jobs.ts';
import type { Log } from '../../../kernel/log.ts';
import type { Post } from '../../channels/public.ts';
import { beginDispatch, type Task, type ToColleague } from './begin-dispatch.ts';
import { callDevices, type CallParts } from './call-devices.ts';
import { composeCall, composeNotice } from './compose-notice.ts';
import { finishDispatch, type Outcome } from './finish-dispatch.ts';
import { dispatchQueue } from './queue.data.ts';

export type SendParts = CallParts & {
  readonly executor: () => Executor;
  readonly log: Log;
  readonly post: Post;
  readonly publicUrl: string | undefined;
};

/**
 * Sends one letter, or calls the browsers of one person: it is taken for some time, the world is asked without a
 * transaction, the answer is recorded. After a crash between the last two a letter goes out again with the same Message-ID,
 * and a call replaces the one that the browser shows.
 */
export const sendDispatches = (parts: SendParts): OutsideJob => ({
  ...dispatchQueue,
  async run({ workspaceId, payload }: Job) {
    const dispatchId = String(payload['dispatchId']);
    const actor = systemActor(workspaceId, 'notifications');
    const task = await parts.executor().execute(beginDispatch, { dispatchId }, actor);
    if (!task) {
      return;
    }
    const outcome = await send(parts, workspaceId, task).catch((error: unknown) => {
      parts.log.warn({ err: error, dispatchId }, 'a notice could not be sent');
      return { ...nobody, kind: 'again', problem: 'server.error' } as const;
    });
    const result = { dispatchId, attempt: task.attempt, outcome, jitter: Math.random() };
    await parts.executor().execute(finishDispatch, result, actor);
  },
});

const nobody = { reached: [], gone: [] } as const;

async function send(parts: SendParts, workspaceId: string, task: Task): Promise<Outcome> {
  if (task.kind === 'push') {
    const call = composeCall(task.notices, task.to.locale);
    return callDevices(parts, task.devices, { call, urgent: false });
  }
  const letter = task.kind === 'mail' ? letterOf(parts, task) : task.letter;
  const outcome = await parts.post.send(workspaceId, {
    ...letter,
    id: task.id,
    date: task.createdAt,
  });
  if (outcome.kind === 'sent' || outcome.kind === 'partly') {
    return { ...nobody, kind: 'done', problem: null };
  }
  const kind = outcome.kind === 'temporary' ? 'again' : 'failed';
  return { ...nobody, kind, problem: outcome.code };
}

function letterOf({ publicUrl }: SendParts, { to, zone, notices }: ToColleague) {
  const { name, email: address, locale } = to;
  return {
    ...composeNotice(notices, { locale, zone, publicUrl }),
    kind: 'note' as const,
    to: { name, address },
    channelId: null,
    ticket: null,
    inReplyTo: null,
  };
}
