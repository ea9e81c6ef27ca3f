import { systemActor } from '../../../../kernel/actor.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import type { Database } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import type { Executor } from '../../../../kernel/executor.ts';
import type { OutsideJob } from '../../../../kernel/jobs.ts';
import type { Log } from '../../../../kernel/log.ts';
import type { Post } from '../../../channels/public.ts';
import { recordApprovalMail } from '../commands/keep-approval.ts';
import { findAsked, type Asked } from '../queries/find-asked.ts';
import { approvalMailQueue, giveUpAfterMs } from '../queue.data.ts';
import { makeLink } from './link.ts';
import { writeLetter } from './write-letter.ts';

export type LetterParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly executor: () => Executor;
  readonly post: Post;
  readonly linkSecret: Uint8Array;
  /** Of the pages, as people outside reach them; without a slash at the end. */
  readonly pagesUrl: string;
};

/** The mail server is asked with no transaction open. A repeated job sends the same letter with the same id, or none. */
export const sendApprovalLetter = (parts: LetterParts): OutsideJob => ({
  ...approvalMailQueue,
  async run({ workspaceId, payload }) {
    const approverId = String(payload['approverId']);
    const asked = await parts.db.read(workspaceId, (reader) =>
      findAsked(reader, { workspaceId, approverId }),
    );
    if (!asked?.isOpen || asked.email === null || asked.mailState !== 'queued') {
      return;
    }
    const problem = await send(parts, workspaceId, { ...asked, email: asked.email });
    const { approvalId, edition } = asked;
    const noted = { approvalId, approverId, edition, problem };
    await parts
      .executor()
      .execute(recordApprovalMail, noted, systemActor(workspaceId, 'mail'))
      .catch(unlessDecided);
  },
});

/** Whoever has decided meanwhile needs no letter. */
const unlessDecided = (error: unknown): null => {
  if (error instanceof Refusal && error.kind === 'conflict') {
    return null;
  }
  throw error;
};

/** Null: it has left; else why it never will. @throws for what time may mend */
async function send(
  { post, linkSecret, pagesUrl, clock, log }: LetterParts,
  workspaceId: string,
  asked: Asked & { email: string },
): Promise<string | null> {
  const { approverId, edition, name, email, since } = asked;
  const token = makeLink(linkSecret, { workspaceId, approverId, edition });
  const outcome = await post.send(workspaceId, {
    ...writeLetter(asked, `${pagesUrl}/decide/${token}`),
    id: approverId,
    kind: 'note',
    to: { name: name === email ? '' : name, address: email },
    date: clock(),
    channelId: null,
    ticket: null,
    inReplyTo: null,
  });
  if (outcome.kind === 'sent' || outcome.kind === 'partly') {
    return null;
  }
  const isTooLate = clock().getTime() - since.getTime() > giveUpAfterMs;
  if (outcome.kind === 'temporary' && outcome.code !== 'no_route' && !isTooLate) {
    log.warn({ approverId, code: outcome.code }, 'a letter that asks for approval');
    throw new Error(outcome.code);
  }
  return outcome.code;
}
