import { systemActor } from '../../../kernel/actor.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { OutsideJob } from '../../../kernel/jobs.ts';
import { previewing } from '../queue.data.ts';
import { lookAtPage } from './look-at-page.ts';

const first = '00000000-0000-0000-0000-000000000000';

/** Page by page, each a transaction of its own, so that nobody waits for a long one. */
export const runPreview = ({ executor }: { executor: () => Executor }): OutsideJob => ({
  ...previewing,
  async run({ workspaceId, payload, signal }) {
    const { previewId } = payload as { previewId: string };
    const actor = systemActor(workspaceId, 'sla');
    let after: string | null = first;
    while (after !== null && !signal.aborted) {
      const page: { next: string | null } = await executor().execute(
        lookAtPage,
        { previewId, after },
        actor,
      );
      after = page.next;
    }
  },
});
