import type { CommandContext } from '../../../kernel/commands.ts';
import {
  addRoutingRule,
  changeRoutingRule,
  orderRoutingRules,
  removeRoutingRule,
} from '../../routing/public.ts';
import { addRule, changeRule, orderRules, removeRule } from '../../rules/public.ts';
import { addPolicy, changePolicy, orderPolicies, removePolicy } from '../../sla/public.ts';
import { listOrder } from '../queries/list-order.ts';
import type { DraftChange } from '../schema.ts';
import { inPlace } from './in-place.ts';

type Of<Setting extends DraftChange['setting']> = Extract<DraftChange, { setting: Setting }>;

/** As a person's own save would: by the ordinary commands, in the transaction of whoever asks. */
export async function makeChanges(
  ctx: CommandContext,
  changes: readonly DraftChange[],
): Promise<void> {
  for (const change of changes) {
    const id = await make(ctx, change);
    if (change.place !== undefined && id !== null) {
      await putInPlace(ctx, { ...change, id });
    }
  }
}

/** @returns its id; null: it is gone */
async function make(ctx: CommandContext, change: DraftChange): Promise<string | null> {
  switch (change.setting) {
    case 'rule':
      return makeRule(ctx, change);
    case 'sla_policy':
      return makePolicy(ctx, change);
    default:
      return makeRouting(ctx, change);
  }
}

async function putInPlace(ctx: CommandContext, change: DraftChange): Promise<void> {
  const rows = await listOrder(ctx.tx, ctx.actor.workspaceId, change.setting);
  const ids = inPlace(rows, [change], []).map(({ id }) => id);
  const order = { rule: orderRules, sla_policy: orderPolicies, routing_rule: orderRoutingRules };
  await order[change.setting].run(ctx, { ids });
}

async function makeRouting(
  ctx: CommandContext,
  { id: ruleId, version, definition }: Of<'routing_rule'>,
): Promise<string | null> {
  if (ruleId === null) {
    return (await addRoutingRule.run(ctx, addRoutingRule.input.parse(definition))).id;
  }
  if (definition === null) {
    await removeRoutingRule.run(ctx, { ruleId });
    return null;
  }
  await changeRoutingRule.run(
    ctx,
    changeRoutingRule.input.parse({ ruleId, version, ...definition }),
  );
  return ruleId;
}

async function makeRule(
  ctx: CommandContext,
  { id: ruleId, version, definition }: Of<'rule'>,
): Promise<string | null> {
  if (ruleId === null) {
    return (await addRule.run(ctx, addRule.input.parse(definition))).id;
  }
  if (definition === null) {
    await removeRule.run(ctx, { ruleId });
    return null;
  }
  await changeRule.run(ctx, changeRule.input.parse({ ruleId, version, ...definition }));
  return ruleId;
}

async function makePolicy(
  ctx: CommandContext,
  { id: policyId, version, definition }: Of<'sla_policy'>,
): Promise<string | null> {
  if (policyId === null) {
    return (await addPolicy.run(ctx, addPolicy.input.parse(definition))).id;
  }
  if (definition === null) {
    await removePolicy.run(ctx, { policyId });
    return null;
  }
  await changePolicy.run(ctx, changePolicy.input.parse({ policyId, version, ...definition }));
  return policyId;
}
