import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { makeChanges } from '../draft/make-changes.ts';
import { readRun, requireUnchanged } from '../queries/read-runs.ts';
import { mustBeAbleToChange } from '../rights.ts';
import { LabRun } from '../schema.ts';
import * as store from '../store.ts';
import type { RunRow } from '../tables.ts';

const input = z.strictObject({ runId: id() });

async function lockOwn(ctx: CommandContext, runId: string): Promise<RunRow> {
  const row = await store.lockRun(ctx, runId);
  mustBeAbleToChange(ctx.actor, row.changes);
  return row;
}

/** A waiting run never begins; a running one stops at its next look. */
export const cancelRun = defineCommand({
  name: 'lab.cancel-run',
  permission: 'ticket.read',
  input,
  output: LabRun,
  async run(ctx, { runId }) {
    const { state } = await lockOwn(ctx, runId);
    if (state === 'waiting' || state === 'running') {
      await store.saveRun(ctx, runId, { state: 'cancelled', finished_at: ctx.now });
    }
    return readRun(ctx.tx, ctx.actor, runId);
  },
});

/** Kept runs are not forgotten. */
export const keepRun = defineCommand({
  name: 'lab.keep-run',
  permission: 'ticket.read',
  input: input.extend({ kept: z.boolean() }),
  output: LabRun,
  async run(ctx, { runId, kept }) {
    await lockOwn(ctx, runId);
    await store.saveRun(ctx, runId, { kept });
    return readRun(ctx.tx, ctx.actor, runId);
  },
});

export const removeRun = defineCommand({
  name: 'lab.remove-run',
  permission: 'ticket.read',
  input,
  output: z.object({}),
  async run(ctx, { runId }) {
    await lockOwn(ctx, runId);
    await store.deleteRun(ctx, runId);
    return {};
  },
});

/**
 * Makes the change that was tried, all of it or nothing, by the commands that a person's own save runs. A setting that somebody has
 * changed since it was looked at refuses: what was seen would not be what happens.
 */
export const switchOn = defineCommand({
  name: 'lab.switch-on',
  permission: 'ticket.read',
  input,
  output: LabRun,
  async run(ctx, { runId }) {
    const { state, changes, switched_on_at: already } = await lockOwn(ctx, runId);
    if (state !== 'done') {
      throw new Refusal('not_allowed', 'lab.not_done');
    }
    if (already !== null) {
      throw new Refusal('conflict', 'lab.switched_on');
    }
    await requireUnchanged(ctx.tx, ctx.actor.workspaceId, changes);
    await makeChanges(ctx, changes);
    await store.saveRun(ctx, runId, { switched_on_at: ctx.now });
    return readRun(ctx.tx, ctx.actor, runId);
  },
});
