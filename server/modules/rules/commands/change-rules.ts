import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { mustBeOwnValues } from '../../tickets/public.ts';
import { rulesChanged } from '../events.ts';
import { findRule } from '../queries/list-rules.ts';
import { findVersion } from '../queries/find-version.ts';
import { storedOf } from '../queries/read-rules.ts';
import * as store from '../rule-store.ts';
import { Rule, ruleFields, type RuleAction, type RuleDefinition } from '../schema.ts';

const mostRules = 200;

const shown = ({ tx, actor, now }: CommandContext, ruleId: string) =>
  findRule(tx, { workspaceId: actor.workspaceId, now }, ruleId);

type Noted = { ruleId: string; before: RuleDefinition | null; after: RuleDefinition | null };

function note(ctx: CommandContext, action: string, { ruleId, before, after }: Noted): void {
  ctx.audit({
    action,
    subject: { kind: 'rule', id: ruleId, name: after?.name ?? before?.name ?? '' },
    before: before && { ...before },
    after: after && { ...after },
  });
  ctx.emit(rulesChanged, { ruleId });
}

/** @returns the last place in the list */
async function mustHaveRoom(ctx: CommandContext): Promise<number> {
  const { n, last } = await store.countRules(ctx);
  if (n >= mostRules) {
    throw new Refusal('not_allowed', 'rule.too_many');
  }
  return last;
}

export const addRule = defineCommand({
  name: 'rules.add',
  permission: 'rule.change',
  input: z.strictObject({ ...ruleFields, enabled: ruleFields.enabled.default(true) }),
  output: Rule,
  async run(ctx, definition) {
    await store.lockRules(ctx);
    await mustSetValues(ctx, definition.actions);
    const last = await mustHaveRoom(ctx);
    const ruleId = newId();
    await store.insertRule(ctx, {
      ...store.columnsOf(definition),
      id: ruleId,
      position: last + 1,
      version: 1,
      created_at: ctx.now,
      changed_at: ctx.now,
      changed_by_name: ctx.actor.name,
    });
    await store.insertVersion(ctx, { ruleId, version: 1, definition });
    note(ctx, 'rule.added', { ruleId, before: null, after: definition });
    return shown(ctx, ruleId);
  },
});

/** Of own fields: what they would not take from a person, they would not take from a rule. */
const mustSetValues = (ctx: CommandContext, actions: readonly RuleAction[]): Promise<void> =>
  mustBeOwnValues(
    ctx,
    actions.flatMap((action, index) =>
      action.kind === 'own'
        ? [{ at: () => `actions.${index}`, values: { [action.name]: action.value }, type: null }]
        : [],
    ),
  );

async function save(
  ctx: CommandContext,
  ruleId: string,
  change: (before: RuleDefinition) => RuleDefinition,
  seen?: number,
): Promise<z.infer<typeof Rule>> {
  const row = await store.lockRule(ctx, ruleId);
  mustBeCurrent(row, seen);
  const { id: _, version: __, ...before } = storedOf(row);
  const definition = change(before);
  const next = row.version + 1;
  await store.saveRule(ctx, ruleId, {
    ...store.columnsOf(definition),
    version: next,
    changed_at: ctx.now,
    changed_by_name: ctx.actor.name,
  });
  await store.insertVersion(ctx, { ruleId, version: next, definition });
  note(ctx, 'rule.changed', { ruleId, before, after: definition });
  return shown(ctx, ruleId);
}

export const changeRule = defineCommand({
  name: 'rules.change',
  permission: 'rule.change',
  input: z.strictObject({
    ruleId: id(),
    version: version().optional(),
    name: ruleFields.name.optional(),
    enabled: ruleFields.enabled.optional(),
    trigger: ruleFields.trigger.optional(),
    condition: ruleFields.condition.optional(),
    actions: ruleFields.actions.optional(),
  }),
  output: Rule,
  async run(ctx, { ruleId, version: seen, ...asked }) {
    await mustSetValues(ctx, asked.actions ?? []);
    return save(
      ctx,
      ruleId,
      (before) => ({
        name: asked.name ?? before.name,
        enabled: asked.enabled ?? before.enabled,
        trigger: asked.trigger ?? before.trigger,
        condition: asked.condition ?? before.condition,
        actions: asked.actions ?? before.actions,
      }),
      seen,
    );
  },
});

/** An old version becomes the newest: history only grows. Whether it is on stays as it is now. */
export const rollBackRule = defineCommand({
  name: 'rules.roll-back',
  permission: 'rule.change',
  input: z.strictObject({ ruleId: id(), to: version() }),
  output: Rule,
  async run(ctx, { ruleId, to }) {
    const old = await findVersion(ctx.tx, ctx.actor.workspaceId, { ruleId, version: to });
    if (!old) {
      throw new Refusal('not_found', 'rule.version_not_found');
    }
    return save(ctx, ruleId, ({ enabled }) => ({ ...old, enabled }));
  },
});

/** Tickets that it has acted on as time went by come back with it: it does not act on them a second time. */
export const ruleRemoval: RemovalKind = {
  kind: 'rule',
  permission: 'rule.change',
  table: 'rule',
  ordered: true,
  notice: store.rulesNotice,
  async beforeReturn(ctx) {
    await store.lockRules(ctx);
    await mustHaveRoom(ctx);
  },
  async returned(ctx, { id: ruleId }) {
    const { id: _, version: __, ...after } = storedOf(await store.lockRule(ctx, ruleId));
    note(ctx, 'rule.restored', { ruleId, before: null, after });
  },
};

export const removeRule = defineCommand({
  name: 'rules.remove',
  permission: 'rule.change',
  input: z.strictObject({ ruleId: id() }),
  output: Removed,
  async run(ctx, { ruleId }) {
    const { id: _, version: __, ...before } = storedOf(await store.lockRule(ctx, ruleId));
    const removed = await keepRemoved(ctx, ruleRemoval, { id: ruleId, name: before.name });
    await store.deleteRule(ctx, ruleId);
    note(ctx, 'rule.removed', { ruleId, before, after: null });
    return removed;
  },
});

export const orderRules = defineCommand({
  name: 'rules.order',
  permission: 'rule.change',
  input: z.strictObject({ ids: z.array(id()).max(mostRules) }),
  output: z.object({}),
  async run(ctx, { ids }) {
    await store.lockRules(ctx);
    for (const ruleId of ids) {
      await store.lockRule(ctx, ruleId);
    }
    await store.saveOrder(ctx, ids);
    ctx.emit(rulesChanged, { ruleId: ids[0] ?? '' });
    return {};
  },
});
