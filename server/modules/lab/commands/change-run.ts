import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { addRoutingRule, changeRoutingRule, removeRoutingRule } from '../../routing/public.ts';
import { addRule, changeRule, removeRule } from '../../rules/public.ts';
import { addPolicy, changePolicy, removePolicy } from '../../sla/public.ts';
import { readRun, requireUnchanged } from '../queries/read-runs.ts';
import { mustBeAbleToChange } from '../rights.ts';
import { LabRun, type DraftChange } from '../schema.ts';
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
    for (const change of changes) {
      await make(ctx, change);
    }
    await store.saveRun(ctx, runId, { switched_on_at: ctx.now });
    return readRun(ctx.tx, ctx.actor, runId);
  },
});

async function make(ctx: CommandContext, change: DraftChange): Promise<void> {
  switch (change.setting) {
    case 'rule':
      return makeRule(ctx, change);
    case 'sla_policy':
      return makePolicy(ctx, change);
    default:
      return makeRouting(ctx, change);
  }
}

async function makeRouting(
  ctx: CommandContext,
  { id: ruleId, version, definition }: Extract<DraftChange, { setting: 'routing_rule' }>,
): Promise<void> {
  if (ruleId === null) {
    await addRoutingRule.run(ctx, addRoutingRule.input.parse(definition));
  } else if (definition === null) {
    await removeRoutingRule.run(ctx, { ruleId });
  } else {
    await changeRoutingRule.run(
      ctx,
      changeRoutingRule.input.parse({ ruleId, version, ...definition }),
    );
  }
}

async function makeRule(
  ctx: CommandContext,
  { id: ruleId, version, definition }: Extract<DraftChange, { setting: 'rule' }>,
): Promise<void> {
  if (ruleId === null) {
    await addRule.run(ctx, addRule.input.parse(definition));
  } else if (definition === null) {
    await removeRule.run(ctx, { ruleId });
  } else {
    await changeRule.run(ctx, changeRule.input.parse({ ruleId, version, ...definition }));
  }
}

async function makePolicy(
  ctx: CommandContext,
  { id: policyId, version, definition }: Extract<DraftChange, { setting: 'sla_policy' }>,
): Promise<void> {
  if (policyId === null) {
    await addPolicy.run(ctx, addPolicy.input.parse(definition));
  } else if (definition === null) {
    await removePolicy.run(ctx, { policyId });
  } else {
    await changePolicy.run(ctx, changePolicy.input.parse({ policyId, version, ...definition }));
  }
}
