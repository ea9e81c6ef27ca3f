import { systemActor } from '../../../kernel/actor.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { OutsideJob } from '../../../kernel/jobs.ts';
import { leaveToTeam } from './leave-to-team.ts';
import { moveTickets } from './move-tickets.ts';
import { moveQueue } from './queue.data.ts';

/** Of somebody with thousands of tickets: some at a time, each time a transaction; a crash goes on where it was. */
export const moveJob = ({ executor }: { executor: () => Executor }): OutsideJob => ({
  ...moveQueue,
  async run({ workspaceId, payload, signal }) {
    const actor = systemActor(workspaceId, 'absence');
    const input = { absenceId: String(payload['absenceId']) };
    const { ticketId } = payload;
    if (typeof ticketId === 'string') {
      await executor().execute(leaveToTeam, { ...input, ticketId }, actor);
      return;
    }
    let isDone = false;
    while (!isDone) {
      if (signal.aborted) {
        throw new Error('this process ends; another goes on with the absence');
      }
      isDone = (await executor().execute(moveTickets, input, actor)).isDone;
    }
  },
});
