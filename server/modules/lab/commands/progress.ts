import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { LabResult } from '../schema.ts';
import * as store from '../store.ts';
import type { RunRow } from '../tables.ts';

const runId = z.string();
const isOver = (state: RunRow['state']): boolean => state !== 'waiting' && state !== 'running';

/** How far the job is. The answer says whether it is still wanted. */
export const noteProgress = defineCommand({
  name: 'lab.note-progress',
  permission: 'lab.run',
  input: z.strictObject({ runId, done: z.int(), tickets: z.int() }),
  output: z.object({ goOn: z.boolean() }),
  async run(ctx, { runId: id, done, tickets }) {
    const row = await store.lockRun(ctx, id);
    if (isOver(row.state)) {
      return { goOn: false };
    }
    await store.saveRun(ctx, id, { state: 'running', done, tickets });
    return { goOn: true };
  },
});

/** What came of it. Whoever cancelled meanwhile does not want it. */
export const recordResult = defineCommand({
  name: 'lab.record-result',
  permission: 'lab.run',
  input: z.strictObject({
    runId,
    tickets: z.int(),
    result: LabResult,
    examples: z.array(
      z.object({
        ticketId: z.string(),
        kinds: z.array(z.string()),
        differences: z.array(z.unknown()),
      }),
    ),
  }),
  output: z.null(),
  async run(ctx, { runId: id, tickets, result, examples }) {
    const row = await store.lockRun(ctx, id);
    if (isOver(row.state)) {
      return null;
    }
    await store.saveRun(ctx, id, {
      state: 'done',
      done: tickets,
      tickets,
      result: JSON.stringify(result),
      finished_at: ctx.now,
    });
    await store.replaceExamples(ctx, id, examples);
    return null;
  },
});

export const recordFailure = defineCommand({
  name: 'lab.record-failure',
  permission: 'lab.run',
  input: z.strictObject({ runId, problem: z.string() }),
  output: z.null(),
  async run(ctx, { runId: id, problem }) {
    const row = await store.lockRun(ctx, id);
    if (!isOver(row.state)) {
      await store.saveRun(ctx, id, { state: 'failed', problem, finished_at: ctx.now });
    }
    return null;
  },
});

export const forgetRuns = defineCommand({
  name: 'lab.forget-runs',
  permission: 'lab.run',
  input: z.strictObject({}),
  output: z.null(),
  async run(ctx) {
    await store.deleteOldRuns(ctx);
    return null;
  },
});
