import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { routingChanged } from '../events.ts';
import { mustNameKnown } from '../must-name-known.ts';
import { findRule } from '../queries/list-rules.ts';
import { storedOf } from '../queries/read-routing.ts';
import { RoutingRule, RuleDefinition, ruleFields } from '../schema.ts';
import * as store from '../store.ts';

const mostRules = 200;

type Noted = { id: string; before: RuleDefinition | null; after: RuleDefinition | null };

function note(ctx: CommandContext, action: string, { id: ruleId, before, after }: Noted): void {
  ctx.audit({
    action,
    subject: { kind: 'routing-rule', id: ruleId, name: after?.name ?? before?.name ?? '' },
    before: before && { ...before },
    after: after && { ...after },
  });
  ctx.emit(routingChanged, { kind: 'rule', id: ruleId });
}

const changedNow = ({ now, actor }: CommandContext) => ({
  changed_at: now,
  changed_by_name: actor.name,
});

/** @returns the last place in the list */
async function mustHaveRoom(ctx: CommandContext): Promise<number> {
  const { n, last } = await store.countRules(ctx);
  if (n >= mostRules) {
    throw new Refusal('not_allowed', 'routing_rule.too_many');
  }
  return last;
}

export const addRoutingRule = defineCommand({
  name: 'routing.add-routing-rule',
  permission: 'routing.change',
  input: RuleDefinition,
  output: RoutingRule,
  async run(ctx, definition) {
    await store.lockRules(ctx);
    const last = await mustHaveRoom(ctx);
    await mustNameKnown(ctx, definition);
    const ruleId = newId();
    await store.insertRule(ctx, {
      ...store.columnsOf(definition),
      ...changedNow(ctx),
      id: ruleId,
      position: last + 1,
      version: 1,
      created_at: ctx.now,
      edition: await store.insertEdition(ctx, { ruleId, ...definition }),
    });
    note(ctx, 'routing-rule.added', { id: ruleId, before: null, after: definition });
    return findRule(ctx.tx, ctx.actor.workspaceId, ruleId);
  },
});

export const changeRoutingRule = defineCommand({
  name: 'routing.change-routing-rule',
  permission: 'routing.change',
  input: z.strictObject({
    ruleId: id(),
    version: version().optional(),
    name: ruleFields.name.optional(),
    enabled: ruleFields.enabled.optional(),
    condition: ruleFields.condition.optional(),
    skills: ruleFields.skills.optional(),
    steps: ruleFields.steps.optional(),
  }),
  output: RoutingRule,
  async run(ctx, { ruleId, version: seen, ...asked }) {
    await store.lockRules(ctx);
    const row = await store.lockRule(ctx, ruleId);
    mustBeCurrent(row, seen);
    await mustNameKnown(ctx, {
      ...(asked.steps && { steps: asked.steps }),
      ...(asked.skills && { skills: asked.skills }),
    });
    const { id: _, ...before } = storedOf(row);
    const after = {
      name: asked.name ?? before.name,
      enabled: asked.enabled ?? before.enabled,
      condition: asked.condition ?? before.condition,
      skills: asked.skills ?? before.skills,
      steps: asked.steps ?? before.steps,
    };
    await store.saveRule(ctx, ruleId, {
      ...store.columnsOf(after),
      ...changedNow(ctx),
      version: row.version + 1,
      ...(!isSameWording(before, after) && {
        edition: await store.insertEdition(ctx, { ruleId, ...after }),
      }),
    });
    note(ctx, 'routing-rule.changed', { id: ruleId, before, after });
    return findRule(ctx.tx, ctx.actor.workspaceId, ruleId);
  },
});

type Wording = Pick<RuleDefinition, 'name' | 'condition'>;
const isSameWording = (a: Wording, b: Wording): boolean =>
  a.name === b.name && isDeepStrictEqual(a.condition, b.condition);

export const routingRuleRemoval: RemovalKind = {
  kind: 'routing-rule',
  permission: 'routing.change',
  table: 'routing_rule',
  ordered: true,
  notice: store.routingNotice,
  async beforeReturn(ctx) {
    await store.lockRules(ctx);
    await mustHaveRoom(ctx);
  },
  async returned(ctx, { id: ruleId }) {
    const { id: _, ...after } = storedOf(await store.lockRule(ctx, ruleId));
    await mustNameSkills(ctx, after);
    note(ctx, 'routing-rule.restored', { id: ruleId, before: null, after });
  },
};

/** A skill that a rule asks for cannot be removed; one that was removed before the rule came back has to come back first. */
async function mustNameSkills(ctx: CommandContext, { skills }: RuleDefinition): Promise<void> {
  try {
    await mustNameKnown(ctx, { skills });
  } catch (error) {
    throw error instanceof Refusal ? new Refusal('conflict', 'removal.names_gone') : error;
  }
}

/** Tickets that wait by it are given to whatever rule fits them then. */
export const removeRoutingRule = defineCommand({
  name: 'routing.remove-routing-rule',
  permission: 'routing.change',
  input: z.strictObject({ ruleId: id() }),
  output: Removed,
  async run(ctx, { ruleId }) {
    const { id: _, ...before } = storedOf(await store.lockRule(ctx, ruleId));
    const removed = await keepRemoved(ctx, routingRuleRemoval, { id: ruleId, name: before.name });
    await store.deleteRule(ctx, ruleId);
    note(ctx, 'routing-rule.removed', { id: ruleId, before, after: null });
    return removed;
  },
});

export const orderRoutingRules = defineCommand({
  name: 'routing.order-routing-rules',
  permission: 'routing.change',
  input: z.strictObject({ ids: z.array(id()).max(mostRules) }),
  output: z.object({}),
  async run(ctx, { ids }) {
    await store.lockRules(ctx);
    for (const ruleId of ids) {
      await store.lockRule(ctx, ruleId);
    }
    await store.saveOrder(ctx, ids);
    ctx.emit(routingChanged, { kind: 'rule', id: ids[0] ?? '' });
    return {};
  },
});
