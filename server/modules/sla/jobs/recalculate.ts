import { systemActor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { OutsideJob } from '../../../kernel/jobs.ts';
import { lookAtClocks } from '../commands/look-at-clocks.ts';
import { listOpenTickets } from '../queries/read-clocks.ts';
import { recalculation } from '../queue.data.ts';

const first = '00000000-0000-0000-0000-000000000000';

/** Every open ticket by what policies say now, each in a transaction of its own; nothing is told twice by a repetition. */
export const recalculate = ({
  db,
  executor,
}: {
  db: Database;
  executor: () => Executor;
}): OutsideJob => ({
  ...recalculation,
  async run({ workspaceId, signal }) {
    const actor = systemActor(workspaceId, 'sla');
    let after = first;
    while (!signal.aborted) {
      const ids = await listOpenTickets(db, workspaceId, after);
      for (const ticketId of ids) {
        await executor().execute(lookAtClocks, { ticketId }, actor);
      }
      const last = ids.at(-1);
      if (last === undefined) {
        return;
      }
      after = last;
    }
  },
});
