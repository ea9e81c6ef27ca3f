import { systemActor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Job, OutsideJob } from '../../../kernel/jobs.ts';
import { writePlannedAnswer } from './write-planned-answer.ts';
import { plannedAnswerQueue } from './planned-queue.data.ts';
import { findPlannedAuthor } from './queries/find-planned-author.ts';

export type PlannedParts = { readonly db: Database; readonly executor: () => Executor };

/** History says that the author answered, at the time they chose. */
export function writePlannedAnswerInTime({ db, executor }: PlannedParts): OutsideJob {
  return {
    ...plannedAnswerQueue,
    async run({ workspaceId, payload }: Job) {
      const plannedId = String(payload['plannedId']);
      const author = await db.read(workspaceId, (reader) =>
        findPlannedAuthor(reader, workspaceId, plannedId),
      );
      if (author) {
        const actor = {
          ...systemActor(workspaceId, author.name),
          kind: 'user',
          id: author.id,
        } as const;
        const at = { ticketId: String(payload['ticketId']), plannedId };
        await executor().execute(writePlannedAnswer, at, actor);
      }
    },
  };
}
