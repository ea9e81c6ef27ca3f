import { systemActor } from '../../../kernel/actor.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { OutsideJob } from '../../../kernel/jobs.ts';
import { finishDemo } from '../commands/finish.ts';
import { demoQueue } from '../demo-queue.data.ts';
import { loadCompany, type LoadParts } from '../playing/load-company.ts';
import { removeCompany } from '../playing/remove-company.ts';
import { readDemoRow } from '../queries/read-demo.ts';

export type RunParts = LoadParts & { readonly executor: () => Executor };

export type Run = {
  readonly workspaceId: string;
  readonly signal: AbortSignal;
  readonly tell?: (done: number, total: number) => void;
};

/** Brings the demo company to where it was asked to be: all there, or all gone. Any number may try; they take turns. */
export async function runDemo(parts: RunParts, { workspaceId, signal, tell }: Run): Promise<void> {
  const { db } = parts;
  const executor = parts.executor();
  const actor = systemActor(workspaceId, 'demo');
  for (;;) {
    const row = await db.read(workspaceId, (reader) => readDemoRow(reader, workspaceId));
    if (row?.state === 'loading') {
      await loadCompany(parts, row, { signal, tell: tell ?? (() => undefined) });
    } else if (row?.state === 'removing') {
      await removeCompany({ db, executor }, workspaceId, { signal });
    } else {
      return;
    }
    await executor.execute(finishDemo, { from: row.state }, actor);
  }
}

export const demoJob = (parts: RunParts): OutsideJob => ({
  ...demoQueue,
  run: ({ workspaceId, signal }) => runDemo(parts, { workspaceId, signal }),
});
