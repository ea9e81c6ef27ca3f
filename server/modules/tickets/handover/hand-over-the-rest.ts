import { systemActor } from '../../../kernel/actor.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { OutsideJob } from '../../../kernel/jobs.ts';
import { handTicketsOver, ticketsAtOnce } from './hand-tickets-over.ts';
import { handoverQueue } from './queue.data.ts';

/** Of somebody with thousands of tickets: some at a time, each time a transaction; a crash goes on where it was. */
export const handOverTheRest = ({ executor }: { executor: () => Executor }): OutsideJob => ({
  ...handoverQueue,
  async run({ workspaceId, payload, signal }) {
    const actor = systemActor(workspaceId, 'people');
    const input = { mergeId: String(payload['mergeId']) };
    let left = ticketsAtOnce;
    while (left === ticketsAtOnce && !signal.aborted) {
      left = (await executor().execute(handTicketsOver, input, actor)).handedOver;
    }
  },
});
