import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { slaPolicyChanged } from '../events.ts';
import { readPolicies, readPolicy } from '../queries/read-policies.ts';
import { recalculation } from '../queue.data.ts';
import { mustName } from '../escalation/queries/must-name.ts';
import { withStepIds } from '../escalation/with-step-ids.ts';
import { policyFields, SlaPolicy } from '../schema.ts';
import {
  deletePolicy,
  insertPolicy,
  lockPolicy,
  savePolicy,
  slaNotice,
  type PolicyRecord,
} from '../store.ts';

/** Open tickets are looked at again in the background; screens and the audit log hear of it at once. */
function noteChange(
  ctx: CommandContext,
  action: string,
  before: SlaPolicy | null,
  after: SlaPolicy | null,
): void {
  const { id: policyId, name } = after ?? before ?? { id: '', name: '' };
  ctx.emit(slaPolicyChanged, { policyId });
  ctx.audit({
    action,
    subject: { kind: 'sla-policy', id: policyId, name },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
  ctx.enqueue({ queue: recalculation.name, payload: {}, key: ctx.actor.workspaceId });
}

const saidOf = ({ name, active, terms, calendar }: SlaPolicy) => ({
  name,
  active,
  targets: Object.entries(terms.targets).map(([target, { minutes }]) => `${target} ${minutes} min`),
  calendar: calendar?.name ?? null,
});

export const addPolicy = defineCommand({
  name: 'sla.add-policy',
  permission: 'sla.change',
  input: z.strictObject({
    name: policyFields.name,
    condition: policyFields.condition.default({ all: [] }),
    terms: policyFields.terms,
    calendarId: policyFields.calendarId.default(null),
    byTeam: policyFields.byTeam.default(false),
    active: policyFields.active.default(true),
  }),
  output: SlaPolicy,

  async run(ctx, { calendarId, byTeam, ...asked }) {
    const { workspaceId } = ctx.actor;
    await mustName(ctx, asked.terms.steps);
    const others = await readPolicies(ctx.tx, workspaceId);
    const policyId = newId();
    await insertPolicy(ctx, {
      ...asked,
      terms: withStepIds(asked.terms),
      workspace_id: workspaceId,
      id: policyId,
      position: Math.max(-1, ...others.map(({ position }) => position)) + 1,
      calendar_id: calendarId,
      by_team: byTeam,
      version: 1,
      created_at: ctx.now,
    });
    const after = await readPolicy(ctx.tx, workspaceId, policyId);
    noteChange(ctx, 'sla-policy.added', null, after);
    return after;
  },
});

const change = z.strictObject({
  policyId: id(),
  version: version().optional(),
  name: policyFields.name.optional(),
  condition: policyFields.condition.optional(),
  terms: policyFields.terms.optional(),
  calendarId: policyFields.calendarId.optional(),
  byTeam: policyFields.byTeam.optional(),
  active: policyFields.active.optional(),
  position: policyFields.position.optional(),
});

export const changePolicy = defineCommand({
  name: 'sla.change-policy',
  permission: 'sla.change',
  input: change,
  output: SlaPolicy,

  async run(ctx, asked) {
    const row = await lockPolicy(ctx, asked.policyId);
    mustBeCurrent(row, asked.version);
    await mustName(ctx, asked.terms?.steps ?? []);
    const before = await readPolicy(ctx.tx, ctx.actor.workspaceId, row.id);
    await savePolicy(ctx, changed(row, asked));
    const after = await readPolicy(ctx.tx, ctx.actor.workspaceId, row.id);
    noteChange(ctx, 'sla-policy.changed', before, after);
    return after;
  },
});

const changed = (row: PolicyRecord, asked: z.output<typeof change>): PolicyRecord => ({
  ...row,
  name: asked.name ?? row.name,
  condition: asked.condition ?? row.condition,
  terms: asked.terms ? withStepIds(asked.terms) : row.terms,
  calendar_id: asked.calendarId === undefined ? row.calendar_id : asked.calendarId,
  by_team: asked.byTeam ?? row.by_team,
  active: asked.active ?? row.active,
  position: asked.position ?? row.position,
  version: row.version + 1,
});

/** Open tickets that it fits are counted by it again. */
export const slaPolicyRemoval: RemovalKind = {
  kind: 'sla-policy',
  permission: 'sla.change',
  table: 'sla_policy',
  ordered: true,
  notice: slaNotice,
  returned: async (ctx, { id: policyId }) =>
    noteChange(
      ctx,
      'sla-policy.restored',
      null,
      await readPolicy(ctx.tx, ctx.actor.workspaceId, policyId),
    ),
};

/** Its tickets fall to the next policy that fits, or lose their clocks. */
export const removePolicy = defineCommand({
  name: 'sla.remove-policy',
  permission: 'sla.change',
  input: z.strictObject({ policyId: id() }),
  output: Removed,

  async run(ctx, { policyId }) {
    await lockPolicy(ctx, policyId);
    const before = await readPolicy(ctx.tx, ctx.actor.workspaceId, policyId);
    const removed = await keepRemoved(ctx, slaPolicyRemoval, before);
    await deletePolicy(ctx, policyId);
    noteChange(ctx, 'sla-policy.removed', before, null);
    return removed;
  },
});
