import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { readRun } from '../queries/read-runs.ts';
import { forgetQueue, runQueue } from '../queue.data.ts';
import { mustBeAbleToChange } from '../rights.ts';
import { draftChanges, LabRun, type DraftChange } from '../schema.ts';
import * as store from '../store.ts';
import { keptMs } from '../tables.ts';
import { nameSettings } from '../queries/name-settings.ts';

/** In one company; whoever wants more waits for one to end. */
const mostAtOnce = 5;

/** Tries a change on the last days. Nothing but the run itself is written, now and later. */
export const startRun = defineCommand({
  name: 'lab.start-run',
  permission: 'ticket.read',
  input: z.strictObject({
    changes: draftChanges,
    days: z.int().min(1).max(90).default(30),
  }),
  output: LabRun,

  async run(ctx, { changes, days }) {
    mustBeAbleToChange(ctx.actor, changes);
    mustNameOnce(changes);
    await store.deleteOldRuns(ctx);
    if ((await store.countWaiting(ctx)) >= mostAtOnce) {
      throw new Refusal('not_allowed', 'lab.too_many');
    }
    const names = await nameSettings(ctx.tx, ctx.actor.workspaceId, changes);
    const runId = newId();
    await store.insertRun(ctx, {
      id: runId,
      user_id: ctx.actor.id,
      user_name: ctx.actor.name,
      changes: JSON.stringify(changes),
      title: names.join(', ').slice(0, 500),
      days,
      state: 'waiting',
      created_at: ctx.now,
    });
    ctx.enqueue({ queue: runQueue.name, payload: { runId } });
    const startAfter = new Date(ctx.now.getTime() + keptMs + 60_000);
    ctx.enqueue({ queue: forgetQueue.name, payload: {}, startAfter });
    return readRun(ctx.tx, ctx.actor, runId);
  },
});

/** Two changes of one setting would leave open which of them is meant. */
function mustNameOnce(changes: readonly DraftChange[]): void {
  const ids = changes.flatMap(({ setting, id }) => (id === null ? [] : [`${setting} ${id}`]));
  if (new Set(ids).size < ids.length) {
    throw new Refusal('not_allowed', 'lab.named_twice');
  }
}
